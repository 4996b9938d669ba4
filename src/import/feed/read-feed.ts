import { giveAddresses } from '../blogger/blog-address.ts'
import { BloggerComments } from '../blogger/blogger-comments.ts'
import { findBloggerKind, toBloggerEntry } from '../blogger/blogger-entry.ts'
import { BloggerLosses } from '../blogger/left-out.ts'
import type { TextArchive, TextArchiveOptions } from '../read-text-archive.ts'
import { BlogFacts, toLanguage } from '../xml/blog-facts.ts'
import { type DatedArticle, toPage } from '../xml/dated-page.ts'
import type { XmlFile } from '../xml/open-xml.ts'
import { childrenOf, type XmlElement } from '../xml/xml-element.ts'
import { findXmlProblems } from '../xml/xml-problems.ts'
import { toAtomEntry } from './atom-entry.ts'
import { toArticle } from './feed-entry.ts'
import { toRssEntry } from './rss-item.ts'

/** Whether a file is RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom. */
export const isFeed = (root: XmlElement): boolean => /^(?:rss|rdf:RDF|feed)$/.test(root.name)

/** Reads a feed, or Blogger's export, which is one with drafts, pages and comments in it. */
export function readFeed(xml: XmlFile, options: TextArchiveOptions): TextArchive {
  const blog = new BlogFacts()
  blog.language = toLanguage(xml.root?.attributes.get('xml:lang'))
  const comments = new BloggerComments()
  const losses = new BloggerLosses(options, comments)
  const articles: DatedArticle[] = []
  const pathsOnly = new Map<DatedArticle, string>()
  let isBloggers = false
  for (const part of xml.parts) {
    // RSS 1.0 may list its items in the channel, or hold them there.
    for (const item of part.name === 'items' ? childrenOf(part, 'item') : part.name === 'item' ? [part] : [])
      articles.push(toArticle(toRssEntry(item, options.timeZone), blog, options))
    if (part.name !== 'entry') blog.add(part)
    else if (losses.isPost(part)) {
      const atom = toAtomEntry(part, options.timeZone)
      const isExported = findBloggerKind(part) !== undefined
      isBloggers ||= isExported
      const entry = isExported ? toBloggerEntry(part, atom) : atom
      const dated = toArticle(entry, blog, options)
      articles.push(dated)
      if (isExported && entry.url?.startsWith('/') && dated.article.sources[0].url === undefined)
        pathsOnly.set(dated, entry.url)
    }
  }
  const placed = giveAddresses(options.file, articles, pathsOnly)
  return {
    format: isBloggers ? 'Blogger export' : 'feed',
    pages: [
      toPage(
        options.file,
        placed.articles.map((article) => comments.giveTo(article)),
        'newestFirst',
      ),
    ],
    hasPostMarks: true,
    furniture: [],
    problems: [...findXmlProblems(options.file, xml.faults), ...losses.problems(articles), ...placed.problems],
  }
}
