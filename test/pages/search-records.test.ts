import { expect, test } from 'vitest'
import { toSearchRecords } from '../../src/pages/search-records.ts'
import { searchScriptPath } from '../../src/pages/urls.ts'
import { day, post } from '../posts/build-post.ts'
import { modelOf, stated, tramGraph, tramPosts } from './sample-site.ts'

test('one for each post of the lists, none for a copy', () => {
  const records = toSearchRecords(modelOf(tramPosts, { graph: tramGraph }))
  expect(records.map(({ title }) => title)).toEqual(
    modelOf(tramPosts, { graph: tramGraph }).listedPosts.map(({ title }) => title),
  )
  expect(records.map(({ path }) => path)).not.toContain('/articles/le-tram-passera-par-le-quai/')
})

test('each has its language, its tags, its text without marks, and a year where one is known', () => {
  const [port, bound] = toSearchRecords(
    modelOf([
      post('Ships', { lang: 'en', date: stated('2022-03-02'), tags: ['Port'], body: "**It's** a [ship](/x)." }),
      post('Hier', {
        date: { kind: 'bounded', bound: 'latest', day: day('2022-12-31'), evidence: 'un jour' },
      }),
    ]),
  )
  expect(port).toEqual({
    path: '/articles/ships/',
    language: 'en',
    title: 'Ships',
    text: "It's a ship.",
    date: '2 mars 2022',
    isEstimate: false,
    tags: ['Port'],
    year: '2022',
  })
  expect(bound!.year).toBeUndefined()
})

test('a site without search has no page for it and no link to one', () => {
  expect(modelOf(tramPosts).searchScript).toBeUndefined()
  expect(searchScriptPath('0')).toBe('/assets/search.0.js')
})
