import type { Entry, Feed, FeedWriter } from './feed.ts'
import { formatCdata } from './xml-parts.ts'

/** What the library gets for the content of an entry. */
export const contentStandIn = 'urn:content'

/**
 * Has the library write each entry once, in the document where it comes first; all others get the same markup. An entry
 * stands in half a dozen documents. Its content, most of it, is put in anew each time, so that memory holds it once.
 *
 * All feeds of one writer are of one site: an entry is the same in each.
 *
 * @param element - Of an entry.
 * @param write - Gives a document without contents: every `<` in it is its own markup, whatever the texts say.
 */
export function writeEntriesOnce(element: 'item' | 'entry', write: (feed: Feed) => string): FeedWriter {
  const known = new WeakMap<Entry, EntryMarkup>()
  const entryElement = new RegExp(`<${element}[ >][^]*?</${element}>\\n`, 'g')
  return (feed) => {
    const unknown = feed.entries.filter((entry) => !known.has(entry))
    const document = write({ ...feed, entries: unknown })
    const written = unknown.length === 0 ? [] : (document.match(entryElement) ?? [])
    for (const [index, entry] of unknown.entries()) known.set(entry, splitAtContent(written[index]!))
    const end = document.search(/<\/(?:channel|feed)>/)
    const start = end - written.join('').length
    const entries = feed.entries.flatMap((entry) => {
      const { before, after } = known.get(entry)!
      return entry.content === undefined ? [before, after] : [before, formatCdata(entry.content), after]
    })
    return [document.slice(0, start), ...entries, document.slice(end)]
  }
}

/** In UTF-8. */
interface EntryMarkup {
  readonly before: Uint8Array
  readonly after: Uint8Array
}

function splitAtContent(markup: string): EntryMarkup {
  const [before, after = ''] = markup.split(`<![CDATA[${contentStandIn}]]>`)
  return { before: Buffer.from(before!), after: Buffer.from(after) }
}
