import type { PostId, Slug } from '../posts/post.ts'

/** How a copy differs from the canonical version of its article. */
export type VersionChange = 'identical' | 'retitled' | 'revised' | 'expanded' | 'shortened'

/** What speaks for a follow-up: rare names and terms that both posts hold, and the days between them where both are dated. */
export interface FollowUpEvidence {
  readonly terms: readonly string[]
  readonly days?: number | undefined
  /** The later one links to the earlier one at its start. */
  readonly isReference?: boolean | undefined
}

/** Posts are named by id. Similarity, containment and score: 0–1. */
export type Relation =
  | {
      readonly kind: 'duplicate'
      readonly canonical: PostId
      readonly copy: PostId
      readonly change: VersionChange
      readonly similarity: number
      readonly containment: number
    }
  | {
      readonly kind: 'followUp'
      readonly earlier: PostId
      readonly later: PostId
      readonly score: number
      readonly evidence: FollowUpEvidence
    }
  | {
      readonly kind: 'similar'
      readonly post: PostId
      readonly other: PostId
      readonly score: number
      readonly terms: readonly string[]
    }

/** A story told over several posts. */
export interface Thread {
  /** Does not change when a post is added. */
  readonly slug: Slug
  /** What its posts share. */
  readonly title: string
  /** Canonical versions only, earliest first. */
  readonly posts: readonly PostId[]
}

export interface RelationGraph {
  /** Duplicates, then follow-ups, then similar posts; each in a total order. */
  readonly relations: readonly Relation[]
  readonly threads: readonly Thread[]
}

export const emptyGraph: RelationGraph = { relations: [], threads: [] }
