import { withPlainAddresses } from '../markup/markdown.ts'
import type { Post } from '../posts/post.ts'
import { digestOf, textFact } from '../posts/post-text.ts'
import { toShortHash } from '../short-hash.ts'
import { beginningOf } from './excerpt.ts'
import { toReadingMinutes } from './reading-time.ts'

/** Of all that an excerpt is made from. */
export const beginningDigestOf: (post: Post) => string = textFact('beginning', (body) => toShortHash(beginningOf(body)))

/** Pictures of the archive that a text may show. Their sizes stand on the page, and not in the text. */
export function listImages(text: string): readonly string[] {
  const plain = withPlainAddresses(text)
  if (!plain.includes('/media/')) return []
  return Array.from(plain.matchAll(/\/media\/[\w.-]+/g), ([address]) => address)
}

export const imagesOf: (post: Post) => readonly string[] = textFact('images', listImages)

export const readingMinutesOf: (post: Post) => number = textFact('minutes', toReadingMinutes)

/** Finds out what pages and their keys ask of every text, while there is time. */
export function findTextFacts(post: Post): void {
  for (const factOf of [digestOf, beginningDigestOf, imagesOf, readingMinutesOf]) factOf(post)
}
