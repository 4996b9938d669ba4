import { findDayNumber, toMonthLength } from '../calendar/day-number.ts'
import { readYearAfter } from './read-around.ts'
import type { Reading } from './reading.ts'
import type { Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** First month of a season in the year before its own to last month; wide enough for both hemispheres' newspapers. */
export function readSeason(tokens: Tokens, at: number, vocabulary: Vocabulary): Reading | undefined {
  const season = vocabulary.seasons.get(tokens.words[at]!)
  const year = season === undefined ? undefined : readYearAfter(tokens, at, vocabulary)
  if (season === undefined || year === undefined) return undefined
  const first = season === 3 ? findDayNumber(year.year - 1, 12, 1)! : findDayNumber(year.year, 3 + season * 3, 1)!
  return {
    first: at,
    last: year.at,
    time: { kind: 'spans', spans: [{ first, last: first + (season === 3 ? 480 : 121) }], unit: 'month' },
  }
}

export function readQuarter(tokens: Tokens, at: number, vocabulary: Vocabulary): Reading | undefined {
  if (!vocabulary.sets.quarter.has(tokens.words[at]!)) return undefined
  const ordinal = vocabulary.ordinals.get(tokens.words[at - 1] ?? '') ?? Number(tokens.words[at - 1] ?? Number.NaN)
  const year = readYearAfter(tokens, at, vocabulary)
  if (year === undefined || !(ordinal >= 1 && ordinal <= 4)) return undefined
  const last = findDayNumber(year.year, ordinal * 3, toMonthLength(year.year, ordinal * 3))!
  return {
    first: at - 1,
    last: year.at,
    time: { kind: 'spans', spans: [{ first: findDayNumber(year.year, ordinal * 3 - 2, 1)!, last }], unit: 'month' },
  }
}
