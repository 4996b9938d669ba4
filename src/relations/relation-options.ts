export interface RelationOptions {
  /**
   * Share of the shorter text that two versions of one article have in common; passages that only one of them has
   * don't count against it. 0–1. Default 0.45.
   */
  versionCoverage?: number | undefined
  /** How sure a follow-up must be to be shown; lower shows more, and more that is wrong. 0–1. Default 0.6. */
  followUpScore?: number | undefined
  /** Similar posts shown with a post. 0–20. Default 5. */
  similarPosts?: number | undefined
}

export const relationDefaults = { versionCoverage: 0.45, followUpScore: 0.6, similarPosts: 5 } as const

export type RelationSettings = Readonly<Record<keyof RelationOptions, number>>

export const resolveRelationOptions = (options: RelationOptions = {}): RelationSettings => ({
  ...relationDefaults,
  ...(Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Partial<RelationSettings>),
})
