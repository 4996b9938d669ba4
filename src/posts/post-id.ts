import { createHash } from 'node:crypto'
import type { PostId } from './post.ts'

/**
 * The id of a post at its first import, the same on every machine: a hash of title and text, whatever their case,
 * spaces and punctuation. From then on it stands in the front matter, and title and text may change.
 *
 * @param occurrence - 1 for the oldest of several posts with this title and text, 2 for the next.
 */
export function toPostId(title: string, text: string, occurrence: number): PostId {
  const number = occurrence === 1 ? '' : `\n${occurrence}`
  return hashToId(`${wordsOf(title)}\n${wordsOf(text)}${number}`)
}

/** The id of a file that has none in its front matter: it follows from the file's name, and changes with it. */
export function toPostIdOfFile(fileName: string): PostId {
  return hashToId(`file ${fileName.normalize('NFC')}`)
}

/** An id as front matter holds it; `undefined` for what no feed and no attribute could carry. */
export function parsePostId(text: string): PostId | undefined {
  return /^[^\s\p{C}]{1,200}$/u.test(text) ? (text as PostId) : undefined
}

/** 64 bits: among a million posts, two ids are equal with a chance of one in 37 million. */
const hashToId = (text: string): PostId => `p${createHash('sha256').update(text).digest('hex').slice(0, 16)}` as PostId

/** A text as its words alone, for hashes and comparisons that outlast typography. */
export const wordsOf = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
