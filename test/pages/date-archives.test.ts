import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDayNumber, toDayNumber } from '../../src/calendar/day.ts'
import type { PostDate } from '../../src/dating/post-date.ts'
import { groupPostsByPeriod, postsOfYear, toPeriod } from '../../src/pages/date-archives.ts'
import { day, post } from '../posts/build-post.ts'

const inferred = (earliest: string, best: string, latest: string): PostDate => ({
  kind: 'inferred',
  day: day(best),
  earliest: day(earliest),
  latest: day(latest),
  evidence: '',
})

describe('a post stands under the narrowest period that is known', () => {
  test.each<[string, PostDate | undefined, unknown]>([
    ['a stated day', { kind: 'stated', day: day('2023-11-29') }, { year: '2023', month: '2023-11' }],
    [
      'a few days across a month’s end',
      inferred('2023-11-29', '2023-11-30', '2023-12-05'),
      { year: '2023', month: '2023-11' },
    ],
    ['a month', inferred('2023-10-01', '2023-10-15', '2023-10-31'), { year: '2023', month: '2023-10' }],
    ['several months', inferred('2022-07-03', '2022-09-15', '2022-11-20'), { year: '2022' }],
    ['a year', inferred('2022-01-01', '2022-06-30', '2022-12-31'), { year: '2022' }],
    ['a bound', { kind: 'bounded', bound: 'latest', day: day('2022-06-30'), evidence: '' }, undefined],
    ['nothing', undefined, undefined],
  ])('%s', (_, date, period) => {
    expect(toPeriod(date)).toEqual(period)
  })
})

test('years and months come newest first, and a year’s posts without a month last', () => {
  const posts = [
    post('A', { date: inferred('2022-01-01', '2022-06-30', '2022-12-31') }),
    post('B', { date: { kind: 'stated', day: day('2022-03-01') } }),
    post('C', { date: { kind: 'stated', day: day('2022-05-01') } }),
    post('D', { date: { kind: 'stated', day: day('2021-12-31') } }),
    post('E'),
  ]
  const { years, undated } = groupPostsByPeriod(posts)
  expect(years.map(({ year, months }) => [year, months.map(({ month }) => month)])).toEqual([
    ['2022', ['2022-05', '2022-03']],
    ['2021', ['2021-12']],
  ])
  expect(postsOfYear(years[0]!).map(({ title }) => title)).toEqual(['C', 'B', 'A'])
  expect(undated.map(({ title }) => title)).toEqual(['E'])
})

test('every post stands in exactly one place', () => {
  const first = toDayNumber(day('2020-01-01'))
  const date = fc.option(
    fc.tuple(fc.nat(900), fc.nat(500)).map(([start, length]): PostDate => {
      const [earliest, latest] = [fromDayNumber(first + start), fromDayNumber(first + start + length)]
      return { kind: 'inferred', day: fromDayNumber(first + start + (length >> 1)), earliest, latest, evidence: '' }
    }),
    { nil: undefined },
  )
  fc.assert(
    fc.property(fc.array(date), (dates) => {
      const posts = dates.map((one, index) => post(`Titre ${index}`, { date: one }))
      const { years, undated } = groupPostsByPeriod(posts)
      const placed = [...years.flatMap(postsOfYear), ...undated]
      expect(placed.map(({ id }) => id).sort()).toEqual(posts.map(({ id }) => id).sort())
    }),
  )
})
