import { element, escapeXml } from '../markup/xml.ts'
import type { Entry, FeedHead, FeedWriter } from './feed.ts'
import type { HeldTexts } from './held-texts.ts'
import { addStylesheet, historyNamespace } from './xml-parts.ts'
import { createXmlWriter, type HeadShape } from './xml-writer.ts'

/** RSS 2.0, as its advisory board's profile advises. */
export const createRssWriter = (): FeedWriter =>
  createXmlWriter({
    element: 'item',
    toOptions: (feed, held) => ({
      language: feed.language,
      feedLinks: { rss: held.holdUrl(feed.selfUrl) },
    }),
    toItem: (entry, feed, held) => ({
      guid: held.hold(escapeXml(entry.id)),
      date: held.holdDate(entry.published ?? entry.updated),
      category: entry.categories.map((name) => ({ name: held.holdText(name) })),
      extensions: toExtensions(entry, feed, held),
    }),
    write: (library) => library.rss2(),
    mendHead,
    mendEntry: (markup) => markup,
  })

/** An RSS author is an e-mail address, which nobody should invent: a name goes into Dublin Core's element. */
function toExtensions({ author, language }: Entry, feed: FeedHead, held: HeldTexts) {
  return [
    ...(author === undefined ? [] : [{ name: 'dc:creator', objects: { _text: held.holdText(author) } }]),
    ...(language === feed.language ? [] : [{ name: 'dc:language', objects: { _text: held.holdText(language) } }]),
  ]
}

/** What the library leaves out, or declares only at times. */
function mendHead(rss: string, { stylesheetUrl, olderUrl, currentUrl }: HeadShape): string {
  const toLink = (rel: string, href: string | undefined): string =>
    href === undefined ? '' : element('atom:link', { rel, href, type: 'application/rss+xml' }).text
  const isArchived = currentUrl === undefined ? '' : element('fh:archive').text
  const history = isArchived + toLink('current', currentUrl) + toLink('prev-archive', olderUrl)
  return addStylesheet(rss, stylesheetUrl)
    .replace(/<rss [^>]*>/, () => `<rss version="2.0" ${namespaces}>`)
    .replace('<channel>', (start) => start + history)
}

const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  historyNamespace,
].join(' ')
