import type { Decision } from './decide-date.ts'
import type { Mention } from './mention.ts'

export interface DecidedArticle {
  readonly decision: Decision
  readonly mentions: readonly Mention[]
  /** It tells news in words that an older article has already: most copies follow soon. */
  readonly isCopy: boolean
}

/**
 * The best estimate of each article's day, within its bounds and never increasing down a sequence; `undefined` where a
 * bound is missing.
 *
 * News is taken for a day old, and an announcement for a week ahead; an article between two estimates is put where an
 * even pace of publishing would put it.
 *
 * @param articles - Newest first.
 */
export function estimateDays(
  articles: readonly DecidedArticle[],
  sequences: readonly (readonly number[])[],
): readonly (number | undefined)[] {
  const estimates = articles.map(findOwnEstimate)
  for (const sequence of sequences) spreadEvenly(sequence, articles, estimates)
  for (const sequence of sequences)
    for (let i = sequence.length - 2; i >= 0; i--) raiseTo(estimates, sequence[i]!, estimates[sequence[i + 1]!])
  return estimates.map((day, i) => (day === undefined ? undefined : clamp(day, articles[i]!.decision)))
}

/** A copy follows soon where its bounds leave a month at most; where they leave more, soon after what is unknown. */
const soonDays = 31

function findOwnEstimate({ decision, mentions, isCopy }: DecidedArticle): number | undefined {
  const { bounds, earliest, latest } = decision
  if (earliest.kind === 'nothing' || latest.kind === 'nothing') return undefined
  if (earliest.kind === 'fact') return bounds.first
  if (earliest.kind === 'order' && isCopy && bounds.last - bounds.first <= soonDays)
    return clamp(bounds.first + 1, decision)
  if (earliest.kind === 'mention' && isOneDay(mentions[earliest.mention]!))
    return clamp(bounds.first + (mentions[earliest.mention]!.daysAgo === undefined ? 1 : 0), decision)
  if (latest.kind === 'mention' && isOneDay(mentions[latest.mention]!)) return clamp(bounds.last - 7, decision)
  return undefined
}

function isOneDay({ time, role }: Mention): boolean {
  if (role === 'background') return false
  if (time.kind === 'yearly') return time.days.lastDay - time.days.firstDay < 3
  return time.kind === 'spans' && time.unit === 'day'
}

/** Gives those without an estimate of their own the days between those that have one, by their places in the sequence. */
function spreadEvenly(
  sequence: readonly number[],
  articles: readonly { readonly decision: Decision }[],
  estimates: (number | undefined)[],
): void {
  const own = sequence.map((article) => estimates[article])
  let newer: { place: number; day: number } | undefined
  for (let place = 0; place < sequence.length; place++) {
    const day = own[place]
    if (day !== undefined) newer = { place, day }
    const { decision } = articles[sequence[place]!]!
    if (day !== undefined || decision.earliest.kind === 'nothing' || decision.latest.kind === 'nothing') continue
    const older = findOlder(own, place)
    const start = older ?? { place: sequence.length, day: decision.bounds.first }
    const end = newer ?? { place: -1, day: decision.bounds.last }
    const share = (start.place - place) / (start.place - end.place)
    estimates[sequence[place]!] = clamp(Math.round(start.day + (end.day - start.day) * share), decision)
  }
}

function findOlder(own: readonly (number | undefined)[], place: number): { place: number; day: number } | undefined {
  for (let at = place + 1; at < own.length; at++) if (own[at] !== undefined) return { place: at, day: own[at]! }
  return undefined
}

function raiseTo(estimates: (number | undefined)[], article: number, older: number | undefined): void {
  const day = estimates[article]
  if (day !== undefined && older !== undefined && older > day) estimates[article] = older
}

const clamp = (day: number, { bounds }: Decision): number => Math.min(bounds.last, Math.max(bounds.first, day))
