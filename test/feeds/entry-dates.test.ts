import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEntryDates } from '../../src/feeds/entry-dates.ts'
import { compareCodePoints } from '../../src/markup/compare.ts'
import type { Post } from '../../src/posts/post.ts'
import { inferred, stated } from '../pages/sample-site.ts'
import { day, post } from '../posts/build-post.ts'

const zone = 'Europe/Paris'
const datesIn = (posts: readonly Post[], timeZone = zone) => {
  const datesOf = createEntryDates(posts, timeZone)
  return posts.map(datesOf)
}
const dateOf = (rest: Partial<Post>, timeZone = zone) => datesIn([post('A', rest)], timeZone)[0]!
const hourOf = (date: Date | undefined) => date?.toISOString().slice(0, 13)

describe('an entry’s date', () => {
  test.each([
    ['in summer', '2024-07-01', zone, '2024-07-01T10'],
    ['in winter', '2024-01-01', zone, '2024-01-01T11'],
    ['east of the date line', '2024-01-01', 'Pacific/Kiritimati', '2023-12-31T22'],
    ['on a day without a midnight', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T14'],
  ])('is within the hour after noon in the site’s time zone: %s', (_, text, timeZone, expected) => {
    const { published, updated } = dateOf({ date: stated(text) }, timeZone)
    expect(hourOf(published)).toBe(expected)
    expect(updated).toEqual(published)
  })

  test('is the instant, where the source states one', () => {
    const date = { kind: 'stated', day: day('2024-07-02'), instant: '2024-07-01T22:30:15.678Z' } as const
    expect(dateOf({ date }).published?.toISOString()).toBe('2024-07-01T22:30:15.000Z')
  })

  test('is the best estimate, where the source states none', () => {
    const date = inferred('2024-01-01', '2024-01-10', '2024-01-20', 'x')
    expect(hourOf(dateOf({ date }).published)).toBe('2024-01-10T11')
  })

  test('is not claimed where nothing tells the day', () => {
    const bounded = dateOf({ date: { kind: 'bounded', bound: 'latest', day: day('2014-05-31'), evidence: 'x' } })
    expect([bounded.published, hourOf(bounded.updated)]).toEqual([undefined, '2014-05-31T10'])
    const undated = dateOf({})
    expect([undated.published, hourOf(undated.updated)]).toEqual([undefined, '1990-01-02T11'])
  })

  test.each([
    ['a day', '2024-03-01', '2024-03-01T11'],
    ['an instant', '2024-03-01T20:00:00Z', '2024-03-01T20'],
    ['a time without a zone', '2024-03-01T20:00', '2024-03-01T19'],
    ['a day before the post’s own', '2023-03-01', '2024-01-01T11'],
    ['nonsense', 'soon', '2024-01-01T11'],
  ])('moves with `updated`: %s', (_, updated, expected) => {
    const dates = dateOf({ date: stated('2024-01-01'), updated })
    expect([hourOf(dates.published), hourOf(dates.updated)]).toEqual(['2024-01-01T11', expected])
  })

  test('stays where `updated` is nonsense, before 1970 too', () => {
    expect(hourOf(dateOf({ date: stated('1965-01-01'), updated: 'soon' }).updated)).toBe('1965-01-01T11')
  })
})

describe('the dates of many entries', () => {
  const posts = (count: number): readonly Post[] =>
    Array.from({ length: count }, (_, index) => post(`Post ${index}`, { date: stated('2024-01-01') }))

  test('are all distinct, on one day too', () => {
    // More than there are seconds in the hour after noon.
    const dates = datesIn(posts(10_000)).map(({ updated }) => updated.getTime())
    expect(new Set(dates).size).toBe(10_000)
  })

  test('are those that posts get when they are asked in the order of their ids', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 })
    fc.assert(
      fc.property(instants, fc.nat(), (seconds, seed) => {
        const posts = seconds.map((second, index) => {
          const instant = new Date(Date.UTC(2024, 0, 1, 12, 0, second)).toISOString()
          return post(`Post ${(index * 7 + seed) % 97}`, { date: { kind: 'stated', day: day('2024-01-01'), instant } })
        })
        const taken = new Set<number>()
        const expected = new Map<Post, number>()
        for (const one of [...posts].sort((a, b) => compareCodePoints(a.id, b.id))) {
          let second = seconds[posts.indexOf(one)]!
          while (taken.has(second)) second++
          taken.add(second)
          expected.set(one, second)
        }
        const found = datesIn(posts).map(({ published }) => (published!.getTime() - Date.UTC(2024, 0, 1, 12)) / 1000)
        expect(found).toEqual(posts.map((one) => expected.get(one)))
      }),
    )
  })

  test('do not follow from the order of the posts', () => {
    const ordered = posts(100)
    const shuffled = fc.sample(fc.shuffledSubarray([...ordered], { minLength: 100 }), { numRuns: 1, seed: 1 })[0]!
    const byTitle = (list: readonly Post[]) => {
      const datesOf = createEntryDates(list, zone)
      return ordered.map((one) => datesOf(one))
    }
    expect(byTitle(shuffled)).toEqual(byTitle(ordered))
  })

  test('stay when a post is added on the same day', () => {
    const [added, ...others] = posts(8)
    const before = datesIn(others)
    expect(datesIn([added!, ...others]).slice(1)).toEqual(before)
  })
})
