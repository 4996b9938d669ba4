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
  return toLargestSimilarity(short, long) >= alike && toPairSimilarity(short, long) >= alike ? 'near' : 'none'
}

const alike = 0.8

/** What the similarity would be if the longer text had every pair of the shorter one. */
const toLargestSimilarity = (short: string, long: string): number =>
  (2 * (short.length - 1)) / (short.length + long.length - 2)

/** Letter pairs are counted in so many buckets; two pairs of one text hardly ever share one. */
const buckets = 4096
const counts = new Uint8Array(buckets)

/** Dice coefficient of the multisets of letter pairs, 0–1. */
function toPairSimilarity(a: string, b: string): number {
  counts.fill(0)
  for (let i = 1; i < a.length; i++) counts[toBucket(a, i)]!++
  let shared = 0
  for (let i = 1; i < b.length; i++) {
    const bucket = toBucket(b, i)
    if (counts[bucket] === 0) continue
    counts[bucket]!--
    shared++
  }
  return (2 * shared) / (a.length + b.length - 2)
}

const toBucket = (text: string, i: number): number => (text.charCodeAt(i - 1) * 61 + text.charCodeAt(i)) % buckets
