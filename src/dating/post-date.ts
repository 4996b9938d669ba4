import type { Day } from '../calendar/day.ts'

/**
 * When a post was published, as surely as its source tells. `undefined` in its place: nothing is known.
 *
 * - `stated`: the source or the owner says it; `instant` (ISO 8601, in UTC) where the time of day is known too.
 * - `inferred`: `day` is the best estimate; the true day lies from `earliest` to `latest`, both inclusive.
 * - `bounded`: too little for an estimate; one bound is known, and no more is said.
 */
export type PostDate =
  | { readonly kind: 'stated'; readonly day: Day; readonly instant?: string | undefined }
  | {
      readonly kind: 'inferred'
      readonly day: Day
      readonly earliest: Day
      readonly latest: Day
      readonly evidence: string
    }
  | { readonly kind: 'bounded'; readonly bound: 'earliest' | 'latest'; readonly day: Day; readonly evidence: string }

/** The evidence of a date that no words tell, only the post's place between its neighbours. Pages say it in their language. */
export const orderEvidence = 'order in the archive'
