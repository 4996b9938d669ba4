import type { FeedOptions } from '../src/index.ts'

/** What readers subscribe to. */
export default {
  /**
   * First part of every entry's id: a domain of yours, and a year in which it was yours. Put in your own before the first
   * reader subscribes; after that, never change it, wherever the site moves, or everybody gets every article again.
   */
  idAuthority: 'tag-archive.invalid,2026',
} satisfies FeedOptions
