import type { FeedHistory } from './feed-options.ts'

/**
 * What can be kept of older entries in so many posts, with pages and all feeds in the gigabyte that GitHub Pages holds. Of 350 words, a
 * post takes 49 kB with whole texts in the history of all feeds, 30 kB with the site's only, 10 kB with none.
 */
export const chooseHistory = (posts: number): FeedHistory =>
  posts <= 2_000 ? 'archived' : posts <= 20_000 ? 'brief' : 'none'

/** A feed's entries, cut into documents. */
export interface History<Item> {
  /** What readers subscribe to. Newest first. */
  readonly current: readonly Item[]
  /** Older entries, the oldest document first; newest first within each. */
  readonly archived: readonly (readonly Item[])[]
}

/**
 * Keeps the newest entries in the feed and cuts the rest into documents of the same size, counted from the oldest: a full
 * one never changes when newer entries are added. The newest of them may repeat entries of the feed, so that it is full too.
 *
 * @param items - Newest first.
 * @see RFC 5005, section 4: archived feeds
 */
export function splitHistory<Item>(items: readonly Item[], size: number): History<Item> {
  return {
    current: items.slice(0, size),
    archived: Array.from({ length: countArchived(items.length, size) }, (_, index) => {
      const end = items.length - index * size
      return items.slice(end - size, end)
    }),
  }
}

/** Documents of older entries that so many items make. */
export const countArchived = (items: number, size: number): number => Math.max(0, Math.ceil((items - size) / size))
