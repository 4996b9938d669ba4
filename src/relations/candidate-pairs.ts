import type { PostAnalysis } from './analyse-post.ts'
import { type ArchiveChange, listDifference } from './archive-change.ts'
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
export const nearestWithFingerprint = 32

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
  const analysisAt = (place: number) => analyses[place]!
  for (let b = 0; b < analyses.length; b++) {
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
      const pair = comparePair({ a, b, shared: sharedCounts[a]! }, analysisAt)
      sharedCounts[a] = 0
      if (pair !== undefined) pairs.push(pair)
    }
  }
  return pairs
}

/**
 * The same from what an earlier run found: only posts that changed are looked at again.
 *
 * @returns `undefined` where all have to be: a fingerprint that came or went is so common that it may change which others are nearest.
 */
export function updateCandidatePairs(
  earlier: readonly CandidatePair[],
  analyses: readonly PostAnalysis[],
  { placesNow, changes }: ArchiveChange,
): readonly CandidatePair[] | undefined {
  const texts = changes.map(({ before, now }) => [before?.fingerprints, analyses[now ?? -1]?.fingerprints] as const)
  const holders = listHolders(new Set(texts.flat().flatMap((fingerprints) => [...(fingerprints ?? [])])), analyses)
  const different = texts.flatMap(([before, now]) => listDifference(before, now))
  // With no more holders than that, before and now, each is near to each.
  if (different.some((fingerprint) => holders.get(fingerprint)!.length + changes.length > nearestWithFingerprint))
    return undefined
  const kept = earlier.flatMap((pair) => {
    const [a, b] = [placesNow[pair.a]!, placesNow[pair.b]!]
    return a === -1 || b === -1 ? [] : [{ ...pair, a, b }]
  })
  const changed = new Set(changes.flatMap(({ now }) => now ?? []))
  const found = [...changed].flatMap((place) => {
    const near = listNearest(place, analyses[place]!.fingerprints, holders)
    const others = [...near].filter(([other]) => !(changed.has(other) && other < place))
    return others.flatMap(([other, shared]) => comparePair({ a: place, b: other, shared }, (at) => analyses[at]!) ?? [])
  })
  return found.length === 0 ? kept : [...kept, ...found].sort((x, y) => x.b - y.b || x.a - y.a)
}

/** By fingerprint: the places of the posts that have it, ascending. */
function listHolders(
  wanted: ReadonlySet<number>,
  analyses: readonly PostAnalysis[],
): ReadonlyMap<number, readonly number[]> {
  const numbering = HashNumbering.of(Uint32Array.from(wanted))
  const holders = new Map(Array.from(wanted, (fingerprint) => [fingerprint, [] as number[]]))
  for (const [place, { fingerprints }] of analyses.entries()) {
    for (let at = 0; at < fingerprints.length; at++)
      if (numbering.find(fingerprints[at]!) !== -1) holders.get(fingerprints[at]!)!.push(place)
  }
  return holders
}

/** By place: how many fingerprints bring a post near to another one, which is nearest to it or it to that one. */
export function listNearest(
  place: number,
  fingerprints: Uint32Array,
  holders: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>()
  for (const fingerprint of fingerprints) {
    const places = holders.get(fingerprint)!
    const at = places.indexOf(place)
    const nearest = places.slice(Math.max(0, at - nearestWithFingerprint), at + 1 + nearestWithFingerprint)
    for (const other of nearest) if (other !== place) shared.set(other, (shared.get(other) ?? 0) + 1)
  }
  return shared
}

/**
 * Two posts in any order, by place, that share fingerprints.
 *
 * @returns `undefined` where the two share too little.
 */
export function comparePair(
  pair: { readonly a: number; readonly b: number; readonly shared: number },
  analysisAt: (place: number) => PostAnalysis,
): CandidatePair | undefined {
  const [a, b] = pair.a < pair.b ? [pair.a, pair.b] : [pair.b, pair.a]
  const [ofA, ofB] = [analysisAt(a), analysisAt(b)]
  return pair.shared < fewestShared(ofA, ofB) ? undefined : toCandidatePair(a, b, ofA, ofB)
}

/** A pair at the threshold shares about as large a part of the fingerprints; a third of it leaves room for chance. */
const fewestShared = (a: PostAnalysis, b: PostAnalysis): number =>
  Math.max(1, Math.floor((candidateContainment / 3) * Math.min(a.fingerprints.length, b.fingerprints.length)))

/** `undefined` where the two share too little. */
function toCandidatePair(
  a: number,
  b: number,
  { shingles: left }: PostAnalysis,
  { shingles: right }: PostAnalysis,
): CandidatePair | undefined {
  const shared = countCommon(left, right)
  const containment = shared / Math.max(1, Math.min(left.length, right.length))
  if (containment < candidateContainment) return undefined
  return { a, b, containment, similarity: shared / Math.max(1, left.length + right.length - shared) }
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
