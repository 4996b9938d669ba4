import { expect, test } from 'vitest'
import { toPostPath } from '../../src/pages/post-path.ts'
import { day, post } from '../posts/build-post.ts'

const byDay = '/{year}/{month}/{day}/{slug}/'

test('a post stands under its slug', () => {
  expect(toPostPath(post('Bonjour'), '/articles/{slug}/')).toBe('/articles/bonjour/')
})

test('its own permalink wins', () => {
  expect(toPostPath(post('Bonjour', { permalink: '/2010/07/08/salut/' }), byDay)).toBe('/2010/07/08/salut/')
})

test('a pattern may hold the day that the source states', () => {
  const dated = post('Bonjour', { date: { kind: 'stated', day: day('2010-07-08') } })
  expect(toPostPath(dated, byDay)).toBe('/2010/07/08/bonjour/')
})

test('an estimated day never becomes an address', () => {
  const estimated = { kind: 'inferred', earliest: day('2010-07-01'), latest: day('2010-07-09'), evidence: '' } as const
  expect(toPostPath(post('Bonjour', { date: { ...estimated, day: day('2010-07-08') } }), byDay)).toBe(
    '/articles/bonjour/',
  )
  expect(toPostPath(post('Bonjour'), byDay)).toBe('/articles/bonjour/')
})
