import fc from 'fast-check'
import { createCorpus } from '../../bench/corpus.ts'
import { assertNever } from '../../src/errors.ts'
import type { OwnerRelations, Post } from '../../src/posts/post.ts'
import { parseSlug } from '../../src/posts/slug.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import type { Relation, RelationGraph } from '../../src/relations/relation-graph.ts'
import type { RelationOptions } from '../../src/relations/relation-options.ts'
import { day, post } from '../posts/build-post.ts'

/** A post of a stated day, with what the owner says about it. */
export function dated(date: string, title: string, body: string, rest: Partial<Post> = {}): Post {
  return post(title, { body, date: { kind: 'stated', day: day(date) }, ...rest })
}

export const owner = (says: {
  duplicateOf?: string
  followUpTo?: string
  notRelatedTo?: string[]
}): OwnerRelations => ({
  ...(says.duplicateOf === undefined ? {} : { duplicateOf: parseSlug(says.duplicateOf, 'duplicateOf') }),
  ...(says.followUpTo === undefined ? {} : { followUpTo: parseSlug(says.followUpTo, 'followUpTo') }),
  notRelatedTo: (says.notRelatedTo ?? []).map((slug) => parseSlug(slug, 'notRelatedTo')),
})

/** Relations of one kind as short texts: "copy → canonical: change", "earlier → later", "post ~ other". */
export function told(posts: readonly Post[], kind: Relation['kind'], options?: RelationOptions): readonly string[] {
  return tell(posts, findRelations(posts, options), kind)
}

export function tell(posts: readonly Post[], { relations }: RelationGraph, kind: Relation['kind']): readonly string[] {
  const titles = new Map(posts.map(({ id, title }) => [id, title]))
  const spell = (relation: Relation): string => {
    switch (relation.kind) {
      case 'duplicate':
        return `${titles.get(relation.copy)} → ${titles.get(relation.canonical)}: ${relation.change}`
      case 'followUp':
        return `${titles.get(relation.earlier)} → ${titles.get(relation.later)}`
      case 'similar':
        return `${titles.get(relation.post)} ~ ${titles.get(relation.other)}`
      default:
        return assertNever(relation)
    }
  }
  return relations.filter((relation) => relation.kind === kind).map(spell)
}

/** A generated archive with republished posts and stories. */
export const corpus = (posts: number, seed: number): readonly Post[] =>
  createCorpus({ posts, tags: 10, words: 120, seed }).map(({ date, title, paragraphs, slug }) =>
    dated(date, title, paragraphs.join('\n\n'), { slug: parseSlug(slug, 'slug'), id: post(slug, { body: slug }).id }),
  )

/** The same posts in another order. */
export const shuffled = (posts: readonly Post[]): fc.Arbitrary<Post[]> =>
  fc.shuffledSubarray([...posts], { minLength: posts.length })
