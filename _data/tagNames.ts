import type { TagNameOptions } from '../src/index.ts'

/** How tags are written. Spellings that differ only by case, accents, spaces or hyphens are one tag anyway. */
export default {
  /** Other spelling → the tag's name. */
  aliases: {},
  /** A tag → the name that readers see. */
  names: {},
  /** A tag → its part of the address. */
  slugs: {},
} satisfies TagNameOptions
