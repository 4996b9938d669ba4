import { describe, expect, test } from 'vitest'
import { createEntryIds, formatTagUri } from '../../src/feeds/entry-ids.ts'
import type { Post } from '../../src/posts/post.ts'
import { parsePostId } from '../../src/posts/post-id.ts'
import { toSlug } from '../../src/posts/slug.ts'
import { stated } from '../pages/sample-site.ts'
import { post } from '../posts/build-post.ts'

const authority = 'example.org,2024'
const idsOf = (rest: Partial<Post>) => {
  const one = post('A', { id: parsePostId('p1')!, ...rest })
  return createEntryIds([one], authority).idsOf(one)
}
const ownId = 'tag:example.org,2024:post/p1'

describe('an entry’s id', () => {
  test.each<[string, Partial<Post>, string, string]>([
    ['is made from the post’s own', {}, ownId, ownId],
    [
      'is the old feed’s, byte for byte',
      { guid: 'http://Old.Example/?p=1&b' },
      'http://Old.Example/?p=1&b',
      'http://Old.Example/?p=1&b',
    ],
    ['is the owner’s first of all', { feedId: 'urn:isbn:1', guid: 'http://old.example/' }, 'urn:isbn:1', 'urn:isbn:1'],
    ['that is no URI is kept where one isn’t needed', { guid: '1234 at old.example' }, '1234 at old.example', ownId],
    ['that has other letters too', { guid: 'http://old.example/été' }, 'http://old.example/été', ownId],
    ['that would arrive changed is not used', { guid: ' padded' }, ownId, ownId],
    ['that holds control characters is not used', { guid: 'a\u0001b' }, ownId, ownId],
    ['that is empty is not used', { feedId: '', guid: '' }, ownId, ownId],
  ])('%s', (_, rest, id, atomId) => {
    expect(idsOf(rest)).toEqual({ id, atomId })
  })

  test('follows from nothing that may change', () => {
    expect(idsOf({ title: 'B', slug: toSlug('b'), permalink: '/b/', date: stated('2020-01-01'), body: 'B' })).toEqual(
      idsOf({}),
    )
  })

  test('that two posts have goes to the older one, and the owner is told', () => {
    const older = post('Older', { guid: 'http://old.example/?p=1', date: stated('2020-01-01') })
    const newer = post('Newer', { guid: 'http://old.example/?p=1', date: stated('2021-01-01') })
    const { idsOf, problems } = createEntryIds([newer, older], authority)
    expect(idsOf(older).id).toBe('http://old.example/?p=1')
    expect(idsOf(newer).id).toBe(formatTagUri(authority, 'post', newer.id))
    expect(problems).toMatchObject([{ code: 'FEED_ID_CLASH', severity: 'doubt' }])
    expect(problems[0]!.message).toContain('"older" and "newer"')
  })
  test('of another post is never taken, not even when it is made later', () => {
    const older = post('Older', { guid: formatTagUri(authority, 'post', 'p2'), date: stated('2020-01-01') })
    const newer = post('Newer', { id: parsePostId('p2')!, date: stated('2021-01-01') })
    const { idsOf } = createEntryIds([newer, older], authority)
    expect(idsOf(newer).id).toBe('tag:example.org,2024:post/p2')
    expect(idsOf(older).id).toBe(formatTagUri(authority, 'post', older.id))
  })
})
