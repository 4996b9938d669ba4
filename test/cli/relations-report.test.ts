import { describe, expect, it } from 'vitest'
import { formatRelations, toRelationsJson } from '../../src/cli/relations-report.ts'
import { toSlug } from '../../src/posts/slug.ts'
import type { RelationGraph } from '../../src/relations/relation-graph.ts'
import { day, post } from '../posts/build-post.ts'

const [une, deux, trois] = [
  post('Une', { date: { kind: 'stated', day: day('2023-11-29') } }),
  post('Deux', { date: { kind: 'bounded', bound: 'latest', day: day('2023-12-05'), evidence: '' } }),
  post('Trois'),
] as const
const graph: RelationGraph = {
  relations: [
    { kind: 'duplicate', canonical: une.id, copy: deux.id, change: 'retitled', similarity: 0.91, containment: 1 },
    {
      kind: 'followUp',
      earlier: une.id,
      later: trois.id,
      score: 0.5,
      evidence: { terms: ['canal', 'écluse'], days: 1 },
    },
    { kind: 'followUp', earlier: deux.id, later: trois.id, score: 0.4, evidence: { terms: ['canal'] } },
    { kind: 'similar', post: une.id, other: trois.id, score: 0.25, terms: ['port'] },
  ],
  threads: [{ slug: toSlug('canal'), title: 'canal', posts: [une.id, trois.id] }],
}

describe('toRelationsJson', () => {
  it('names posts by slug, with exactly the keys of the contract', () => {
    expect(JSON.parse(toRelationsJson([une, deux, trois], graph, 'Europe/Paris'))).toEqual({
      posts: [
        { id: une.id, slug: 'une', title: 'Une', date: '2023-11-29' },
        { id: deux.id, slug: 'deux', title: 'Deux', date: null },
        { id: trois.id, slug: 'trois', title: 'Trois', date: null },
      ],
      relations: [
        { kind: 'duplicate', canonical: 'une', copy: 'deux', change: 'retitled', similarity: 0.91, containment: 1 },
        {
          kind: 'followUp',
          earlier: 'une',
          later: 'trois',
          score: 0.5,
          evidence: { terms: ['canal', 'écluse'], days: 1 },
        },
        { kind: 'followUp', earlier: 'deux', later: 'trois', score: 0.4, evidence: { terms: ['canal'], days: null } },
        { kind: 'similar', post: 'une', other: 'trois', score: 0.25 },
      ],
      threads: [{ slug: 'canal', title: 'canal', posts: ['une', 'trois'] }],
    })
  })
})

describe('formatRelations', () => {
  it('gives each relation a line with its evidence', () => {
    expect(
      formatRelations([une, deux, trois], graph),
    ).toBe(`duplicate  deux is a copy of une (retitled; similarity 91 %, containment 100 %)
follow-up  trois continues une (both have canal, écluse; 1 day later; score 0.50)
follow-up  trois continues deux (both have canal; score 0.40)
similar    une is like trois (both have port; score 0.25)
thread     canal: une → trois
3 posts, 4 relations, 1 thread.
`)
  })
})
