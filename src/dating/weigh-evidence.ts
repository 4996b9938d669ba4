import type { Evidence } from './evidence.ts'
import type { OrderBounds } from './order-bounds.ts'
import { everyDay } from './span.ts'

/**
 * Adds evidence to the bounds, the weightiest first, and leaves out what doesn't fit any more.
 *
 * What fits together is added together; a lot that doesn't is halved until the odd piece stands alone, so a lot without
 * contradictions takes one step, and each contradiction a few. Weight is what the words say, less the weight of all that
 * contradicts them: one wrong date at the bottom of a page loses against the ten above it.
 *
 * @param lot - By article, newest first.
 * @param sequences - Newest first.
 * @returns The pieces that were added.
 */
export function weighEvidence<Piece extends Weighed>(
  lot: readonly Piece[],
  bounds: OrderBounds,
  sequences: readonly (readonly number[])[],
): ReadonlySet<Piece> {
  return bounds.add(lot) ? new Set(lot) : addInHalves(byNetWeight(lot, sequences), bounds)
}

type Weighed = Pick<Evidence, 'article' | 'days' | 'weight'>

function addInHalves<Piece extends Weighed>(lot: readonly Piece[], bounds: OrderBounds): ReadonlySet<Piece> {
  const added = new Set<Piece>()
  const waiting: (readonly Piece[])[] = [lot]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const middle = next.length >> 1
    if (bounds.add(next.toSorted((a, b) => a.article - b.article))) for (const piece of next) added.add(piece)
    else if (middle > 0) waiting.push(next.slice(middle), next.slice(0, middle))
  }
  return added
}

function byNetWeight<Piece extends Weighed>(
  lot: readonly Piece[],
  sequences: readonly (readonly number[])[],
): readonly Piece[] {
  const conflicts = weighConflicts(lot, sequences)
  const net = (piece: Piece): number => piece.weight - (conflicts.get(piece) ?? 0)
  return lot
    .map((piece, index) => ({ piece, index, net: net(piece) }))
    .sort((a, b) => b.net - a.net || a.index - b.index)
    .map(({ piece }) => piece)
}

/** For each piece, the weight of those that can't be true beside it: older ones that begin later, newer ones that end sooner. */
function weighConflicts<Piece extends Weighed>(
  lot: readonly Piece[],
  sequences: readonly (readonly number[])[],
): ReadonlyMap<Piece, number> {
  const ofArticle = new Map<number, Piece[]>()
  for (const piece of lot) ofArticle.set(piece.article, [...(ofArticle.get(piece.article) ?? []), piece])
  const conflicts = new Map<Piece, number>()
  const addConflict = (piece: Piece, weight: number): void => {
    if (weight > 0) conflicts.set(piece, (conflicts.get(piece) ?? 0) + weight)
  }
  for (const sequence of sequences) {
    const [firstDays, lastDays] = [new DaySums(), new DaySums()]
    for (const article of sequence.toReversed()) {
      const pieces = ofArticle.get(article) ?? []
      for (const { days, weight } of pieces) firstDays.add(days[0]?.first ?? everyDay.first, weight)
      for (const piece of pieces) addConflict(piece, firstDays.sumAfter(piece.days.at(-1)?.last ?? everyDay.last))
    }
    for (const article of sequence) {
      const pieces = ofArticle.get(article) ?? []
      for (const { days, weight } of pieces) lastDays.add(days.at(-1)?.last ?? everyDay.last, weight)
      for (const piece of pieces) addConflict(piece, lastDays.sumBefore(piece.days[0]?.first ?? everyDay.first))
    }
  }
  return conflicts
}

/** Weights by day, whose sums over all days before or after one are found in the logarithm of time (a Fenwick tree). */
class DaySums {
  readonly #sums = new Float64Array(everyDay.last - everyDay.first + 2)
  #total = 0

  add(day: number, weight: number): void {
    this.#total += weight
    // Days before all that are reckoned with ("en 1582") count as the first: a tree has no place 0.
    for (let at = Math.max(1, day - everyDay.first + 1); at < this.#sums.length; at += at & -at)
      this.#sums[at]! += weight
  }

  sumBefore(day: number): number {
    let sum = 0
    for (let at = day - everyDay.first; at > 0; at -= at & -at) sum += this.#sums[at]!
    return sum
  }

  sumAfter(day: number): number {
    return this.#total - this.sumBefore(day + 1)
  }
}
