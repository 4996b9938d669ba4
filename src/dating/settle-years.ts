import { toYear } from '../calendar/day-number.ts'
import { findOccurrence } from './find-occurrence.ts'
import type { Mention } from './mention.ts'

/**
 * Mentions without a year, in the light of those with one.
 *
 * A day that the text names with its year elsewhere is that day. A day without weekday that follows a year in the same
 * paragraph most often belongs to that year's story, so it is left `unclear`; so is one with a weekday, where the year
 * is one in which it fits and the text tells the story as history (it names the year within a month of the day).
 */
export function settleYears(mentions: readonly Mention[], text: string): readonly Mention[] {
  return mentions.map((mention, index) => {
    const { time } = mention
    if (time.kind !== 'yearly' || mention.daysAgo !== undefined) return mention
    const same = mentions.find((other) => isSameDay(mention, other))
    if (same !== undefined) return { ...mention, time: same.time }
    if (mention.role === 'announces') return mention
    const story = findStory(mentions, index, text)
    return story !== undefined && belongsTo(mention, story)
      ? { ...mention, role: 'unclear', weight: 0.3, time: withoutWeekday(time) }
      : mention
  })
}

type Yearly = Extract<Mention['time'], { kind: 'yearly' }>

const withoutWeekday = ({ days }: Yearly): Yearly => ({ kind: 'yearly', days: { ...days, weekday: undefined } })

function isSameDay({ time }: Mention, other: Mention): boolean {
  if (time.kind !== 'yearly' || other.time.kind !== 'spans' || other.time.unit !== 'day') return false
  const [span] = other.time.spans
  const occurrence = other.time.spans.length === 1 ? findOccurrence(time.days, toYear(span.first)) : undefined
  return occurrence?.first === span.first
}

/** The last mention of a past time with a year before a mention, in its paragraph. */
function findStory(mentions: readonly Mention[], index: number, text: string): Mention | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const other = mentions[at]!
    if (text.slice(other.end, mentions[index]!.start).includes('\n')) return undefined
    const isPast = other.role === 'reports' || other.role === 'background'
    if (other.time.kind === 'spans' && isPast && !other.isQuoted) return other
  }
  return undefined
}

function belongsTo({ time, role }: Mention, story: Mention): boolean {
  if (time.kind !== 'yearly' || story.time.kind !== 'spans') return false
  if (time.days.weekday === undefined) return role !== 'unclear'
  const { first, last } = story.time.spans[0]
  const occurrence = findOccurrence(time.days, toYear(first))
  return (
    occurrence !== undefined &&
    occurrence.first >= first - 31 &&
    (story.time.unit === 'year' ? occurrence.first <= last : occurrence.first <= last + 31)
  )
}
