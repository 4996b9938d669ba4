import { fromDayNumber } from '../calendar/day.ts'
import type { Evidence } from './evidence.ts'
import type { Mention } from './mention.ts'
import { orderEvidence, type PostDate } from './post-date.ts'
import { blogDays, type Span } from './span.ts'

/** What set a bound of a date. */
export type BoundSource =
  | { readonly kind: 'mention'; readonly mention: number; readonly isNearness: boolean }
  | { readonly kind: 'fact' }
  | { readonly kind: 'order' }
  | { readonly kind: 'nothing' }

/** What decided a date. */
export interface Decision {
  readonly bounds: Span
  readonly earliest: BoundSource
  readonly latest: BoundSource
}

/** Which of an article's own pieces of evidence set its bounds; what none of them set, the order did. */
export function decide(bounds: Span, believed: readonly Evidence[]): Decision {
  const { first, last } = bounds
  return {
    bounds,
    earliest:
      first < blogDays.first
        ? { kind: 'nothing' }
        : toSource(believed.filter(({ days }) => days.some((span) => span.first === first))),
    latest:
      last > blogDays.last
        ? { kind: 'nothing' }
        : toSource(believed.filter(({ days }) => days.some((span) => span.last === last))),
  }
}

function toSource(pieces: readonly Evidence[]): BoundSource {
  if (pieces.some(({ kind }) => kind === 'fact')) return { kind: 'fact' }
  const [best] = pieces.toSorted((a, b) => b.weight - a.weight || (a.mention ?? 0) - (b.mention ?? 0))
  if (best?.mention === undefined) return { kind: 'order' }
  return { kind: 'mention', mention: best.mention, isNearness: best.kind === 'nearness' }
}

/** A date as surely as its bounds tell it, and the words that tell it. */
export function toInferredDate(
  { bounds, earliest, latest }: Decision,
  mentions: readonly Mention[],
  estimate: number | undefined,
): PostDate | undefined {
  const quoted = [earliest, latest].flatMap((source) =>
    source.kind === 'mention' ? [mentions[source.mention]!.words] : [],
  )
  const evidence = quoted.length === 0 ? orderEvidence : [...new Set(quoted)].join(' … ')
  const [first, last] = [fromDayNumber(bounds.first), fromDayNumber(bounds.last)]
  if (earliest.kind === 'nothing' && latest.kind === 'nothing') return undefined
  if (earliest.kind === 'nothing') return { kind: 'bounded', bound: 'latest', day: last, evidence }
  if (latest.kind === 'nothing') return { kind: 'bounded', bound: 'earliest', day: first, evidence }
  const day = estimate === undefined ? first : fromDayNumber(estimate)
  return { kind: 'inferred', day, earliest: first, latest: last, evidence }
}
