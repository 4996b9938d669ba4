import { mixBits } from './hashing.ts'
import { toSortedSet } from './sorted-set.ts'

/**
 * Words of a shingle. Three make "the president of" a shared passage; with five, a typo in every tenth word leaves
 * nothing of a corrected version.
 */
export const shingleSize = 4

/** Hashes of all runs of `shingleSize` words, in reading order. A shorter text is one shingle. */
export function toShingles(words: Uint32Array): Uint32Array {
  const count = words.length === 0 ? 0 : Math.max(1, words.length - shingleSize + 1)
  const shingles = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0
    for (let word = at; word < Math.min(at + shingleSize, words.length); word++) {
      hash = Math.imul(hash ^ words[word]!, 0x9e3779b1) ^ (hash >>> 15)
    }
    shingles[at] = mixBits(hash)
  }
  return shingles
}

/** Shingles of which the smallest is kept, see below. */
const windowSize = 8

/**
 * Winnowing: the smallest hash of each window of shingles. Texts that share a run of `windowSize + shingleSize - 1` = 11 words
 * share a fingerprint for certain, wherever it stands and whatever is around it; about 2 in 9 shingles are kept.
 * Keeping every n-th hash, as first tried, costs the same and loses short posts and short passages by chance.
 *
 * @see Schleimer, Wilkerson, Aiken (2003), Winnowing: Local Algorithms for Document Fingerprinting
 */
export function toFingerprints(shingles: Uint32Array): Uint32Array {
  const kept: number[] = []
  let smallest = -1
  let lastKept = -1
  for (let end = 0; end < shingles.length; end++) {
    const start = Math.max(0, end - windowSize + 1)
    if (smallest < start) smallest = findSmallest(shingles, start, end)
    else if (shingles[end]! <= shingles[smallest]!) smallest = end
    const isWindow = end >= windowSize - 1 || end === shingles.length - 1
    if (isWindow && smallest !== lastKept) {
      kept.push(shingles[smallest]!)
      lastKept = smallest
    }
  }
  return toSortedSet(Uint32Array.from(kept))
}

function findSmallest(shingles: Uint32Array, start: number, end: number): number {
  let smallest = start
  for (let at = start + 1; at <= end; at++) if (shingles[at]! <= shingles[smallest]!) smallest = at
  return smallest
}
