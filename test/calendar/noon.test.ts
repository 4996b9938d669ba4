import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { fromDayNumber, toDayNumber } from '../../src/calendar/day.ts'
import { toNoon } from '../../src/calendar/noon.ts'
import { day } from '../posts/build-post.ts'

const atNoon = (text: string, zone: string) => DateTime.fromISO(`${text}T12:00`, { zone }).toSeconds()

test.each([
  ['Europe/Paris', '2024-07-01'],
  ['Europe/Paris', '2024-03-31'],
  ['Europe/Paris', '1880-06-01'],
  // Put forward for Ramadan, when summer time is left off.
  ['Africa/Casablanca', '2015-06-14'],
  // Has no 30 December 2011.
  ['Pacific/Apia', '2011-12-29'],
  ['Australia/Lord_Howe', '2024-04-07'],
  ['UTC', '2024-01-01'],
])('finds noon in %s on %s', (zone, text) => {
  expect(toNoon(day(text), zone)).toBe(atNoon(text, zone))
})

test('finds noon on every day in every zone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      fc.integer({ min: toDayNumber(day('1900-01-01')), max: toDayNumber(day('2050-12-31')) }),
      (zone, number) => {
        const text = fromDayNumber(number)
        expect(toNoon(text, zone)).toBe(atNoon(text, zone))
      },
    ),
    { numRuns: 500 },
  )
})
