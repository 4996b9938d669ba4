import type { Post } from '../posts/post.ts'
import { analysePost } from '../relations/analyse-post.ts'
import { type PackedAnalyses, packAnalyses } from '../relations/packed-analyses.ts'
import { type Claims, tryToClaim } from './claims.ts'

/** Posts whose texts either of two threads could analyse: whoever claims them first does. */
export interface SharedBatch {
  readonly posts: readonly Post[]
  /** One, for all of them. */
  readonly claims: Claims
}

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
    const { posts, claims } = batches[batch]!
    if (!tryToClaim(claims, 0)) return
    send(batch, packAnalyses(posts.map(analysePost)))
  }
}
