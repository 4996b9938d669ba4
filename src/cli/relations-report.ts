import { assertNever } from '../errors.ts'
import { toDateFields } from '../posts/date-fields.ts'
import type { Post, PostId, Slug } from '../posts/post.ts'
import type { FollowUpEvidence, Relation, RelationGraph } from '../relations/relation-graph.ts'
import { countOf } from './count-of.ts'

/** The document of `relations --json`: posts are named by slug. */
export function toRelationsJson(posts: readonly Post[], graph: RelationGraph, timeZone: string): string {
  const slugOf = toSlugs(posts)
  const document = {
    posts: posts.map(({ id, slug, title, date }) => ({
      id,
      slug,
      title,
      date: toDateFields(date, timeZone).date ?? null,
    })),
    relations: graph.relations.map((relation) => toRelationJson(relation, slugOf)),
    threads: graph.threads.map((thread) => ({
      slug: thread.slug,
      title: thread.title,
      posts: thread.posts.map(slugOf),
    })),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** One line a relation, with its evidence. */
export function formatRelations(posts: readonly Post[], { relations, threads }: RelationGraph): string {
  const slugOf = toSlugs(posts)
  const lines = relations.map((relation) => `${formatRelation(relation, slugOf)}\n`)
  const stories = threads.map((thread) => `thread     ${thread.title}: ${thread.posts.map(slugOf).join(' → ')}\n`)
  return `${lines.join('')}${stories.join('')}${countOf(posts.length, 'post')}, ${countOf(relations.length, 'relation')}, ${countOf(threads.length, 'thread')}.\n`
}

export function formatRelation(relation: Relation, slugOf: (id: PostId) => Slug): string {
  switch (relation.kind) {
    case 'duplicate':
      return `duplicate  ${slugOf(relation.copy)} is a copy of ${slugOf(relation.canonical)} (${relation.change}; similarity ${toPercent(relation.similarity)}, containment ${toPercent(relation.containment)})`
    case 'followUp':
      return `follow-up  ${slugOf(relation.later)} continues ${slugOf(relation.earlier)} (${formatEvidence(relation.evidence)}; score ${relation.score.toFixed(2)})`
    case 'similar':
      return `similar    ${slugOf(relation.post)} is like ${slugOf(relation.other)} (${formatTerms(relation.terms)}; score ${relation.score.toFixed(2)})`
    default:
      return assertNever(relation)
  }
}

/** @throws For an id that no post has: relations are made of posts. */
export function toSlugs(posts: readonly Post[]): (id: PostId) => Slug {
  const slugs = new Map(posts.map(({ id, slug }) => [id, slug]))
  return (id) => {
    const slug = slugs.get(id)
    if (slug === undefined) throw new Error(`No post has the id ${id}.`)
    return slug
  }
}

function toRelationJson(relation: Relation, slugOf: (id: PostId) => Slug): unknown {
  switch (relation.kind) {
    case 'duplicate': {
      const { kind, canonical, copy, change, similarity, containment } = relation
      return { kind, canonical: slugOf(canonical), copy: slugOf(copy), change, similarity, containment }
    }
    case 'followUp': {
      const { kind, earlier, later, score, evidence } = relation
      const days = evidence.days ?? null
      const { terms, isReference } = evidence
      const shown = { terms, days, ...(isReference ? { link: true } : {}) }
      return { kind, earlier: slugOf(earlier), later: slugOf(later), score, evidence: shown }
    }
    case 'similar':
      return { kind: relation.kind, post: slugOf(relation.post), other: slugOf(relation.other), score: relation.score }
    default:
      return assertNever(relation)
  }
}

const toPercent = (share: number): string => `${Math.round(share * 100)} %`
const formatTerms = (terms: readonly string[]): string =>
  terms.length === 0 ? 'no telling words in common' : `both have ${terms.join(', ')}`

const formatEvidence = ({ terms, days, isReference }: FollowUpEvidence): string =>
  `${formatTerms(terms)}${days === undefined ? '' : `; ${countOf(days, 'day')} later`}${isReference ? '; the later one links to the earlier one' : ''}`
