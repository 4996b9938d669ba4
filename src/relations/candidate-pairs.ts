import type { PostAnalysis } from './analyse-post.ts'
import { HashNumbering } from './hash-numbering.ts'
import { findRepeated } from './repeated-hashes.ts'

/** Two posts by place, `a < b`, and how much of the shorter one's shingles the other has. */
export interface CandidatePair {
  readonly a: number
  readonly b: number
  readonly containment: number
  /** Jaccard similarity of the shingles. */
  readonly similarity: number
}

/** Two posts that share less than this share of the shorter one's shingles are not compared word by word. */
export const candidateContainment = 0.3

/**
 * Posts with the same fingerprint that are looked at before a post. Beyond them it is a formula that a whole archive shares,
 * and the true neighbours are found by other fingerprints; so the work grows with the posts and not with their pairs.
 */
const nearestWithFingerprint = 32

/**
 * Pairs of posts whose texts may be versions of each other: those that share fingerprints, then counted exactly.
 *
 * @param analyses - In order of time.
 */
export function findCandidatePairs(analyses: readonly PostAnalysis[]): readonly CandidatePair[] {
  const repeated = findRepeated(analyses.map(({ fingerprints }) => fingerprints))
  const postings = new FingerprintPostings(repeated)
  const sharedCounts = new Uint16Array(analyses.length)
  const pairs: CandidatePair[] = []
  for (const [b, analysis] of analyses.entries()) {
    const met: number[] = []
    for (const fingerprint of repeated[b]!) {
      let left = nearestWithFingerprint
      for (let entry = postings.add(fingerprint, b); entry !== 0 && left > 0; left--) {
        const a = postings.postOf(entry)
        if (sharedCounts[a]!++ === 0) met.push(a)
        entry = postings.olderThan(entry)
      }
    }
    for (const a of met.sort((x, y) => x - y)) {
      const pair = sharedCounts[a]! >= fewestShared(analyses[a]!, analysis) ? countShared(analyses, a, b) : undefined
      sharedCounts[a] = 0
      if (pair && pair.containment >= candidateContainment) pairs.push(pair)
    }
  }
  return pairs
}

/** A pair at the threshold shares about as large a part of the fingerprints; a third of it leaves room for chance. */
const fewestShared = (a: PostAnalysis, b: PostAnalysis): number =>
  Math.max(1, Math.floor((candidateContainment / 3) * Math.min(a.fingerprints.length, b.fingerprints.length)))

function countShared(analyses: readonly PostAnalysis[], a: number, b: number): CandidatePair {
  const [left, right] = [analyses[a]!.shingles, analyses[b]!.shingles]
  const shared = countCommon(left, right)
  return {
    a,
    b,
    containment: shared / Math.max(1, Math.min(left.length, right.length)),
    similarity: shared / Math.max(1, left.length + right.length - shared),
  }
}

/** Values that two sorted sets have in common. */
export function countCommon(a: Uint32Array, b: Uint32Array): number {
  let common = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!
    const y = b[j]!
    if (x === y) common++
    if (x <= y) i++
    if (y <= x) j++
  }
  return common
}

/** For each fingerprint, the posts that have it, newest first: linked lists in arrays. Entries count from 1. */
class FingerprintPostings {
  readonly #numbering: HashNumbering
  readonly #posts: Int32Array
  readonly #olderEntries: Int32Array
  /** By number of the fingerprint. */
  readonly #newestEntries: Int32Array
  #count = 0

  constructor(fingerprints: readonly (readonly number[])[]) {
    const total = fingerprints.reduce((sum, { length }) => sum + length, 0)
    this.#numbering = new HashNumbering(total)
    this.#posts = new Int32Array(total)
    this.#olderEntries = new Int32Array(total)
    this.#newestEntries = new Int32Array(total)
  }

  /** Adds a post; gives the newest entry before it, 0 where there is none. */
  add(fingerprint: number, post: number): number {
    const number = this.#numbering.numberOf(fingerprint)
    const before = this.#newestEntries[number]!
    this.#posts[this.#count] = post
    this.#olderEntries[this.#count] = before
    this.#newestEntries[number] = ++this.#count
    return before
  }

  postOf(entry: number): number {
    return this.#posts[entry - 1]!
  }

  olderThan(entry: number): number {
    return this.#olderEntries[entry - 1]!
  }
}
