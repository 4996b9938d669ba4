import assert from 'node:assert/strict'
import type { FeedOptions, Item, Feed as LibraryFeed } from 'feed'
import { generator } from '../generator.ts'
import type { Entry, Feed, FeedHead, FeedWriter } from './feed.ts'
import { createLibraryFeed } from './feed-library.ts'
import { contentStandIn, findHeld, type HeldMarkup, HeldTexts } from './held-texts.ts'
import { escapeCdata, formatTextAsHtml } from './xml-parts.ts'

/** What a format of XML gives the library, and makes of what it gets back. Of texts, addresses and dates the library gets stand-ins. */
export interface XmlFormat {
  /** Of an entry. */
  readonly element: 'item' | 'entry'
  /** But for what is the same in all formats. */
  readonly toOptions: (feed: Feed, held: HeldTexts) => Partial<FeedOptions>
  /** But for that, and its content. */
  readonly toItem: (entry: Entry, feed: FeedHead, held: HeldTexts) => Pick<Item, 'date'> & Partial<Item>
  readonly write: (library: LibraryFeed) => string
  /** Mends what the library leaves out, or takes for HTML, in a document without entries. */
  readonly mendHead: (document: string, shape: HeadShape) => string
  /** The same of an entry. @param language - Where it is another one than the feed's. */
  readonly mendEntry: (markup: string, language: string | undefined) => string
}

/** All that makes a difference between heads, but for what they hold. */
export interface HeadShape {
  readonly language: string
  /** These are stand-ins. */
  readonly stylesheetUrl: string
  readonly olderUrl: string | undefined
  readonly currentUrl: string | undefined
}

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
  const recallShape = <Shape>(shape: Shape, write: (shape: Shape) => HeldMarkup): HeldMarkup => {
    const key = JSON.stringify(shape)
    const markup = shapes.get(key) ?? write(shape)
    shapes.set(key, markup)
    return markup
  }
  const toHead = (feed: Feed): string => {
    const held = new HeldTexts()
    const shape = {
      options: toOptions(format, feed, held),
      language: feed.language,
      stylesheetUrl: held.holdUrl(feed.stylesheetUrl),
      olderUrl: feed.olderUrl && held.holdUrl(feed.olderUrl),
      currentUrl: feed.currentUrl && held.holdUrl(feed.currentUrl),
    }
    return held.release(recallShape(shape, (ofHead) => writeHead(format, ofHead))).join('')
  }
  const toMarkup = (entry: Entry, feed: Feed): EntryMarkup => {
    const held = new HeldTexts()
    const item = toItem(format, entry, feed, held)
    const shape = {
      item: entry.content === undefined ? item : { ...item, content: contentStandIn },
      language: entry.language === feed.language ? undefined : entry.language,
    }
    const options = () => toOptions(format, feed, new HeldTexts())
    return putContent(
      held.release(recallShape(shape, (ofEntry) => writeEntry(format, ofEntry, options()))),
      entry.content,
    )
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

const toOptions = (format: XmlFormat, feed: Feed, held: HeldTexts): FeedOptions => ({
  title: held.holdText(feed.title),
  description: held.holdText(feed.description),
  updated: held.holdDate(feed.updated),
  link: held.holdUrl(feed.pageUrl),
  generator,
  ...(feed.hub === undefined ? {} : { hub: held.holdUrl(feed.hub) }),
  ...format.toOptions(feed, held),
})

const toItem = (format: XmlFormat, entry: Entry, feed: FeedHead, held: HeldTexts): Item => ({
  title: held.holdText(entry.title),
  link: held.holdUrl(entry.url),
  // RSS takes it for HTML: what is plain text is escaped as such, too.
  description: held.hold(formatTextAsHtml(entry.summary)),
  ...format.toItem(entry, feed, held),
})

const writeHead = (
  { write, mendHead }: XmlFormat,
  { options, ...shape }: HeadShape & { readonly options: FeedOptions },
): HeldMarkup => findHeld(mendHead(removeIndents(write(createLibraryFeed(options))), shape))

function writeEntry(
  { element, write, mendEntry }: XmlFormat,
  { item, language }: { readonly item: Item; readonly language: string | undefined },
  options: FeedOptions,
): HeldMarkup {
  const library = createLibraryFeed(options)
  library.addItem(item)
  const [markup] = new RegExp(`<${element}[ >][^]*?</${element}>\\n`).exec(removeIndents(write(library))) ?? []
  assert(markup !== undefined, `the library writes an <${element}>`)
  return findHeld(mendEntry(markup, language))
}

/** The library indents; that is a tenth of a feed of short articles. */
const removeIndents = (document: string): string => document.replace(/\n +</g, '\n<')

/** In UTF-8: what stands before its content, the content, which all formats share, and the rest. */
type EntryMarkup = readonly Uint8Array[]

/** @param parts - What stands before the content, and after it. */
function putContent([before, after]: readonly string[], content: Uint8Array | undefined): EntryMarkup {
  if (content === undefined) return [Buffer.from(before!)]
  assert(after !== undefined, 'the library writes the content of an entry')
  return [Buffer.from(`${before}<![CDATA[`), toCdataContent(content), Buffer.from(`]]>${after}`)]
}

function toCdataContent(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  return bytes.includes(']]>') ? Buffer.from(escapeCdata(bytes.toString())) : content
}
