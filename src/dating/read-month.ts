import { findDayNumber, toMonthLength } from '../calendar/day-number.ts'
import type { NamedTime, YearlyDays } from './mention.ts'
import { isJoiner, rangeWords, readSide, readYearAfter, toSide } from './read-around.ts'
import type { Reading } from './reading.ts'
import { endOf, endsSentence, gapAfter, type Tokens } from './tokens.ts'
import type { Part, Vocabulary } from './vocabulary.ts'

/** A month's name, with the day before or after it, the year after it, the weekday before it. */
export function readMonth(tokens: Tokens, at: number, vocabulary: Vocabulary): Reading | undefined {
  const name = vocabulary.months.get(tokens.words[at]!)
  if (name === undefined) return undefined
  const days = readDaysBefore(tokens, at, vocabulary) ?? readDayAfter(tokens, at, vocabulary)
  const last = Math.max(at, days?.last ?? at)
  const year = readYearAfter(tokens, last, vocabulary)
  if (days === undefined) return readWholeMonth(tokens, at, vocabulary, year)
  const weekday = readWeekdayBefore(tokens, days.first, vocabulary)
  const near = readNearDayBefore(tokens, weekday?.at ?? days.first, vocabulary)
  const yearly: YearlyDays = { month: name.month, firstDay: days.from, lastDay: days.to, weekday: weekday?.weekday }
  const time: NamedTime | undefined = year === undefined ? { kind: 'yearly', days: yearly } : toSpans(yearly, year.year)
  if (time === undefined) return undefined
  const side = readSide(tokens, { first: days.first, last }, vocabulary)
  return {
    first: near?.at ?? weekday?.at ?? days.first,
    last: Math.max(last, year?.at ?? 0, side?.at ?? 0),
    time,
    daysAgo: near?.daysAgo,
    side: side?.side ?? toSide(near?.daysAgo ?? 0),
  }
}

/** The span of days of one year; nothing where no such day exists (29 February 2023). */
function toSpans({ month, firstDay, lastDay }: YearlyDays, year: number): NamedTime | undefined {
  const first = findDayNumber(year, month, firstDay)
  const last = findDayNumber(year, month, Math.min(lastDay, toMonthLength(year, month)))
  if (first === undefined || last === undefined || last < first) return undefined
  return { kind: 'spans', spans: [{ first, last }], unit: last - first > 6 ? 'month' : 'day' }
}

