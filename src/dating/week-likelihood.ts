import type { Evidence } from './evidence.ts'
import { toWeek, type WeekGrid } from './week-grid.ts'

/**
 * How well each week, as that of the writing, explains what a text says of times: a likelihood, up to a constant factor.
 *
 * What is told is most often near the writing and sometimes far from it, so the distance has a heavy tail: the density of
 * Lomax, (1 + t/typical)^-(1 + tail). Some words are misread; then the time named may lie as near on the other side (a plan
 * told in the past tense), or anywhere. Of the times that a text looks back on, the latest tells the most; the one before
 * it counts as far as the latest may be misread, and so on. So a long chronicle says no more than a short one, and a
 * single slip can't shut out the truth.
 *
 * @param evidence - Of one article.
 */
export function toLikelihood(evidence: readonly Evidence[], grid: WeekGrid): Float64Array {
  const likelihood = new Float64Array(grid.count).fill(1)
  const bounds = evidence.filter(({ kind }) => kind === 'bound')
  const after = bounds.filter(({ side }) => side === 'after').sort((a, b) => b.days[0]!.first - a.days[0]!.first)
  const before = bounds.filter(({ side }) => side === 'before').sort((a, b) => a.days[0]!.last - b.days[0]!.last)
  const others = evidence.filter(({ kind, side }) => kind !== 'bound' || side === undefined).map((piece) => [piece])
  for (const chain of [after, before, ...others]) {
    if (chain.length === 0) continue
    const factor = toFactor(chain, grid)
    for (let week = 0; week < grid.count; week++) likelihood[week]! *= factor[week]!
  }
  return likelihood
}

/** Of a week, where words are misread and name a time anywhere: one of the weeks of forty years. */
const anywhere = 1 / 2000
/** Share of misread words that name a time as near, but on the other side of the writing; so far from it at most. */
const otherSideShare = 0.15
const otherSideWeeks = 52

/** @param chain - Each piece counts as far as those before it are misread. */
function toFactor(chain: readonly Evidence[], grid: WeekGrid): Float64Array {
  const factor = new Float64Array(grid.count)
  let share = 1
  for (const piece of chain) {
    const { weight } = piece
    addPiece(factor, piece, { rightly: share * weight, onOtherSide: share * (1 - weight) * otherSideShare }, grid)
    share *= (1 - weight) * (1 - otherSideShare)
  }
  // A fact that contradicts all else is still a fact, but one in a thousand million isn't.
  const rest = Math.max(share, 1e-9) * anywhere
  for (let week = 0; week < grid.count; week++) factor[week]! += rest
  return factor
}

interface Shares {
  readonly rightly: number
  readonly onOtherSide: number
}

function addPiece(
  factor: Float64Array,
  { days, side, typicalDays }: Evidence,
  { rightly, onOtherSide }: Shares,
  grid: WeekGrid,
): void {
  const density = findDensity(typicalDays)
  const add = (from: number, step: 1 | -1, weeks: number, share: number): void => {
    for (let distance = 0, week = from; distance < weeks; distance++, week += step)
      if (week >= 0 && week < grid.count) factor[week]! += share * density[distance]!
  }
  for (const span of days) {
    const first = toWeek(span.first, grid)
    const last = toWeek(span.last, grid)
    const weeks = Math.min(last - first + 1, density.length)
    if (side === 'after') {
      add(first, 1, weeks, rightly)
      add(first - 1, -1, otherSideWeeks, onOtherSide)
    } else if (side === 'before') {
      add(last, -1, weeks, rightly)
      add(last + 1, 1, otherSideWeeks, onOtherSide)
    } else
      for (let week = Math.max(0, first); week <= Math.min(last, grid.count - 1); week++)
        factor[week]! += rightly / weeks
  }
}

/** Below 1 the mean is infinite: a piece may look back on anything. */
const tail = 0.7
/** In weeks: as many as the centuries that are reckoned with. */
const longestDistance = 16_000
const densities = new Map<number, Float64Array>()

/** By distance in weeks. */
function findDensity(typicalDays: number): Float64Array {
  const known = densities.get(typicalDays)
  if (known !== undefined) return known
  const typical = typicalDays / 7
  const density = Float64Array.from(
    { length: longestDistance },
    (_, weeks) => (tail / typical) * (1 + weeks / typical) ** -(1 + tail),
  )
  densities.set(typicalDays, density)
  return density
}
