import { shingleSize, toShingles } from './shingles.ts'

/** A run of words that two texts share, word by word: `length` words from `startA` in one, from `startB` in the other. */
export interface SharedRun {
  readonly startA: number
  readonly startB: number
  readonly length: number
}

/**
 * The passages that two texts share, in the order of the first. No word is in two of them.
 *
 * Greedy from the left: at each word the passage that continues the last one is preferred, then the longest. A minimal
 * edit script, as first tried, takes a moved paragraph for a removed and an added one. A passage out of order counts only
 * if it is long enough to be a moved sentence; "at the end of the" is not.
 */
export function findSharedRuns(a: Uint32Array, b: Uint32Array): readonly SharedRun[] {
  if (a.length < shingleSize || b.length < shingleSize) return []
  const placesInB = indexShingles(toShingles(b))
  const shinglesOfA = toShingles(a)
  const isUsed = new Uint8Array(b.length)
  const runs: SharedRun[] = []
  let expected = 0
  for (let at = 0; at < shinglesOfA.length; ) {
    const places = placesInB.get(shinglesOfA[at]!)
    const run = places && findBestRun({ a, b, isUsed }, at, places, expected)
    if (!run) {
      at++
      continue
    }
    runs.push(run)
    isUsed.fill(1, run.startB, run.startB + run.length)
    at += run.length
    expected = run.startB + run.length
  }
  return runs
}

function indexShingles(shingles: Uint32Array): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (let at = 0; at < shingles.length; at++) {
    const known = places.get(shingles[at]!)
    if (known === undefined) places.set(shingles[at]!, [at])
    else if (known.length < mostPlaces) known.push(at)
  }
  return places
}

/** A phrase that a text repeats more often than this is a refrain; its further places are not looked at. */
const mostPlaces = 16
/** A passage that starts at most this many words after the last one continues it. */
const nearWords = 60
/** Words of a passage that may stand out of order. */
const movedWords = 11

interface Texts {
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly isUsed: Uint8Array
}

function findBestRun({ a, b, isUsed }: Texts, startA: number, places: readonly number[], expected: number) {
  let best: SharedRun | undefined
  let bestIsNear = false
  for (const startB of places) {
    let length = 0
    while (
      startA + length < a.length &&
      startB + length < b.length &&
      a[startA + length] === b[startB + length] &&
      !isUsed[startB + length]
    )
      length++
    const isNear = startB >= expected && startB - expected <= nearWords
    if (length < (isNear ? shingleSize : movedWords)) continue
    if (best === undefined || (isNear && !bestIsNear) || (isNear === bestIsNear && length > best.length)) {
      best = { startA, startB, length }
      bestIsNear = isNear
    }
  }
  return best
}
