import { toYear } from '../calendar/day-number.ts'
import type { Evidence } from './evidence.ts'
import { findOccurrence } from './find-occurrence.ts'
import type { YearlyDays } from './mention.ts'
import type { OrderBounds } from './order-bounds.ts'
import { blogDays, type Days, intersect, type Span } from './span.ts'

/** What a text tells of times, as far as it helps to choose a year. */
export interface LookBack {
  /** Evidence of mentions without a year, the weightiest first. */
  readonly yearless: readonly Evidence[]
  /** Last day with a year that it reports as news, where it does. */
  readonly report?: number | undefined
  /** Where its looks back at dates with a year come close together at their end: the last of them. */
  readonly latest?: number | undefined
  /** Days without a year that it reports, and that it announces: one is said of a day a month away rather than of one far off. */
  readonly reported: readonly YearlyDays[]
  readonly announced: readonly YearlyDays[]
}

/** The stretch of days that was chosen for an article. */
export type YearChoice = Pick<Evidence, 'article' | 'days' | 'weight'>

/** How much dearer the next best choice must be, in natural logarithms of time: about three times the time. */
const clearMargin = 1
/**
 * What it costs to pass over the mention of a day with its weekday, of a day, of a month. In a lively archive (a post in 30
 * days) less than the jump to the next year where they fit: five years at least, one year, one year.
 */
const passingCosts = { weekday: 3.8, day: 2.2, month: 1.5 } as const
/** Of a step back in time: dearer than any way around, and not infinite, so that one knot doesn't stop the whole way. */
const stepBackCost = 12
/** So many stops in a row may be passed over. */
const longestPass = 3
/** A long stretch is cut into pieces of so many days, so that the way through it can be told from the way past it. */
const pieceDays = 75

/**
 * Decides years that texts leave open: posts of an archive lie close together rather than far apart, and a piece lies close
 * to the times that it mentions.
 *
 * A shortest way through the archive, from its oldest post to its newest, over the days that each may lie in (dynamic
 * programming, forwards and backwards). The cost of a gap grows with its logarithm, so that one long silence is likelier
 * than many middling ones. A mention may be passed over at a price: without that, one that is misread, or one republished
 * years later, would push all that stands above it into another year. A stretch of days is chosen where a best way leads
 * through it and every way through another one is clearly dearer.
 *
 * @param sequence - One archive, newest first.
 * @returns Articles with the one stretch of days that was chosen.
 */
export function chooseYears(
  sequence: readonly number[],
  bounds: OrderBounds,
  lookBack: (article: number) => LookBack,
): readonly YearChoice[] {
  const latest = findLatestDay(sequence, bounds, lookBack)
  if (latest === undefined) return []
  const stops = sequence
    .toReversed()
    .map((article) => toStop(article, bounds, lookBack(article), latest))
    .filter((stop) => stop !== undefined)
  const toGapCost = priceGaps(stops)
  const forwards = walk(stops, toGapCost)
  const backwards = walk(stops.map(mirror).toReversed(), toGapCost).toReversed()
  const ways = stops.map(({ stretches, pieces }, stop) => {
    const costs = stretches.map(() => Number.POSITIVE_INFINITY)
    for (const [i, piece] of pieces.entries())
      costs[piece.stretch] = Math.min(costs[piece.stretch]!, forwards[stop]![i]! + backwards[stop]![i]! - piece.cost)
    return costs
  })
  const least = ways.flat().reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return stops.flatMap(({ article, stretches, isChoice }, stop) => {
    const best = ways[stop]!.findIndex((cost) => cost <= least + 1e-9)
    const isClear = ways[stop]!.every((cost, i) => i === best || cost - least >= clearMargin)
    return isChoice && best >= 0 && isClear ? [{ article, days: [stretches[best]!], weight: 0.5 }] : []
  })
}

/** An article that the way passes, with the pieces of days that it may pass through. */
interface Stop {
  readonly article: number
  readonly stretches: Days
  readonly pieces: readonly Piece[]
  /** Its years are open; else it stands there to be measured from. */
  readonly isChoice: boolean
  /** Of going past it, as if it said nothing. */
  readonly passing: number
}

interface Piece extends Span {
  readonly stretch: number
  /** Of writing so long after, or before, what the text mentions. */
  readonly cost: number
}

/** A weekday and day come back within twelve years; what lies further on is dearer in any case. */
const reachDays = 12 * 366

/** The last day that is worth a look; `undefined` where nothing names a year, and none can be chosen. */
function findLatestDay(
  sequence: readonly number[],
  bounds: OrderBounds,
  lookBack: (article: number) => LookBack,
): number | undefined {
  let latest: number | undefined
  for (const article of sequence) {
    const { first, last } = bounds.boundsOf(article)
    const { report, latest: own } = lookBack(article)
    for (const day of [
      report,
      own,
      first >= blogDays.first ? first : undefined,
      last <= blogDays.last ? last : undefined,
    ])
      if (day !== undefined && (latest === undefined || day > latest)) latest = day
  }
  return latest === undefined ? undefined : latest + reachDays
}

function toStop(article: number, bounds: OrderBounds, lookBack: LookBack, end: number): Stop | undefined {
  const { first, last } = bounds.boundsOf(article)
  const limits = {
    first: Math.max(first, blogDays.first, last <= blogDays.last && first < blogDays.first ? last - reachDays : first),
    last: Math.min(last, end, first >= blogDays.first ? first + reachDays : last),
  }
  const days = combine(lookBack.yearless, intersect(bounds.daysOf(article), [limits]))
  if (days !== undefined)
    return { article, ...cutAll(days, lookBack), isChoice: true, passing: findPassingCost(lookBack) }
  const fixed = findFixed({ first, last }, lookBack)
  return (
    fixed && {
      article,
      ...cutAll([fixed], lookBack),
      isChoice: false,
      passing: last <= blogDays.last ? Number.POSITIVE_INFINITY : passingCosts.weekday,
    }
  )
}

