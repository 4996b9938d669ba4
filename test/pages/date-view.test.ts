import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDayNumber, toDayNumber } from '../../src/calendar/day.ts'
import type { PostDate } from '../../src/dating/post-date.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { toDateView } from '../../src/pages/date-view.ts'
import { day } from '../posts/build-post.ts'

const stated = (text: string): PostDate => ({ kind: 'stated', day: day(text) })
const inferred = (earliest: string, best: string, latest: string, evidence = 'x'): PostDate => ({
  kind: 'inferred',
  day: day(best),
  earliest: day(earliest),
  latest: day(latest),
  evidence,
})
const bounded = (bound: 'earliest' | 'latest', text: string): PostDate => ({
  kind: 'bounded',
  bound,
  day: day(text),
  evidence: 'x',
})

describe('a date is shown as sure as it is', () => {
  test.each<[string, PostDate | undefined, string, string, string | undefined]>([
    ['stated', stated('2023-11-29'), '29 novembre 2023', '29 November 2023', '2023-11-29'],
    ['stated, the first of a month', stated('2024-02-01'), '1er février 2024', '1 February 2024', '2024-02-01'],
    [
      'inferred, one day possible',
      inferred('2023-11-29', '2023-11-29', '2023-11-29'),
      '29 novembre 2023',
      '29 November 2023',
      '2023-11-29',
    ],
    [
      'a few days',
      inferred('2023-11-29', '2023-11-29', '2023-12-05'),
      'vers le 29 novembre 2023',
      'around 29 November 2023',
      '2023',
    ],
    [
      'a few days in one month',
      inferred('2023-11-20', '2023-11-22', '2023-11-27'),
      'vers le 22 novembre 2023',
      'around 22 November 2023',
      '2023-11',
    ],
    [
      'days across a year’s end',
      inferred('2022-12-29', '2022-12-31', '2023-01-03'),
      'vers le 31 décembre 2022',
      'around 31 December 2022',
      undefined,
    ],
    [
      'beginning of a month',
      inferred('2023-06-01', '2023-06-05', '2023-06-10'),
      'début juin 2023',
      'early June 2023',
      '2023-06',
    ],
    [
      'middle of a month',
      inferred('2023-06-10', '2023-06-15', '2023-06-20'),
      'mi-juin 2023',
      'mid-June 2023',
      '2023-06',
    ],
    [
      'end of a month',
      inferred('2023-06-21', '2023-06-25', '2023-06-30'),
      'fin juin 2023',
      'late June 2023',
      '2023-06',
    ],
    ['a month', inferred('2023-06-01', '2023-06-15', '2023-06-30'), 'juin 2023', 'June 2023', '2023-06'],
    [
      'three weeks over two months',
      inferred('2023-11-20', '2023-12-01', '2023-12-10'),
      'entre le 20 novembre et le 10 décembre 2023',
      'between 20 November and 10 December 2023',
      '2023',
    ],
    [
      'the same over two years',
      inferred('2022-12-20', '2023-01-01', '2023-01-10'),
      'entre le 20 décembre 2022 et le 10 janvier 2023',
      'between 20 December 2022 and 10 January 2023',
      undefined,
    ],
    [
      'months of one year',
      inferred('2022-07-03', '2022-09-15', '2022-11-20'),
      'entre juillet et novembre 2022',
      'between July and November 2022',
      '2022',
    ],
    [
      'months of two years',
      inferred('2022-11-01', '2023-01-15', '2023-03-20'),
      'entre novembre 2022 et mars 2023',
      'between November 2022 and March 2023',
      undefined,
    ],
    ['a year', inferred('2022-01-01', '2022-06-30', '2022-12-31'), '2022', '2022', '2022'],
    [
      'years',
      inferred('2020-01-01', '2021-06-30', '2022-12-31'),
      'entre 2020 et 2022',
      'between 2020 and 2022',
      undefined,
    ],
    ['before, at a month’s end', bounded('latest', '2023-05-31'), 'avant juin 2023', 'before June 2023', undefined],
    [
      'before, at a year’s end',
      bounded('latest', '2022-12-31'),
      'avant janvier 2023',
      'before January 2023',
      undefined,
    ],
    [
      'before, within a month',
      bounded('latest', '2023-06-14'),
      'au plus tard en juin 2023',
      'by June 2023 at the latest',
      undefined,
    ],
    ['after', bounded('earliest', '2023-06-14'), 'au plus tôt en juin 2023', 'June 2023 at the earliest', undefined],
    ['unknown', undefined, 'sans date', 'undated', undefined],
  ])('%s', (_, date, french, english, datetime) => {
    expect(toDateView(date, fr.dates)).toMatchObject({ text: french })
    expect(toDateView(date, en.dates)).toMatchObject({ text: english })
    expect(toDateView(date, fr.dates).datetime).toBe(datetime)
  })

  test('only what the source states is no estimate', () => {
    expect(toDateView(stated('2023-11-29'), fr.dates).isEstimate).toBe(false)
    expect(toDateView(inferred('2023-11-29', '2023-11-29', '2023-11-29'), fr.dates).isEstimate).toBe(true)
    expect(toDateView(bounded('latest', '2023-05-31'), fr.dates).isEstimate).toBe(true)
  })
})

describe('the evidence of a date', () => {
  test.each<[PostDate, string, string]>([
    [
      inferred('2023-11-29', '2023-11-29', '2023-12-05', 'mercredi 29 novembre'),
      'Date estimée (entre le 29 novembre et le 5 décembre 2023) d’après\u00a0: «\u00a0mercredi 29 novembre\u00a0»',
      'Date estimated (between 29 November and 5 December 2023) from: “mercredi 29 novembre”',
    ],
    [
      inferred('2023-11-29', '2023-11-29', '2023-11-29', 'order in the archive'),
      'Date estimée d’après l’ordre de l’archive',
      'Date estimated from the order of the archive',
    ],
    [inferred('2023-11-20', '2023-12-01', '2023-12-10', ''), 'Date estimée', 'Date estimated'],
  ])('is a sentence: %j', (date, french, english) => {
    expect(toDateView(date, fr.dates).evidence).toBe(french)
    expect(toDateView(date, en.dates).evidence).toBe(english)
  })

  test('is not asked of a source that states the date', () => {
    expect(toDateView(stated('2023-11-29'), fr.dates).evidence).toBeUndefined()
  })
})

test('`datetime` is never finer than the evidence: both bounds begin with it', () => {
  const first = toDayNumber(day('2019-01-01'))
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(800), (start, length) => {
      const [earliest, latest] = [fromDayNumber(first + start), fromDayNumber(first + start + length)]
      const { datetime } = toDateView({ kind: 'inferred', day: earliest, earliest, latest, evidence: '' }, fr.dates)
      if (datetime === undefined) expect(earliest.slice(0, 4)).not.toBe(latest.slice(0, 4))
      else expect(earliest.startsWith(datetime) && latest.startsWith(datetime)).toBe(true)
    }),
  )
})
