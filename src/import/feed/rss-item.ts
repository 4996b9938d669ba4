import { isWebAddress } from '../xml/blog-facts.ts'
import { toLine } from '../xml/html-line.ts'
import { childrenOf, findChild, findText, innerMarkup, textOf, type XmlElement } from '../xml/xml-element.ts'
import type { FeedEntry } from './feed-entry.ts'
import { findFeedMoment } from './feed-moment.ts'

/** An item of RSS 0.9 to 2.0, or of RSS 1.0 (RDF). */
export function toRssEntry(item: XmlElement, timeZone: string | undefined): FeedEntry {
  const whole = findHtml(item, 'content:encoded', 'xhtml:body')
  const description = findHtml(item, 'description')
  const about = item.attributes.get('rdf:about')?.trim()
  const guid = findChild(item, 'guid')
  const guidText = findText(item, 'guid')
  const isPermalink = guid?.attributes.get('isPermaLink') !== 'false'
  return {
    title: toLine(findText(item, 'title') ?? ''),
    html: whole ?? description ?? '',
    extent: whole !== undefined ? 'whole' : hasBlocks(description ?? '') ? 'unsaid' : 'summary',
    summary: whole === undefined ? undefined : description,
    // Feed services put their own address in the place of the blog's.
    url:
      findText(item, 'feedburner:origLink', 'link') ?? [isPermalink ? guidText : undefined, about].find(isWebAddress),
    guid: guidText ?? about,
    author: toName(findText(item, 'dc:creator', 'author')),
    tags: childrenOf(item, 'category')
      .map((category) => toLine(textOf(category)))
      .concat(childrenOf(item, 'dc:subject').map((subject) => toLine(textOf(subject))))
      .filter((name) => name !== ''),
    published: findFeedMoment(findText(item, 'pubDate', 'dc:date', 'dcterms:issued', 'dcterms:created'), timeZone),
    updated: findFeedMoment(findText(item, 'dcterms:modified', 'atom:updated'), timeZone),
    lines: item.lines,
  }
}

/** HTML is escaped, or stands in the feed as elements. */
function findHtml(item: XmlElement, ...names: readonly string[]): string | undefined {
  const child = findChild(item, ...names)
  if (child === undefined) return undefined
  const html = child.children.some((part) => typeof part !== 'string') ? innerMarkup(child) : textOf(child)
  return html.trim() || undefined
}

/** A description may be the whole post, or its first words: those have no paragraphs. */
const hasBlocks = (html: string): boolean => /<(?:p|div|br|ul|ol|blockquote|pre|h[1-6]|table|img|figure)\b/i.test(html)

/** RSS wants a mail address before the name; only the name is for readers. */
function toName(author: string | undefined): string | undefined {
  if (author === undefined) return undefined
  const name = /^\S+@\S+\s+\((.+)\)$/.exec(author)?.[1] ?? author.replace(/<?\b\S+@\S+\b>?/, '')
  return toLine(name) || undefined
}