/** The days that all of an article's yearless mentions leave, but for those that contradict weightier ones. */
function combine(yearless: readonly Evidence[], limits: Days): Days | undefined {
  let days: Days | undefined
  for (const piece of yearless) {
    const fewer = intersect(days ?? limits, piece.days)
    if (fewer.length > 0) days = fewer
  }
  return days
}

function findPassingCost({ reported, announced }: LookBack): number {
  const named = [...reported, ...announced]
  if (named.some(({ weekday }) => weekday !== undefined)) return passingCosts.weekday
  return named.some(({ firstDay, lastDay }) => lastDay - firstDay < 15) ? passingCosts.day : passingCosts.month
}

/** Days narrow enough to measure from: between bounds of some months, or soon after news that names its year. */
function findFixed({ first, last }: Span, { report }: LookBack): Span | undefined {
  if (last - first <= 120) return { first, last }
  return report !== undefined && first <= report + pieceDays && last > report
    ? { first: Math.max(first, report), last: Math.min(last, Math.max(first, report) + pieceDays) }
    : undefined
}

function cutAll(days: Days, lookBack: LookBack): { readonly stretches: Days; readonly pieces: readonly Piece[] } {
  const toCost = ({ first, last }: Span): number =>
    Math.max(0, ...lookBack.reported.map((yearly) => toDistanceCost(first - findLastBefore(yearly, last), yearly))) +
    Math.max(
      0,
      ...lookBack.announced.map((yearly) => toDistanceCost(findLastBefore(yearly, first + 366) - last, yearly)),
    ) +
    (lookBack.report === undefined ? 0 : Math.log1p(Math.max(0, first - lookBack.report) / 30)) +
    (lookBack.latest === undefined ? 0 : 0.5 * Math.log1p(Math.max(0, first - lookBack.latest) / 60))
  const pieces = days.flatMap((stretch, index) =>
    cut(stretch).map((piece) => ({ ...piece, stretch: index, cost: toCost(piece) })),
  )
  return { stretches: days, pieces }
}

function cut({ first, last }: Span): readonly Span[] {
  const count = Math.ceil((last - first + 1) / pieceDays)
  return Array.from({ length: count }, (_, i) => ({
    first: first + i * pieceDays,
    last: Math.min(last, first + (i + 1) * pieceDays - 1),
  }))
}

/** The closer a mention names its day, the closer it is to it: a weekday is said of the last days. */
const toDistanceCost = (days: number, { weekday, firstDay, lastDay }: YearlyDays): number =>
  Math.log1p(Math.max(0, days) / (weekday !== undefined ? 10 : lastDay - firstDay < 15 ? 30 : 60))

/** The first day of a yearly time's last occurrence that begins on or before a day. */
function findLastBefore(days: YearlyDays, day: number): number {
  for (let year = toYear(day), tries = 0; tries < 12; year--, tries++) {
    const occurrence = findOccurrence(days, year)
    if (occurrence !== undefined && occurrence.first <= day) return occurrence.first
  }
  return day
}

const mirror = (stop: Stop): Stop => ({
  ...stop,
  pieces: stop.pieces.map((piece) => ({ ...piece, first: -piece.last, last: -piece.first })),
})

type GapCost = (older: Span, newer: Span) => number

/** Cheapest way from the first stop to each piece, its own cost included. */
function walk(stops: readonly Stop[], toGapCost: GapCost): readonly (readonly number[])[] {
  const ways: number[][] = []
  for (const [at, { pieces }] of stops.entries()) {
    const costs = pieces.map(() => Number.POSITIVE_INFINITY)
    let passed = 0
    for (
      let before = at - 1;
      before >= Math.max(-1, at - 1 - longestPass) && passed < Number.POSITIVE_INFINITY;
      before--
    ) {
      for (const [i, piece] of pieces.entries())
        costs[i] = Math.min(
          costs[i]!,
          passed + (before < 0 ? 0 : findWay(stops[before]!, ways[before]!, piece, toGapCost)),
        )
      passed += before < 0 ? 0 : stops[before]!.passing
    }
    ways.push(pieces.map(({ cost }, i) => cost + costs[i]!))
  }
  return ways
}

function findWay({ pieces }: Stop, ways: readonly number[], piece: Piece, toGapCost: GapCost): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < pieces.length; i++)
    if (ways[i]! < least)
      least = Math.min(least, ways[i]! + (piece.last >= pieces[i]!.first ? toGapCost(pieces[i]!, piece) : stepBackCost))
  return least
}

/** From the middle of one piece to the middle of the next, in units of what is usual in the archive. */
function priceGaps(stops: readonly Stop[]): GapCost {
  const scale = findTypicalGap(stops)
  return (older, newer) => Math.log1p(Math.max(0, newer.first + newer.last - older.first - older.last) / (2 * scale))
}

/** Median days between neighbours whose years are known, at least 30; 180 where there are too few to tell. */
function findTypicalGap(stops: readonly Stop[]): number {
  const fixed = stops.filter(({ stretches }) => stretches.length === 1).map(({ stretches }) => stretches[0]!.first)
  const gaps = fixed
    .slice(1)
    .map((day, i) => Math.max(0, day - fixed[i]!))
    .sort((a, b) => a - b)
  return gaps.length < 3 ? 180 : Math.max(30, gaps[Math.floor(gaps.length / 2)]!)
}
