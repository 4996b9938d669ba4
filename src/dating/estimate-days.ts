import type { Decision } from './decide-date.ts'
import type { Mention } from './mention.ts'

export interface DecidedArticle {
  readonly decision: Decision
  readonly mentions: readonly Mention[]
  /** The day that it was as probably written before as after. */
  readonly median: number
  /** It tells news in words that an older article has already: most copies follow soon. */
  readonly isCopy: boolean
}

/**
 * The best estimate of each article's day, within its bounds and never increasing down a sequence; `undefined` where a
 * bound is missing.
 *
 * News is taken for a day old, and an announcement for a week ahead; all else for what is as probably too early as too late.
 *
 * @param articles - Newest first.
 */
export function estimateDays(
  articles: readonly DecidedArticle[],
  sequences: readonly (readonly number[])[],
): readonly (number | undefined)[] {
  const earliest = articles.map(({ decision }) => decision.bounds.first)
  const latest = articles.map(({ decision }) => decision.bounds.last)
  const days = articles.map(estimateAlone)
  for (const sequence of sequences) {
    carry(sequence.toReversed(), earliest, Math.max)
    carry(sequence, latest, Math.min)
  }
  for (const [i, day] of days.entries()) days[i] = Math.min(latest[i]!, Math.max(earliest[i]!, day))
  for (const sequence of sequences) carry(sequence.toReversed(), days, Math.max)
  return days.map((day, i) => (hasBothBounds(articles[i]!.decision) ? day : undefined))
}

/** Hands a number on from article to article, as far as it is more, or less, than theirs. */
function carry(sequence: readonly number[], days: number[], choose: (a: number, b: number) => number): void {
  for (let i = 1; i < sequence.length; i++) days[sequence[i]!] = choose(days[sequence[i]!]!, days[sequence[i - 1]!]!)
}

const hasBothBounds = ({ earliest, latest }: Decision): boolean =>
  earliest.kind !== 'nothing' && latest.kind !== 'nothing'

/** A copy follows soon where its bounds leave a month at most; where they leave more, soon after what is unknown. */
const soonDays = 31

function estimateAlone({ decision, mentions, median, isCopy }: DecidedArticle): number {
  const { bounds, earliest, latest } = decision
  if (earliest.kind === 'fact') return bounds.first
  if (earliest.kind === 'order' && isCopy && bounds.last - bounds.first <= soonDays) return bounds.first + 1
  if (earliest.kind === 'mention' && isOneDay(mentions[earliest.mention]!))
    return bounds.first + (mentions[earliest.mention]!.daysAgo === undefined ? 1 : 0)
  if (latest.kind === 'mention' && isOneDay(mentions[latest.mention]!)) return bounds.last - 7
  return median
}

function isOneDay({ time, role, elapsed }: Mention): boolean {
  if (role === 'background' || elapsed !== undefined) return false
  if (time.kind === 'yearly') return time.days.lastDay - time.days.firstDay < 3
  return time.kind === 'spans' && time.unit === 'day'
}
