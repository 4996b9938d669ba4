import type { PostAnalysis } from './analyse-post.ts'
import { HashNumbering } from './hash-numbering.ts'

/** The terms of an archive, numbered 0, 1, 2 … */
export interface Vocabulary {
  readonly numbering: HashNumbering
  /** By post: the numbers of its terms, beside its `terms`. */
  readonly numbers: readonly Uint32Array[]
  /** By term: posts that have it. */
  readonly postCounts: Uint32Array
}

export function numberTerms(analyses: readonly PostAnalysis[]): Vocabulary {
  const numbering = new HashNumbering(analyses.length * 20)
  const numbers = analyses.map(({ terms }) => toNumbers(terms, (hash) => numbering.numberOf(hash)))
  const postCounts = new Uint32Array(numbering.size)
  for (const terms of numbers) for (let at = 0; at < terms.length; at++) postCounts[terms[at]!]!++
  return { numbering, numbers, postCounts }
}

export function toNumbers(hashes: Uint32Array, numberOf: (hash: number) => number): Uint32Array {
  const numbers = new Uint32Array(hashes.length)
  for (let place = 0; place < hashes.length; place++) numbers[place] = numberOf(hashes[place]!)
  return numbers
}
