import { once } from '../once.ts'
import type { HashNumbering } from './hash-numbering.ts'
import type { PostRecord } from './relation-cache.ts'

/** The terms of an archive, numbered 0, 1, 2 … in any order. A number may stand for a term that no post has any more. */
export interface Vocabulary {
  readonly numbering: HashNumbering
  /** By post: the numbers of its terms, beside its `terms`. */
  readonly numbers: readonly Uint32Array[]
  /** By term: posts that have it. */
  readonly postCounts: () => Uint32Array
}

/** Numbers the terms of those that have no numbers yet. */
export function numberTerms(records: readonly PostRecord[], numbering: HashNumbering): void {
  const others = records.filter(({ numbers }) => numbers === undefined)
  // Parts of one array: ten thousand small ones take longer to make than to fill.
  const all = new Uint32Array(others.reduce((sum, { analysis }) => sum + analysis!.terms.length, 0))
  let end = 0
  for (const record of others) {
    const start = end
    const { terms } = record.analysis!
    for (let place = 0; place < terms.length; place++) all[end++] = numbering.numberOf(terms[place]!)
    record.numbers = all.subarray(start, end)
  }
}

export const toVocabulary = (records: readonly PostRecord[], numbering: HashNumbering): Vocabulary => {
  const numbers = records.map((record) => record.numbers!)
  return { numbering, numbers, postCounts: once(() => countPosts(numbers, numbering.size)) }
}

function countPosts(numbers: readonly Uint32Array[], termCount: number): Uint32Array {
  const counts = new Uint32Array(termCount)
  for (const ofPost of numbers) for (let at = 0; at < ofPost.length; at++) counts[ofPost[at]!]!++
  return counts
}
