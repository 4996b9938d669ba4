import { expect, test } from 'vitest'
import type { PostDate } from '../../src/dating/post-date.ts'
import { withoutFuturePosts } from '../../src/posts/future-posts.ts'
import { day, post } from './build-post.ts'

const now = new Date('2023-12-31T23:30:00Z')

test.each<[string, PostDate | undefined, string, boolean]>([
  ['no date', undefined, 'UTC', true],
  ['today', { kind: 'stated', day: day('2023-12-31') }, 'UTC', true],
  ['tomorrow', { kind: 'stated', day: day('2024-01-01') }, 'UTC', false],
  ['what is today in Paris already', { kind: 'stated', day: day('2024-01-01') }, 'Europe/Paris', true],
  ['a minute ago', { kind: 'stated', day: day('2024-01-01'), instant: '2023-12-31T23:29:00Z' }, 'Europe/Paris', true],
  ['in a minute', { kind: 'stated', day: day('2023-12-31'), instant: '2023-12-31T23:31:00Z' }, 'UTC', false],
])('a post dated %s waits, or does not', (_, date, timeZone, isPublished) => {
  expect(withoutFuturePosts([post('A', { date })], { now, timeZone })).toHaveLength(isPublished ? 1 : 0)
})
