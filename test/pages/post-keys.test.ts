import { expect, test } from 'vitest'
import { createPostKeys } from '../../src/pages/post-keys.ts'
import type { SiteModel } from '../../src/pages/site-model.ts'
import type { Post } from '../../src/posts/post.ts'
import type { Relation } from '../../src/relations/relation-graph.ts'
import { post } from '../posts/build-post.ts'
import { modelOf, stated } from './sample-site.ts'

const [un, deux, trois] = ['Un', 'Deux', 'Trois'].map((title, at) =>
  post(title, { date: stated(`2024-01-0${at + 1}`), body: `${title} paragraphe.` }),
) as [Post, Post, Post]

/** Of the page of a post, in an archive with one relation. */
const keyOfPage = (of: Post, relation: Relation): string => {
  const model = modelOf([un, deux, trois], { graph: { relations: [relation], threads: [] } })
  return createPostKeys(model).ofPage(model.posts.find(({ id }) => id === of.id)!)
}

const similar = { kind: 'similar', post: un.id, other: deux.id, score: 0.5, terms: ['pont'] } as const
const followUp = {
  kind: 'followUp',
  earlier: un.id,
  later: deux.id,
  score: 0.5,
  evidence: { terms: ['pont'] },
} as const
const duplicate = {
  kind: 'duplicate',
  canonical: deux.id,
  copy: un.id,
  change: 'revised',
  similarity: 0.5,
  containment: 0.5,
} as const

test.each<[string, Relation, Relation]>([
  ['the similar post', similar, { ...similar, other: trois.id }],
  ['what similar posts share', similar, { ...similar, terms: ['bac'] }],
  ['what came next', followUp, { ...followUp, later: trois.id }],
  ['what a story’s pieces share', followUp, { ...followUp, evidence: { terms: ['bac'] } }],
  ['the canonical version', duplicate, { ...duplicate, canonical: trois.id }],
  ['how a copy differs', duplicate, { ...duplicate, change: 'expanded' }],
])('the key of a page changes with %s', (_, before, after) => {
  expect(keyOfPage(un, after)).not.toBe(keyOfPage(un, before))
})

test.each<[string, Relation, Relation]>([
  ['the score of similar posts', similar, { ...similar, score: 0.7 }],
  [
    'the score of a follow-up, and the days between',
    followUp,
    { ...followUp, score: 1, evidence: { terms: ['pont'], days: 3 } },
  ],
  ['measures of a copy', duplicate, { ...duplicate, similarity: 0.9, containment: 1 }],
])('and not with %s, which no page shows', (_, before, after) => {
  expect(keyOfPage(un, after)).toBe(keyOfPage(un, before))
})

test.each(['ofPage', 'ofSurroundings'] as const)(
  '%s changes with the size of a picture, in the post or in a comment',
  (key) => {
    const keyWith = (shown: string, width: number) => {
      const model: SiteModel = {
        ...modelOf([{ ...un, body: shown === 'post' ? '![Le bac](/media/bac.png)' : un.body }]),
        imageSizeOf: () => ({ width, height: 10 }),
        commentsOf: () => (shown === 'comment' ? [{ id: 'c1', body: '![Le bac](/media/bac.png)' }] : []),
      }
      return JSON.stringify(createPostKeys(model)[key](model.posts[0]!)) ?? 'none'
    }
    for (const shown of ['post', 'comment']) expect(keyWith(shown, 20)).not.toBe(keyWith(shown, 30))
    expect(keyWith('nothing', 20)).toBe(keyWith('nothing', 30))
  },
)
