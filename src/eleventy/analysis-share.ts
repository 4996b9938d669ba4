import type { Post } from '../posts/post.ts'
import { analysePost } from '../relations/analyse-post.ts'
import { type PackedAnalyses, packAnalyses } from '../relations/packed-analyses.ts'

/** Posts whose texts either of two threads could analyse: whoever claims them first does. */
export interface SharedBatch {
  readonly posts: readonly Post[]
  readonly claim: SharedArrayBuffer
}

export const createClaim = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)

/** @returns Whether it is the caller's: nobody claimed it before. */
export const tryToClaim = (claim: SharedArrayBuffer): boolean => Atomics.exchange(new Int32Array(claim), 0, 1) === 0

/**
 * Analyses texts from the last batch backwards, until it meets the other thread, which comes from the first one.
 *
 * @param send - Gets what was found out about a batch, by its place.
 */
export function analyseFromEnd(
  batches: readonly SharedBatch[],
  send: (batch: number, analyses: PackedAnalyses) => void,
): void {
  for (let batch = batches.length - 1; batch >= 0; batch--) {
    const { posts, claim } = batches[batch]!
    if (!tryToClaim(claim)) return
    send(batch, packAnalyses(posts.map(analysePost)))
  }
}
