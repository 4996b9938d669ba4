import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseHistory, splitHistory } from '../../src/feeds/history.ts'

/** `[n, n-1, … 1]`: the newest item has the highest number. */
const items = (count: number) => Array.from({ length: count }, (_, index) => count - index)

describe('a feed’s history', () => {
  test.each([
    [0, []],
    [19, []],
    [20, []],
    [21, [[20, 1]]],
    [40, [[20, 1]]],
    [
      41,
      [
        [20, 1],
        [40, 21],
      ],
    ],
    [
      61,
      [
        [20, 1],
        [40, 21],
        [60, 41],
      ],
    ],
  ])('of %d entries is cut from the oldest on', (count, expected) => {
    const { current, archived } = splitHistory(items(count), 20)
    expect(current).toEqual(items(count).slice(0, 20))
    expect(archived.map((document) => [document[0], document.at(-1)])).toEqual(expected)
  })

  test('has every entry, and only full documents', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 30 }), (count, size) => {
        const { current, archived } = splitHistory(items(count), size)
        expect(new Set([...current, ...archived.flat()]).size).toBe(count)
        expect(archived.every((document) => document.length === size)).toBe(true)
        expect(archived.every((document) => document.some((item) => !current.includes(item)))).toBe(true)
      }),
    )
  })

  test('keeps its documents when entries are added', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(100), fc.integer({ min: 1, max: 30 }), (count, added, size) => {
        const before = splitHistory(items(count), size).archived
        const after = splitHistory(items(count + added), size).archived
        expect(after.slice(0, before.length)).toEqual(before)
      }),
    )
  })
})

test.each([
  [2_000, 'archived'],
  [2_001, 'brief'],
  [20_000, 'brief'],
  [20_001, 'none'],
])('of %i posts the history is %s', (posts, history) => {
  expect(chooseHistory(posts)).toBe(history)
})
