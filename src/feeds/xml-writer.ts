import type { FeedOptions, Item, Feed as LibraryFeed } from 'feed'
import type { Entry, Feed, FeedHead, FeedWriter } from './feed.ts'
import { createLibraryFeed } from './feed-library.ts'
import { findHeld, type HeldMarkup, HeldTexts } from './held-texts.ts'
import { escapeCdata } from './xml-parts.ts'

/** What a format of XML gives the library, and makes of what it gets back. Of texts and dates the library gets stand-ins. */
export interface XmlFormat {
  /** Of an entry. */
  readonly element: 'item' | 'entry'
  readonly toOptions: (feed: Feed, held: HeldTexts) => FeedOptions
  /** @param content - Stand-in for the content, where the entry has some. */
  readonly toItem: (
    entry: Entry,
    context: { readonly feed: FeedHead; readonly held: HeldTexts; readonly content: string | undefined },
  ) => Item
  readonly write: (library: LibraryFeed) => string
  /** Mends what the library leaves out, or takes for HTML, in a document without entries. Links are stand-ins here, too. */
  readonly mendHead: (document: string, feed: Feed) => string
  /** The same of an entry. */
  readonly mendEntry: (markup: string, entry: Pick<Entry, 'language'>, feed: FeedHead) => string
}

/** What the library gets for the content of an entry. */
const contentStandIn = 'urn:content'

/**
 * Makes each entry once; all documents get the same markup. An entry stands in half a dozen of them.
 *
 * The library writes one head and one entry of each shape (so many tags, an author or none …): those of the same shape have other texts in
 * the same places.
 *
 * All feeds of one writer are of one site: an entry is the same in each.
 */
export function createXmlWriter(format: XmlFormat): FeedWriter {
  const known = new WeakMap<Entry, EntryMarkup>()
  const shapes = new Map<string, HeldMarkup>()
  const recallShape = (key: string, write: () => HeldMarkup): HeldMarkup => {
    const markup = shapes.get(key) ?? write()
    shapes.set(key, markup)
    return markup
  }
  const toHead = (feed: Feed): string => {
    const held = new HeldTexts()
    const options = format.toOptions(feed, held)
    const links = {
      olderUrl: feed.olderUrl && held.holdUrl(feed.olderUrl),
      currentUrl: feed.currentUrl && held.holdUrl(feed.currentUrl),
    }
    const key = JSON.stringify([options, links, feed.language, feed.stylesheetUrl])
    return held.release(recallShape(key, () => writeHead(format, options, { ...feed, ...links })))
  }
  const toMarkup = (entry: Entry, feed: Feed): EntryMarkup => {
    const held = new HeldTexts()
    const content = entry.content === undefined ? undefined : contentStandIn
    const item = format.toItem(entry, { feed, held, content })
    const key = JSON.stringify([item, entry.language === feed.language ? undefined : entry.language])
    const markup = recallShape(key, () => writeEntry(format, { item, entry, feed }))
    return putContent(held.release(markup), entry.content)
  }
  return (feed) => {
    const head = toHead(feed)
    const end = head.search(/<\/(?:channel|feed)>/)
    const entries = feed.entries.flatMap((entry) => {
      const markup = known.get(entry) ?? toMarkup(entry, feed)
      known.set(entry, markup)
      return markup
    })
    return [head.slice(0, end), ...entries, head.slice(end)]
  }
}

const writeHead = ({ write, mendHead }: XmlFormat, options: FeedOptions, feed: Feed): HeldMarkup =>
  findHeld(mendHead(removeIndents(write(createLibraryFeed(options))), feed))

function writeEntry(
  { element, toOptions, write, mendEntry }: XmlFormat,
  { item, entry, feed }: { readonly item: Item; readonly entry: Entry; readonly feed: Feed },
): HeldMarkup {
  const library = createLibraryFeed(toOptions(feed, new HeldTexts()))
  library.addItem(item)
  const [markup = ''] = new RegExp(`<${element}[ >][^]*?</${element}>\\n`).exec(removeIndents(write(library))) ?? []
  return findHeld(mendEntry(markup, entry, feed))
}

/** The library indents; that is a tenth of a feed of short articles. */
const removeIndents = (document: string): string => document.replace(/\n +</g, '\n<')

/** In UTF-8: what stands before its content, the content, which all formats share, and the rest. */
type EntryMarkup = readonly Uint8Array[]

function putContent(markup: string, content: Uint8Array | undefined): EntryMarkup {
  if (content === undefined) return [Buffer.from(markup)]
  // No text can hold this: all of them are escaped.
  const [before, after] = markup.split(`<![CDATA[${contentStandIn}]]>`)
  return [Buffer.from(`${before}<![CDATA[`), toCdataContent(content), Buffer.from(`]]>${after}`)]
}

function toCdataContent(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  return bytes.includes(']]>') ? Buffer.from(escapeCdata(bytes.toString())) : content
}
