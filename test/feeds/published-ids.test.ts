import { describe, expect, it } from 'vitest'
import { findChangedIds, formatPublishedIds, parsePublishedIds } from '../../src/feeds/published-ids.ts'
import type { UrlPath } from '../../src/pages/urls.ts'
import { toShortHash } from '../../src/posts/manifest.ts'

const entry = (path: string, id: string, atomId = id) => ({ path: path as UrlPath, id, atomId })
const read = (...entries: readonly ReturnType<typeof entry>[]) => parsePublishedIds(formatPublishedIds(entries))!

describe('the ids of published entries', () => {
  it('are a line a post, in an order of their own, whatever the order of the posts', () => {
    const [a, b] = [entry('/a/', 'tag:x,2024:a'), entry('/b/', '123', 'tag:x,2024:b')]
    const text = formatPublishedIds([a, b])
    expect(text).toBe(formatPublishedIds([b, a]))
    expect(text.split('\n')).toHaveLength(4)
    expect(text.length).toBeLessThan(80)
  })

  it('are unchanged where a page moves, a post goes or comes, or two posts change places', () => {
    const before = read(entry('/a/', '1'), entry('/b/', '2'), entry('/c/', '3'))
    const now = read(entry('/moved/', '1'), entry('/c/', '2'), entry('/b/', '3'), entry('/new/', '4'))
    expect(findChangedIds(before, now)).toEqual(new Set())
  })

  it('are found changed by the page that they stood for, in one format or in all', () => {
    const before = read(entry('/a/', '1'), entry('/b/', '2', 'tag:x,2024:2'), entry('/gone/', '3'))
    const now = read(entry('/a/', '9'), entry('/b/', '2', 'tag:y,2024:2'))
    expect(findChangedIds(before, now)).toEqual(new Set(['/a/', '/b/'].map(toShortHash)))
  })

  it.each([['<!DOCTYPE html>'], [''], ['tag-archive feed ids 2\n'], ['tag-archive feed ids 1\nx y\n']])(
    'are not read from another file: %j',
    (text) => expect(parsePublishedIds(text)).toBeUndefined(),
  )
})
