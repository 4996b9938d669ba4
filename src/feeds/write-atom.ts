import { element, escapeXml } from '../markup/xml.ts'
import type { Feed, FeedWriter } from './feed.ts'
import { createLibraryFeed } from './feed-library.ts'
import { createHeldTexts } from './held-texts.ts'
import { contentStandIn, writeEntriesOnce } from './write-entries-once.ts'
import { addStylesheet, formatTextAsHtml, generator, historyNamespace, removeIndents } from './xml-parts.ts'

/** Atom 1.0, RFC 4287. */
export const createAtomWriter = (): FeedWriter => writeEntriesOnce('entry', writeAtom)

function writeAtom(feed: Feed): string {
  const texts = createHeldTexts()
  const toAuthor = (name: string) => ({ name: texts.holdText(name) })
  const library = createLibraryFeed({
    id: texts.hold(escapeXml(feed.id)),
    title: texts.holdText(feed.title),
    description: texts.holdText(feed.description),
    updated: feed.updated,
    link: feed.pageUrl,
    feedLinks: { atom: feed.selfUrl },
    // Atom wants one of every feed: where nobody is named, it is the site.
    author: toAuthor(feed.author ?? feed.siteTitle),
    generator,
    ...(feed.hub === undefined ? {} : { hub: feed.hub }),
  })
  for (const entry of feed.entries) {
    library.addItem({
      id: texts.hold(escapeXml(entry.atomId)),
      title: texts.holdText(entry.title),
      link: entry.url,
      date: entry.updated,
      description: texts.hold(formatTextAsHtml(entry.summary)),
      ...(entry.content === undefined ? {} : { content: contentStandIn }),
      category: entry.categories.map((name) => ({ name: texts.holdText(name), term: texts.holdText(name) })),
      ...(entry.author === undefined || entry.author === feed.author ? {} : { author: [toAuthor(entry.author)] }),
      ...(entry.published === undefined ? {} : { published: entry.published }),
    })
  }
  return texts.release(mendAtom(library.atom1(), feed))
}

/** What the library leaves out, or takes for HTML. */
function mendAtom(atom: string, { language, entries, stylesheetUrl, olderUrl, currentUrl }: Feed): string {
  const toLink = (rel: string, href: string | undefined): string =>
    href === undefined ? '' : element('link', { rel, href }).text
  // Not in the oldest: the W3C's validator wants an archive to link to another one, and adding that link would change it.
  const isArchived = currentUrl === undefined || olderUrl === undefined ? '' : element('fh:archive').text
  const history = isArchived + toLink('current', currentUrl) + toLink('prev-archive', olderUrl)
  const remaining = entries.values()
  return addStylesheet(removeIndents(atom), stylesheetUrl)
    .replace(
      /<feed [^>]*>/,
      (start) => `${start.slice(0, -1)} xml:lang="${escapeXml(language)}" ${historyNamespace}>${history}`,
    )
    .replaceAll('<title type="html">', '<title>')
    .replace(/<entry>/g, (start) => {
      const entry = remaining.next().value
      return entry === undefined || entry.language === language
        ? start
        : `<entry xml:lang="${escapeXml(entry.language)}">`
    })
}
