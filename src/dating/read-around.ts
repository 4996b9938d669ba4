import type { Reading } from './reading.ts'
import { endOf, gapAfter, type Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Between two days of one month, in any of the languages. */
export const rangeWords: ReadonlySet<string> = new Set([
  'et',
  'au',
  'ou',
  'and',
  'to',
  'y',
  'al',
  'und',
  'bis',
  'e',
  'a',
  'ao',
])

export const isJoiner = ({ words }: Tokens, at: number, { sets }: Vocabulary): boolean =>
  sets.joiners.has(words[at]!) || sets.ordinalEndings.has(words[at]!)

export function readYearAfter(
  tokens: Tokens,
  last: number,
  { sets }: Vocabulary,
): { year: number; at: number } | undefined {
  let at = last + 1
  if (sets.joiners.has(tokens.words[at] ?? '')) at++
  const year = /^(?:1\d|20)\d\d$/.test(tokens.words[at] ?? '') ? Number(tokens.words[at]) : undefined
  const gap = tokens.text.slice(endOf(tokens, last), tokens.starts[at])
  return year !== undefined && /^[.,]?\s+(?:\p{L}+ )?$/u.test(gap) ? { year, at } : undefined
}

/** "dernier" or "next" beside a month, a weekday or a unit. */
export function readSide(
  tokens: Tokens,
  { first, last }: { first: number; last: number },
  { sets }: Vocabulary,
): { side: 'before' | 'after'; at: number } | undefined {
  for (const at of [last + 1, first - 1]) {
    const word = tokens.words[at]
    if (word === undefined || !/^[\s-]$/.test(gapAfter(tokens, at < first ? at : last))) continue
    if (sets.last.has(word)) return { side: 'before', at }
    if (sets.next.has(word)) return { side: 'after', at }
  }
  return undefined
}

export const toSide = (daysAgo: number): Reading['side'] => (daysAgo > 0 ? 'before' : daysAgo < 0 ? 'after' : undefined)
