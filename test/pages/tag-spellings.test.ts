import { expect, it } from 'vitest'
import { findSpellings } from '../../src/pages/tag-spellings.ts'
import { post } from '../posts/build-post.ts'

it('lists the spellings of each tag that has several, the most used first', () => {
  const tags = [['open source', 'Été'], ['opensource'], ['open source', 'été'], ['Ville'], ['Ville']]
  expect(findSpellings(tags.map((names, at) => post(`P${at}`, { tags: names })))).toEqual([
    [
      { name: 'Été', posts: 1 },
      { name: 'été', posts: 1 },
    ],
    [
      { name: 'open source', posts: 2 },
      { name: 'opensource', posts: 1 },
    ],
  ])
})
