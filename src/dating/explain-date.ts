import { fromDayNumber } from '../calendar/day.ts'
import { assertNever } from '../errors.ts'
import { ownThreshold } from './believe.ts'
import type { DateExplanation } from './date-articles.ts'
import type { BoundSource } from './decide-date.ts'
import type { Mention, NamedTime } from './mention.ts'
import { blogDays, type Span } from './span.ts'

/** How a date was found, line by line, in English: the mentions and their roles, the bounds, and what decided each. */
export function explainDate({ mentions, evidence, decision }: DateExplanation): readonly string[] {
  const { bounds, earliest, latest } = decision
  return [
    mentions.length === 0 ? 'The text mentions no time.' : 'Times that the text mentions:',
    ...mentions.map(describeMention),
    `Not before ${formatBound(bounds.first)}: ${describeSource(earliest, mentions)}`,
    `Not after ${formatBound(bounds.last)}: ${describeSource(latest, mentions)}`,
    ...evidence.flatMap((judged) => describeVerdict(judged, mentions)),
  ]
}

const describeMention = (mention: Mention): string =>
  `  "${mention.words.replace(/\s+/g, ' ')}" (character ${mention.start}): ${describeTime(mention.time)}${describeNear(mention)}; ${roleNames[mention.role]}, weight ${mention.weight.toFixed(2)}`

const describeNear = ({ daysAgo, elapsed }: Mention): string => {
  const days = elapsed ?? (daysAgo === undefined ? undefined : { first: daysAgo, last: daysAgo })
  return days === undefined ? '' : `, ${formatSpanOfDays(days)} the writing`
}

const roleNames: Readonly<Record<Mention['role'], string>> = {
  reports: 'reports what happened',
  background: 'background, perhaps long before',
  announces: 'announces what is to come',
  recurs: 'comes back every year, so bounds nothing',
  quotes: "in somebody else's words, so bounds nothing",
  unclear: 'tense and prepositions leave it open',
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function describeTime(time: NamedTime): string {
  switch (time.kind) {
    case 'spans':
      return time.spans.map(formatSpan).join(' or ')
    case 'yearly': {
      const { month, firstDay, lastDay, weekday } = time.days
      const days = firstDay === lastDay ? `${firstDay}/${month}` : `${firstDay}/${month} to ${lastDay}/${month}`
      return `${days} (day/month) of ${weekday === undefined ? 'some year' : `a year when that is a ${weekdays[weekday]}`}`
    }
    case 'relative':
      return `${formatSpanOfDays(time.daysAgo)} the writing`
    default:
      return assertNever(time)
  }
}

const formatSpan = ({ first, last }: Span): string =>
  first === last ? formatDayNumber(first) : `${formatDayNumber(first)} to ${formatDayNumber(last)}`

function formatSpanOfDays({ first, last }: Span): string {
  if (first === last) return first === 0 ? 'the day of' : first > 0 ? `${first} days before` : `${-first} days after`
  if (first >= 0) return `${first} to ${last} days before`
  return last <= 0 ? `${-last} to ${-first} days after` : `within ${last} days of`
}

/** History reaches further back than the calendar of `fromDayNumber` cares for. */
const formatDayNumber = (day: number): string => fromDayNumber(day)

const formatBound = (day: number): string =>
  day < blogDays.first || day > blogDays.last ? 'any day' : formatDayNumber(day)

function describeSource(source: BoundSource, mentions: readonly Mention[]): string {
  switch (source.kind) {
    case 'mention':
      return `${source.isNearness ? 'news of a few days, by' : 'by'} the words "${mentions[source.mention]!.words}".`
    case 'fact':
      return 'the source or the owner states it.'
    case 'order':
      return 'by the order in the archive, from the dates of its neighbours.'
    case 'nothing':
      return 'nothing tells.'
    default:
      return assertNever(source)
  }
}

function describeVerdict(
  { piece: { kind, mention }, reading, verdict }: DateExplanation['evidence'][number],
  mentions: readonly Mention[],
): readonly string[] {
  if (verdict === 'believed') return []
  if (mention === undefined) return ['Its stated date contradicts the order in the archive.']
  const words = `"${mentions[mention]!.words}"`
  const odds = `${toPercent(reading.probability)} with all that the archive says; ${toPercent(ownThreshold)} is needed`
  if (verdict === 'open')
    return [
      `Several years are possible for ${words}; the likeliest begins ${formatDayNumber(reading.days[0]!.first)} (${odds}).`,
    ]
  return [kind === 'nearness' ? `Not news of a few days: ${words} (${odds}).` : `Not believed: ${words} (${odds}).`]
}

const toPercent = (share: number): string => `${Math.round(share * 100)} %`
