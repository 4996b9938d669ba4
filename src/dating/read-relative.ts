import type { NamedTime } from './mention.ts'
import { readSide, toSide } from './read-around.ts'
import type { Reading } from './reading.ts'
import { endsSentence, gapAfter, type Tokens } from './tokens.ts'
import type { Unit, Vocabulary } from './vocabulary.ts'

const daysIn: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30.4, year: 365.25 }
/** How far "two months later" may be from two months. */
const slackDays: Readonly<Record<Unit, number>> = { day: 0, week: 4, month: 20, year: 200 }

export function readDuration(
  tokens: Tokens,
  at: number,
  vocabulary: Vocabulary,
  previous: Reading | undefined,
): Reading | undefined {
  const unit = vocabulary.units.get(tokens.words[at]!)
  if (unit === undefined) return undefined
  const side = readSide(tokens, { first: at, last: at }, vocabulary)
  if (side !== undefined)
    return {
      first: Math.min(at, side.at),
      last: Math.max(at, side.at),
      time: toRelative(unit, side.side),
      side: side.side,
    }
  const count = readCount(tokens, at - 1, vocabulary)
  if (count === undefined) return undefined
  const days = Math.round(count * daysIn[unit])
  const slack = slackDays[unit]
  if (isAgo(tokens, at, vocabulary))
    return {
      first: at - 1,
      last: at,
      time: { kind: 'relative', daysAgo: { first: days - slack, last: days + slack } },
      side: 'before',
    }
  const later = findLater(tokens, at, vocabulary)
  const base = previous?.time.kind === 'spans' && previous.time.unit === 'day' ? previous.time.spans[0] : undefined
  if (later === undefined || base === undefined) return undefined
  const span = { first: base.first + days - slack, last: base.last + days + slack }
  return {
    first: at - 1,
    last: later,
    time: { kind: 'spans', spans: [span], unit: slack === 0 ? 'day' : 'month' },
    side: 'before',
  }
}

/** "il y a" before the number, "ago" after the unit. */
function isAgo({ words }: Tokens, at: number, { sets }: Vocabulary): boolean {
  const [before, after] = [words[at - 2] ?? '', words[at + 1] ?? '']
  return sets.agoBefore.has(before) || sets.agoBefore.has(`${words[at - 3]} ${before}`) || sets.agoAfter.has(after)
}

/** Where "plus tard" ends, after a unit; "después" and the like are prepositions too, unless a comma or stop follows. */
function findLater(tokens: Tokens, at: number, { sets }: Vocabulary): number | undefined {
  const { words } = tokens
  if (endsSentence(tokens, at)) return undefined
  if (sets.later.has(`${words[at + 1]} ${words[at + 2]}`)) return at + 2
  if (sets.later.has(words[at + 1] ?? '')) return at + 1
  return sets.laterAtStop.has(words[at + 1] ?? '') && /^[,.;:]/.test(gapAfter(tokens, at + 1)) ? at + 1 : undefined
}

function readCount({ words }: Tokens, at: number, { numbers }: Vocabulary): number | undefined {
  const word = words[at] ?? ''
  return /^\d{1,3}$/.test(word) ? Number(word) : numbers.get(word)
}

/** "la semaine dernière" may begin at the Monday of the week before, and be said on a Sunday. */
function toRelative(unit: Unit, side: 'before' | 'after'): NamedTime {
  const reach = { day: 2, week: 13, month: 61, year: 730 }[unit]
  return { kind: 'relative', daysAgo: side === 'before' ? { first: 1, last: reach } : { first: -reach, last: -1 } }
}

export function readNearDay(tokens: Tokens, at: number, vocabulary: Vocabulary): Reading | undefined {
  const days = vocabulary.nearDays.get(tokens.words[at]!)
  if (days === undefined) return undefined
  return {
    first: at,
    last: at,
    time: { kind: 'relative', daysAgo: { first: days, last: days } },
    side: toSide(days),
  }
}

export function readWeekday(tokens: Tokens, at: number, vocabulary: Vocabulary): Reading | undefined {
  const found = vocabulary.weekdays.get(tokens.words[at]!)
  if (found === undefined || !found.isFull) return undefined
  const isPortuguese = vocabulary.lang === 'pt' && found.weekday < 5
  if (isPortuguese && tokens.words[at + 1] !== 'feira') return undefined
  const side = readSide(tokens, { first: at, last: at }, vocabulary)
  const daysAgo =
    side?.side === 'before'
      ? { first: 1, last: 13 }
      : side?.side === 'after'
        ? { first: -13, last: -1 }
        : { first: -7, last: 7 }
  return {
    first: Math.min(at, side?.at ?? at),
    last: Math.max(at, side?.at ?? at),
    time: { kind: 'relative', daysAgo },
    side: side?.side,
  }
}