interface DaysOfMonth {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

/** "3 ", "1er ", "3rd of ", "7 et 8 ", "du 9 au 20 " before a month. */
function readDaysBefore(tokens: Tokens, month: number, vocabulary: Vocabulary): DaysOfMonth | undefined {
  let at = month - 1
  while (at > 0 && month - at < 3 && isJoiner(tokens, at, vocabulary)) at--
  const to = readDay(tokens, at)
  if (
    to === undefined ||
    !/^[\s.,ºª°]{0,3}(?:\p{L}+[\s.]{1,2}){0,2}$/u.test(tokens.text.slice(endOf(tokens, at), tokens.starts[month]))
  )
    return undefined
  const between = tokens.words[at - 1] ?? ''
  const isDash = /^\s?[-–/]\s?$/.test(at > 0 ? gapAfter(tokens, at - 1) : '')
  const start = isDash ? at - 1 : rangeWords.has(between) ? at - 2 : at
  const from = start >= 0 ? readDay(tokens, start) : undefined
  if (start === at || from === undefined || from >= to) return { from: to, to, first: at, last: month }
  return { from, to, first: start, last: month }
}

function readDay({ words }: Tokens, at: number): number | undefined {
  const word = words[at]
  if (word === undefined || !/^\d{1,2}$/.test(word)) return undefined
  const day = Number(word)
  return day >= 1 && day <= 31 ? day : undefined
}

/** "June 3", "June 3rd"; only English has it. */
function readDayAfter(tokens: Tokens, month: number, vocabulary: Vocabulary): DaysOfMonth | undefined {
  if (vocabulary.lang !== 'en') return undefined
  const day = readDay(tokens, month + 1)
  if (day === undefined || !/^\.?\s(?:the )?$/.test(gapAfter(tokens, month))) return undefined
  const ending = tokens.words[month + 2] ?? ''
  const isOrdinal = vocabulary.sets.ordinalEndings.has(ending) && gapAfter(tokens, month + 1) === ''
  return { from: day, to: day, first: month, last: isOrdinal ? month + 2 : month + 1 }
}

function readWeekdayBefore(
  tokens: Tokens,
  first: number,
  vocabulary: Vocabulary,
): { weekday: number; at: number } | undefined {
  let at = first - 1
  while (at >= 0 && first - at < 4 && isBeforeDay(tokens, at, vocabulary)) at--
  const found = vocabulary.weekdays.get(tokens.words[at] ?? '')
  if (found === undefined || tokens.words[at]!.length < 3) return undefined
  return /^[\s.,(\p{L}-]*$/u.test(tokens.text.slice(endOf(tokens, at), tokens.starts[first]))
    ? { weekday: found.weekday, at }
    : undefined
}

const isBeforeDay = (tokens: Tokens, at: number, vocabulary: Vocabulary): boolean =>
  isJoiner(tokens, at, vocabulary) || tokens.words[at] === 'dia'

/** "hier," and "ce" before a date say how far from the writing it is. */
function readNearDayBefore(
  tokens: Tokens,
  first: number,
  vocabulary: Vocabulary,
): { daysAgo: number; at: number } | undefined {
  const at = first - 1
  if (at < 0 || endsSentence(tokens, at)) return undefined
  if (vocabulary.sets.thisDay.has(tokens.words[at]!)) return { daysAgo: 0, at }
  for (const place of [at, at - 1]) {
    const daysAgo = vocabulary.nearDays.get(tokens.words[place] ?? '')
    if (
      daysAgo !== undefined &&
      /^[\s,(’'\p{L}]{1,8}$/u.test(tokens.text.slice(endOf(tokens, place), tokens.starts[first]))
    )
      return { daysAgo, at: place }
  }
  return undefined
}

function readWholeMonth(
  tokens: Tokens,
  at: number,
  vocabulary: Vocabulary,
  year: { year: number; at: number } | undefined,
): Reading | undefined {
  const { month, isFull } = vocabulary.months.get(tokens.words[at]!)!
  const part = readPartBefore(tokens, at, vocabulary)
  const side = readSide(tokens, { first: at, last: at }, vocabulary)
  const days = { month, ...(part === undefined ? { firstDay: 1, lastDay: 31 } : partDays[part.part]) }
  const first = part?.at ?? at
  if (year !== undefined) {
    const time = toSpans(days, year.year)
    return time && { first, last: year.at, time }
  }
  const isLed = part !== undefined || side !== undefined || isLeadIn(tokens.words[at - 1] ?? '', vocabulary)
  const isName = isFull && (!isCommonWord.has(tokens.words[at]!) || /\p{Lu}/u.test(tokens.text[tokens.starts[at]!]!))
  if (!isLed || !isName) return undefined
  return {
    first: Math.min(first, side?.at ?? first),
    last: Math.max(at, side?.at ?? at),
    time: { kind: 'yearly', days },
    side: side?.side,
  }
}

/** "en mai", "depuis mai"; but not "le ciel de mai", "mars et mai". */
const isLeadIn = (word: string, { sets }: Vocabulary): boolean =>
  sets.leadIns.has(word) && !sets.joiners.has(word) && !rangeWords.has(word)

/** English months that are words of every day in lower case. */
const isCommonWord = new Set(['may', 'march', 'august'])

/** Loose, for "early" and "late" are: "fin mai" may be said of the 18th. */
const partDays: Readonly<Record<Part, { readonly firstDay: number; readonly lastDay: number }>> = {
  start: { firstDay: 1, lastDay: 12 },
  middle: { firstDay: 8, lastDay: 22 },
  end: { firstDay: 18, lastDay: 31 },
}

function readPartBefore(tokens: Tokens, at: number, vocabulary: Vocabulary): { part: Part; at: number } | undefined {
  let before = at - 1
  while (before > 0 && at - before < 3 && isJoiner(tokens, before, vocabulary)) before--
  const part = vocabulary.parts.get(tokens.words[before] ?? '')
  return part && !endsSentence(tokens, before) ? { part, at: before } : undefined
}
