import type { Evidence } from './evidence.ts'
import type { OrderBounds } from './order-bounds.ts'
import type { Days } from './span.ts'
import { toWeek, toWeekGrid, type WeekGrid } from './week-grid.ts'
import { toLikelihood } from './week-likelihood.ts'
import { findPosteriors, type Weeks } from './week-posteriors.ts'

/** What is made of all evidence together. */
export interface Belief {
  readonly believed: ReadonlySet<Evidence>
  /** What each piece most probably says, and how probable that is. */
  readonly readings: ReadonlyMap<Evidence, Reading>
  /** For each article, the day that it was as probably written before as after, whatever was believed. */
  readonly medians: readonly number[]
}

/** Evidence bounds its own article where its days are so probable, all evidence of all articles taken together. */
export const ownThreshold = 0.75
/** What is so probable is added at once, whatever it bounds. */
const sureThreshold = 0.995
/**
 * Of what is less sure, the order carries what may be expected to date so many other articles wrongly: in a short archive
 * that is much, in a long one little. One slip that is carried makes a whole archive wrong.
 */
const carriedRisk = 0.5

/**
 * Weighs the evidence of all articles together, and adds what is believed to the bounds.
 *
 * First each archive as a whole tells how probable each week is for each article; then a piece of evidence is believed
 * whose days are probable enough, and its exact days are what bounds the article, and, along the order, the others. A
 * mention without a year is believed of one year.
 *
 * @param evidence - By article.
 * @param sequences - Newest first.
 */
export function believe(
  evidence: readonly (readonly Evidence[])[],
  bounds: OrderBounds,
  sequences: readonly (readonly number[])[],
): Belief {
  const grid = toWeekGrid(evidence.flat())
  const weeksOf = weighWeeks(evidence, sequences, grid)
  const weighed = evidence.map((pieces, article) => {
    const weeks = weeksOf(article)
    return { readings: pieces.map((piece) => read(piece, weeks, grid)), median: findMedian(weeks, grid) }
  })
  const readings = weighed.flatMap((article) => article.readings)
  const facts = readings.filter(({ piece }) => piece.kind === 'fact')
  const surestFirst = readings
    .filter(({ piece, probability }) => piece.kind !== 'fact' && probability >= ownThreshold)
    .sort((a, b) => b.probability - a.probability || a.piece.article - b.piece.article)
  const sure = surestFirst.filter(({ probability }) => probability >= sureThreshold)
  const believed = addInHalves([...facts, ...sure], bounds)
  for (const { piece, days, probability } of surestFirst) {
    if (believed.has(piece)) continue
    const { article } = piece
    const mostOthers = carriedRisk / (1 - probability)
    if (bounds.add([{ article, days }], mostOthers) || bounds.addTo(article, days)) believed.add(piece)
  }
  return {
    believed,
    readings: new Map(readings.map((reading) => [reading.piece, reading])),
    medians: weighed.map(({ median }) => median),
  }
}

/** What a piece of evidence most probably says: of a time without a year, its days in the likeliest one. */
export interface Reading {
  readonly piece: Evidence
  readonly days: Days
  /** 0–1. */
  readonly probability: number
  /** Of its days in whatever year. */
  readonly total: number
}

/** A time without a year, of which no year is sure enough. */
export const isOpen = ({ piece, probability, total }: Reading): boolean =>
  piece.kind === 'year' && probability < ownThreshold && total >= ownThreshold

/**
 * The probability of each week for an article. Those that no sequence holds are weighed when they are asked for: an export has
 * thousands, and the weeks of all of them at once would be half a gigabyte.
 */
function weighWeeks(
  evidence: readonly (readonly Evidence[])[],
  sequences: readonly (readonly number[])[],
  grid: WeekGrid,
): (article: number) => Weeks {
  const silence = toLikelihood([], grid)
  const weeks = new Map<number, Weeks>()
  const weeksOf = (article: number): Weeks => {
    const pieces = evidence[article]!
    return weeks.get(article) ?? (pieces.length === 0 ? silence : toLikelihood(pieces, grid))
  }
  // What an archive tells of an article is what the next one starts from; the longest tells most, so it comes first.
  for (const sequence of sequences.toSorted((a, b) => b.length - a.length)) {
    const oldestFirst = sequence.toReversed()
    const posteriors = findPosteriors(oldestFirst.map(weeksOf))
    for (const [i, article] of oldestFirst.entries()) weeks.set(article, posteriors[i]!)
  }
  return (article) => weeks.get(article) ?? findPosteriors([weeksOf(article)])[0]!
}

function read(piece: Evidence, posterior: Weeks, grid: WeekGrid): Reading {
  const stretches = piece.kind === 'fact' || piece.kind === 'bound' ? [piece.days] : piece.days.map((span) => [span])
  const probabilities = stretches.map((days) => sumOver(days, posterior, grid))
  const probability = Math.max(...probabilities)
  return {
    piece,
    days: stretches[probabilities.indexOf(probability)]!,
    probability,
    total: probabilities.reduce((a, b) => a + b, 0),
  }
}

function sumOver(days: Days, posterior: Weeks, grid: WeekGrid): number {
  let sum = 0
  for (const span of days) {
    const last = Math.min(posterior.length - 1, toWeek(span.last, grid))
    for (let week = Math.max(0, toWeek(span.first, grid)); week <= last; week++) sum += posterior[week]!
  }
  return sum
}

function findMedian(posterior: Weeks, { firstDay }: WeekGrid): number {
  let below = 0
  let week = 0
  while (week < posterior.length - 1 && below + posterior[week]! < 0.5) below += posterior[week++]!
  return Math.round(firstDay + 7 * (week + (0.5 - below) / posterior[week]!))
}

/**
 * Adds readings to the bounds, those that come first before others, and leaves out what doesn't fit any more.
 *
 * What fits together is added together; a lot that doesn't is halved until the odd reading stands alone, so a lot without
 * contradictions takes one step, and each contradiction a few.
 */
function addInHalves(readings: readonly Reading[], bounds: OrderBounds): Set<Evidence> {
  const added = new Set<Evidence>()
  const waiting: (readonly Reading[])[] = [readings]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const newestFirst = next
      .map(({ piece, days }) => ({ article: piece.article, days }))
      .sort((a, b) => a.article - b.article)
    const middle = next.length >> 1
    if (bounds.add(newestFirst)) for (const { piece } of next) added.add(piece)
    else if (middle > 0) waiting.push(next.slice(middle), next.slice(0, middle))
  }
  return added
}
