import { element, escapeXml } from '../markup/xml.ts'
import type { Entry, Feed, FeedWriter } from './feed.ts'
import { createLibraryFeed } from './feed-library.ts'
import { createHeldTexts, type HeldTexts } from './held-texts.ts'
import { contentStandIn, writeEntriesOnce } from './write-entries-once.ts'
import { addStylesheet, formatTextAsHtml, generator, historyNamespace, removeIndents } from './xml-parts.ts'

/** RSS 2.0, as its advisory board's profile advises. */
export const createRssWriter = (): FeedWriter => writeEntriesOnce('item', writeRss)

function writeRss(feed: Feed): string {
  const texts = createHeldTexts()
  const library = createLibraryFeed({
    title: texts.holdText(feed.title),
    description: texts.holdText(feed.description),
    language: feed.language,
    updated: feed.updated,
    link: feed.pageUrl,
    feedLinks: { rss: feed.selfUrl },
    generator,
    ...(feed.hub === undefined ? {} : { hub: feed.hub }),
  })
  for (const entry of feed.entries) {
    library.addItem({
      guid: texts.hold(escapeXml(entry.id)),
      title: texts.holdText(entry.title),
      link: entry.url,
      date: entry.published ?? entry.updated,
      // RSS takes it for HTML: what is plain text is escaped as such, too.
      description: texts.hold(formatTextAsHtml(entry.summary)),
      ...(entry.content === undefined ? {} : { content: contentStandIn }),
      category: entry.categories.map((name) => ({ name: texts.holdText(name) })),
      extensions: toExtensions(entry, feed, texts),
    })
  }
  return texts.release(mendRss(library.rss2(), feed))
}

/** An RSS author is an e-mail address, which nobody should invent: a name goes into Dublin Core's element. */
function toExtensions({ author, language }: Entry, feed: Feed, { holdText }: HeldTexts) {
  return [
    ...(author === undefined ? [] : [{ name: 'dc:creator', objects: { _text: holdText(author) } }]),
    ...(language === feed.language ? [] : [{ name: 'dc:language', objects: { _text: holdText(language) } }]),
  ]
}

/** What the library leaves out, or declares only at times. */
function mendRss(rss: string, { stylesheetUrl, olderUrl, currentUrl }: Feed): string {
  const toLink = (rel: string, href: string | undefined): string =>
    href === undefined ? '' : element('atom:link', { rel, href, type: 'application/rss+xml' }).text
  const isArchived = currentUrl === undefined ? '' : element('fh:archive').text
  const history = isArchived + toLink('current', currentUrl) + toLink('prev-archive', olderUrl)
  return addStylesheet(removeIndents(rss), stylesheetUrl)
    .replace(/<rss [^>]*>/, () => `<rss version="2.0" ${namespaces}>`)
    .replace('<channel>', (start) => start + history)
}

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  historyNamespace,
].join(' ')
