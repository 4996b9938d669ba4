/** How much one line looks like another print of the line before it. */
export type RepeatStrength = 'same' | 'near' | 'none'

/**
 * Compares two folded lines as two prints of one title. Themes and their owners drop a prefix ("Twitter :"), glue it
 * to the next word, add a stray full stop or mend a word, so besides equal lines we take one that contains the other at
 * its end or start, and lines that share four fifths of their letter pairs.
 */
export function findRepeatStrength(a: string | undefined, b: string | undefined): RepeatStrength {
  if (a === undefined || b === undefined) return 'none'
  if (a === b) return 'same'
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 6 || short.length * 2 < long.length) return 'none'
  if (long.endsWith(short) || long.startsWith(short)) return 'near'
  return toPairSimilarity(short, long) >= 0.8 ? 'near' : 'none'
}

/** Dice coefficient of the multisets of letter pairs, 0–1. */
function toPairSimilarity(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (let i = 1; i < a.length; i++) {
    const pair = a.slice(i - 1, i + 1)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let i = 1; i < b.length; i++) {
    const pair = b.slice(i - 1, i + 1)
    const left = counts.get(pair) ?? 0
    if (left === 0) continue
    counts.set(pair, left - 1)
    shared++
  }
  return (2 * shared) / (a.length + b.length - 2)
}
