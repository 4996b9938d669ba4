import { element, escapeXml } from '../markup/xml.ts'
import type { FeedWriter } from './feed.ts'
import type { HeldTexts } from './held-texts.ts'
import { addStylesheet, historyNamespace } from './xml-parts.ts'
import { createXmlWriter, type HeadShape } from './xml-writer.ts'

/** Atom 1.0, RFC 4287. */
export const createAtomWriter = (): FeedWriter =>
  createXmlWriter({
    element: 'entry',
    toOptions: (feed, held) => ({
      id: held.holdUrl(feed.id),
      feedLinks: { atom: held.holdUrl(feed.selfUrl) },
      // Atom wants one of every feed: where nobody is named, it is the site.
      author: toAuthor(feed.author ?? feed.siteTitle, held),
    }),
    toItem: (entry, feed, held) => ({
      id: held.holdUrl(entry.atomId),
      date: held.holdDate(entry.updated),
      category: entry.categories.map((name) => ({ name: held.holdText(name), term: held.holdText(name) })),
      ...(entry.author === undefined || entry.author === feed.author ? {} : { author: [toAuthor(entry.author, held)] }),
      ...(entry.published === undefined ? {} : { published: held.holdDate(entry.published) }),
    }),
    write: (library) => library.atom1(),
    mendHead,
    mendEntry: (markup, language) =>
      markup
        .replace('<title type="html">', '<title>')
        .replace('<entry>', language === undefined ? '<entry>' : `<entry xml:lang="${escapeXml(language)}">`),
  })

const toAuthor = (name: string, held: HeldTexts) => ({ name: held.holdText(name) })

function mendHead(atom: string, { language, stylesheetUrl, olderUrl, currentUrl }: HeadShape): string {
  const toLink = (rel: string, href: string | undefined): string =>
    href === undefined ? '' : element('link', { rel, href }).text
  // Not in the oldest: the W3C's validator wants an archive to link to another one, and adding that link would change it.
  const isArchived = currentUrl === undefined || olderUrl === undefined ? '' : element('fh:archive').text
  const history = isArchived + toLink('current', currentUrl) + toLink('prev-archive', olderUrl)
  return addStylesheet(atom, stylesheetUrl).replace(
    /<feed [^>]*>/,
    (start) => `${start.slice(0, -1)} xml:lang="${escapeXml(language)}" ${historyNamespace}>${history}`,
  )
}
