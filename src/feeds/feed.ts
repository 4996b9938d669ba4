import type { PostDate } from '../dating/post-date.ts'
import { decodeUtf8, type TextParts } from '../markup/text-parts.ts'

export const feedFormats = ['rss', 'atom', 'json'] as const

export type FeedFormat = (typeof feedFormats)[number]

/** An article as feeds tell it, the same in all formats. Texts are plain, without what XML can't hold. */
export interface Entry {
  /** For RSS and JSON: the id that subscribers know, byte for byte. */
  readonly id: string
  /** The same, unless that is no URI: Atom allows nothing else. */
  readonly atomId: string
  /** Absolute. */
  readonly url: string
  /** Never empty. */
  readonly title: string
  /** Never empty. */
  readonly summary: string
  /**
   * HTML in UTF-8, as all documents have it: a string takes twice the memory. Every address in it is absolute. Absent where the whole text is
   * in the history of the site's own feed.
   */
  readonly content: Uint8Array | undefined
  /** BCP 47. */
  readonly language: string
  readonly author: string | undefined
  readonly categories: readonly string[]
  /** Absent where the day isn't known. */
  readonly published: Date | undefined
  readonly updated: Date
  /** Absent where the source states the date, and where there is none. */
  readonly dateEstimate: Exclude<PostDate, { kind: 'stated' }> | undefined
}

/** As a string. */
export const contentOf = ({ content }: Entry): string | undefined => content && decodeUtf8(content)

/** What is the same in every document of a feed: the one that readers subscribe to, and those of its history. */
export interface FeedHead {
  /** Does not change with the site's address, nor with the feed's title or path. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly language: string
  readonly author: string | undefined
  readonly siteTitle: string
  /** The page that shows the same articles; absolute. */
  readonly pageUrl: string
  readonly hub: string | undefined
  /** Makes a feed readable in a browser; without scheme and host. */
  readonly stylesheetUrl: string
}

/** One document of a feed, whatever its format. */
export interface Feed extends FeedHead {
  readonly selfUrl: string
  /** The document with the entries before these; absent in the oldest. */
  readonly olderUrl: string | undefined
  /** In a document of the history: the one that readers subscribe to. */
  readonly currentUrl: string | undefined
  /** The newest entry's, never the build's. */
  readonly updated: Date
  /** Newest first. */
  readonly entries: readonly Entry[]
}

/** Writes documents in one format. */
export type FeedWriter = (feed: Feed) => TextParts
