import { expect, test } from 'vitest'
import { toHomePage } from '../../src/pages/home-view.ts'
import { planPages } from '../../src/pages/plan-pages.ts'
import { post } from '../posts/build-post.ts'
import { modelOf, stated, tramGraph, tramPosts } from './sample-site.ts'

test('the first page leads to the stories and the most used tags, the others do not', () => {
  const model = modelOf(tramPosts, { graph: tramGraph })
  const [first, second] = planPages(model, { pageSize: 3 }).home.map((plan) => toHomePage(model, plan))
  expect(first!.directory?.threads.map(({ link }) => link.text)).toEqual(['Quai des Brumes'])
  expect(first!.directory?.tags.map(({ text, count }) => `${text} ${count}`)).toEqual([
    'Port 2',
    'Tram 2',
    '<b> 1',
    'C++ 1',
  ])
  expect(second!.directory).toBeUndefined()
})

test('where all posts have one tag and tell no story, there is nothing to choose from', () => {
  const model = modelOf([post('Le tram', { date: stated('2024-01-02'), tags: ['Tram'] })])
  const [home] = planPages(model, { pageSize: 3 }).home.map((plan) => toHomePage(model, plan))
  expect(home!.directory).toBeUndefined()
})
