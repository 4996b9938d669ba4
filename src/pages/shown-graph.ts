import type { FollowUpEvidence, Relation, RelationGraph, Thread } from '../relations/relation-graph.ts'

/**
 * What pages show of a graph: no scores, and of the terms the first few. Small edits change the rest, and this seldom. Any graph can stand
 * for one.
 */
export interface ShownGraph {
  readonly relations: readonly ShownRelation[]
  readonly threads: readonly Thread[]
}

export type ShownRelation =
  | Pick<Extract<Relation, { kind: 'duplicate' }>, 'kind' | 'canonical' | 'copy' | 'change'>
  | (Pick<Extract<Relation, { kind: 'followUp' }>, 'kind' | 'earlier' | 'later'> & {
      readonly evidence: Pick<FollowUpEvidence, 'terms'>
    })
  | Pick<Extract<Relation, { kind: 'similar' }>, 'kind' | 'post' | 'other' | 'terms'>

/** More say little. */
const mostTermsOfStory = 5
/** More are no better reason to read it. */
const mostTermsOfSimilar = 3

export const toShownGraph = ({ relations, threads }: RelationGraph): ShownGraph => ({
  relations: relations.map(toShownRelation),
  threads,
})

export function toShownRelation(relation: Relation): ShownRelation {
  switch (relation.kind) {
    case 'duplicate':
      return { kind: 'duplicate', canonical: relation.canonical, copy: relation.copy, change: relation.change }
    case 'followUp': {
      const terms = pickTelling(relation.evidence.terms, mostTermsOfStory)
      return { kind: 'followUp', earlier: relation.earlier, later: relation.later, evidence: { terms } }
    }
    case 'similar': {
      const terms = pickTelling(relation.terms, mostTermsOfSimilar)
      return { kind: 'similar', post: relation.post, other: relation.other, terms }
    }
  }
}

/** A number without its noun says nothing. */
const pickTelling = (terms: readonly string[], most: number): readonly string[] =>
  terms.filter((term) => /\p{L}/u.test(term)).slice(0, most)
