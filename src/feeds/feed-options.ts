export interface FeedOptions {
  /**
   * Entries in a feed, and in each document of its history. A change cuts the history anew: readers that fetch all of it
   * find every entry again, under the same ids. 1–100. Default 20.
   */
  entries?: number | undefined
  /**
   * What becomes of older entries: `archived` in documents that a feed links to, the same with whole texts in the site's feed only
   * and `brief` entries in those of tags and threads, or in no feed at all, `none`. Default: `archived` up to 2,000 posts, `brief`
   * up to 20,000, `none` beyond, where the site would be more than GitHub Pages holds.
   */
  history?: FeedHistory | undefined
  /**
   * First part of the ids of entries: a domain of yours and a year in which it was yours, `example.org,2024`. Choose it
   * once, before the first reader subscribes, and keep it for ever, wherever the site moves. Default
   * `tag-archive.invalid,2026`: a domain that nobody can own.
   */
  idAuthority?: string | undefined
  /** WebSub hub that tells readers of new entries, `https://hub.example/`. Default: none. */
  hub?: string | undefined
  /**
   * Feeds also where WordPress has them, `/feed/` and `/tag/<slug>/feed/`, for its subscribers. Default: where a post has an id
   * that WordPress gave it.
   */
  wordPressAddresses?: boolean | undefined
}

export type FeedHistory = 'archived' | 'brief' | 'none'

export interface ResolvedFeedOptions {
  readonly entries: number
  /** Absent: it follows from the number of posts. */
  readonly history: FeedHistory | undefined
  readonly idAuthority: string
  readonly hub: string | undefined
  readonly wordPressAddresses: boolean | undefined
}

export const feedDefaults: ResolvedFeedOptions = {
  entries: 20,
  history: undefined,
  idAuthority: 'tag-archive.invalid,2026',
  hub: undefined,
  wordPressAddresses: undefined,
}
