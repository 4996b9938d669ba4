import { toYear } from '../calendar/day-number.ts'
import { findOccurrence } from './find-occurrence.ts'
import type { Mention, NamedTime, TextTimes, YearlyDays } from './mention.ts'
import { blogDays, type Days, everyDay, type Span, unite } from './span.ts'

/** What one mention, or a fact, says of the day that an article was written on. */
export interface Evidence {
  /**
   * - `fact`: stated by the source or the owner.
   * - `bound`: a mention with its year.
   * - `year`: a mention without a year, which leaves a stretch of days in each: which one is true is chosen later.
   * - `nearness`: that the writing followed news within days; given up first, for a piece may be published late.
   */
  readonly kind: 'fact' | 'bound' | 'year' | 'nearness'
  /** Place in the list of articles. */
  readonly article: number
  /** The writing lies on one of these days. */
  readonly days: Days
  /** Which side of the time named the writing lies on; `undefined` where it may be either. */
  readonly side: 'after' | 'before' | undefined
  /** How far from that time people usually write of it. */
  readonly typicalDays: number
  /** 0–1: how surely the words say so. */
  readonly weight: number
  /** Place among the article's mentions; absent for a fact. */
  readonly mention?: number | undefined
}

/** An article "of Tuesday 5 March" appeared within so many days. */
const freshDays = 7
/** After "hier, mardi 5 mars" it appeared on the next day, or not much later where a blog took it over. */
const freshDaysAfterNearDay = 4
/** A weekday with a day and without a year is said of the last weeks, or of the next. */
const weekdayReach = 90
/** A day or month without a year is said within a year; not in its last weeks, when "last year" or the year is added. */
const yearlyReach = 300
/** "Last October" in September, "next June" in July. */
const sidedReach = 360

/** All that an article's mentions say, one piece of evidence for each that bounds the writing, and one for their nearness. */
export function toEvidence(
  article: number,
  times: TextTimes,
  isRepeated: (mention: number) => boolean,
): readonly Evidence[] {
  const bounding = times.mentions.flatMap((mention, index): readonly Evidence[] => {
    // Words that an older article has already were written for that one: the order says all that they could say.
    if (isRepeated(index)) return []
    const days = toBounds(mention)
    return days === undefined
      ? []
      : [
          {
            kind: mention.time.kind === 'yearly' ? 'year' : 'bound',
            article,
            days,
            side: toSide(mention),
            typicalDays: toTypicalDays(mention),
            weight: mention.weight,
            mention: index,
          },
        ]
  })
  const near = times.mentions
    .map((mention, index) => ({ index, spans: isRepeated(index) ? [] : toNearSpans(mention, times) }))
    .filter(({ spans }) => spans.length > 0)
  if (near.length === 0) return bounding
  const days = near.length === 1 ? near[0]!.spans : unite(near.flatMap(({ spans }) => spans))
  return [
    ...bounding,
    {
      kind: 'nearness',
      article,
      days,
      side: undefined,
      typicalDays: freshDays,
      weight: Math.max(...near.map(({ index }) => times.mentions[index]!.weight)),
      mention: near[0]!.index,
    },
  ]
}

const toSide = ({ role, elapsed }: Mention): Evidence['side'] =>
  elapsed !== undefined || role === 'unclear' ? undefined : role === 'announces' ? 'before' : 'after'

/** A weekday is said of the last days, or of the next; what is only background may lie years back. */
function toTypicalDays({ time, role }: Mention): number {
  if (time.kind === 'spans' && time.unit === 'year') return 3600
  if (role === 'background') return 1440
  if (role === 'announces') return 60
  if (time.kind === 'yearly')
    return time.days.weekday !== undefined ? 10 : time.days.lastDay - time.days.firstDay < 15 ? 30 : 60
  return 14
}

/** The days on which a mention can have been written, if its role is what it seems. */
function toBounds({ time, role, daysAgo, isSided, elapsed }: Mention): Days | undefined {
  if (time.kind === 'relative' || role === 'recurs' || role === 'quotes') return undefined
  if (elapsed !== undefined) return toDaysFrom(time, elapsed.first, elapsed.last)
  if (time.kind === 'spans') return toBoundsOfSpans(time.spans, role)
  if (isBareMonth(time.days) && !isSided) return undefined
  const reach = isSided ? sidedReach : time.days.weekday === undefined ? yearlyReach : weekdayReach
  if (daysAgo !== undefined && role !== 'announces') return yearly(time.days, daysAgo, daysAgo + reach)
  switch (role) {
    case 'reports':
      return yearly(time.days, 0, reach)
    case 'background':
      return undefined
    case 'announces':
      return yearly(time.days, -Math.max(reach, 180), 0)
    case 'unclear':
      return time.days.weekday === undefined ? undefined : yearly(time.days, -120, 120)
  }
}

/** "En décembre", without a year: of which one is anybody's guess. */
const isBareMonth = ({ firstDay, lastDay }: YearlyDays): boolean => firstDay === 1 && lastDay === 31

function toBoundsOfSpans(spans: readonly [Span, ...Span[]], role: Mention['role']): Days | undefined {
  const first = spans[0].first
  const last = spans.at(-1)!.last
  if (role === 'unclear' || first > blogDays.last || last < blogDays.first) return undefined
  return role === 'announces' ? [{ first: everyDay.first, last }] : [{ first, last: everyDay.last }]
}

/** Where a mention reports fresh news, the days of writing that its nearness leaves. */
function toNearSpans(
  { time, role, daysAgo, start, isQuoted, hasWeekday }: Mention,
  { isNews, newsEnd }: TextTimes,
): readonly Span[] {
  if (role !== 'reports' || time.kind === 'relative' || isQuoted || (newsEnd !== undefined && start < newsEnd))
    return []
  if (daysAgo !== undefined) return toDaysFrom(time, daysAgo, daysAgo + freshDaysAfterNearDay)
  return hasWeekday && (time.kind === 'yearly' || isNews) ? toDaysFrom(time, 0, freshDays) : []
}

/** The days from so many after the first that is named to so many after the last. */
const toDaysFrom = (time: Exclude<NamedTime, { readonly kind: 'relative' }>, from: number, to: number): Days =>
  time.kind === 'yearly'
    ? yearly(time.days, from, to)
    : time.spans.map(({ first, last }) => ({ first: first + from, last: last + to }))

const firstYear = toYear(everyDay.first)
const lastYear = toYear(everyDay.last)

function occurrences(days: YearlyDays): readonly Span[] {
  const spans: Span[] = []
  for (let year = firstYear - 1; year <= lastYear + 1; year++) {
    const span = findOccurrence(days, year)
    if (span !== undefined) spans.push(span)
  }
  return spans
}

const knownYearly = new Map<string, Days>()

/** The days from so many after a yearly day's first to so many after its last (before them, where negative). */
function yearly(days: YearlyDays, from: number, to: number): Days {
  const key = `${days.month} ${days.firstDay} ${days.lastDay} ${days.weekday} ${from} ${to}`
  const known = knownYearly.get(key)
  if (known !== undefined) return known
  const made = unite(occurrences(days).map(({ first, last }) => ({ first: first + from, last: last + to })))
  knownYearly.set(key, made)
  return made
}
