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
  // Parts of one array: ten thousand small ones take longer to make than to fill.
  const all = new Uint32Array(analyses.reduce((sum, { terms }) => sum + terms.length, 0))
  let end = 0
  const numbers = analyses.map(({ terms }) => {
    const start = end
    for (let place = 0; place < terms.length; place++) all[end++] = numbering.numberOf(terms[place]!)
    return all.subarray(start, end)
  })
  const postCounts = new Uint32Array(numbering.size)
  for (let at = 0; at < all.length; at++) postCounts[all[at]!]!++
  return { numbering, numbers, postCounts }
}
