import type { Mention } from './mention.ts'

/**
 * "Il y a vingt ans, le 11 septembre 2001": two mentions of one time, which together tell when the text was written. They
 * become one, with the days between.
 *
 * @param mentions - In the order of the text.
 */
export function joinElapsed(mentions: readonly Mention[], text: string): readonly Mention[] {
  const joined: Mention[] = []
  for (const mention of mentions) {
    const before = joined.at(-1)
    const pair = before === undefined || !isBeside(before, mention, text) ? undefined : toPair(before, mention)
    if (pair === undefined) joined.push(mention)
    else {
      const { start } = before!
      joined[joined.length - 1] = { ...pair, words: text.slice(start, mention.end), start, end: mention.end }
    }
  }
  return joined
}

/** Up to three short words and a comma lie between: " ago, on ", ", il y a ". */
const isBeside = (before: Mention, after: Mention, text: string): boolean =>
  /^[ \u00a0,]*(?:\p{L}{1,7}(?:[ \u00a0,]+|['’])){0,3}$/u.test(text.slice(before.end, after.start))

/** The dated mention of two, with what the other one counts. */
function toPair(a: Mention, b: Mention): Mention | undefined {
  const [counted, dated] = a.time.kind === 'relative' ? [a, b] : [b, a]
  if (counted.time.kind !== 'relative' || dated.time.kind === 'relative') return undefined
  // What may begin with yesterday, as "last year" does, counts nothing.
  if (counted.time.daysAgo.first <= 1 || dated.daysAgo !== undefined || dated.role === 'recurs') return undefined
  const isPast = dated.role === 'reports' || dated.role === 'quotes'
  return {
    ...dated,
    role: isPast ? dated.role : 'background',
    weight: Math.max(dated.weight, counted.weight),
    elapsed: counted.time.daysAgo,
  }
}
