import type { Post, PostId } from '../posts/post.ts'
import { hasValue, type PostAnalysis } from './analyse-post.ts'
import { listDifference } from './archive-change.ts'
import { fewestArticles, numberSharedShingles } from './boilerplate.ts'
import { type CandidatePair, comparePair, listNearest, nearestWithFingerprint } from './candidate-pairs.ts'
import { type Duplicate, toDuplicate } from './find-relations.ts'
import type { Groups } from './groups.ts'
import type { KnownArchive, KnownPair } from './known-archive.ts'
import type { Holders } from './known-articles.ts'
import { listFingerprints, type TextEdit } from './text-edits.ts'
import { compareVersions } from './version-change.ts'
import { joinVersions } from './version-groups.ts'
import { createPairComparer, groupLookAlikes, indexPairs, settle, toComparedPair } from './version-pairs.ts'

/** What edits change of versions, where the groups of versions stay. */
export interface VersionUpdate {
  readonly pairs: readonly KnownPair[]
  readonly sharedShingles: Uint32Array
  /** By the copy: what is told again. */
  readonly duplicates: ReadonlyMap<PostId, Duplicate>
}

export interface VersionEdits {
  readonly edits: readonly TextEdit[]
  readonly archive: KnownArchive
  readonly postAt: (place: number) => Post
  /** As they were. */
  readonly analysisAt: (place: number) => PostAnalysis
  readonly versionCoverage: number
}

/** Shingles that came or went and may have to do with boilerplate: those that two texts of a pair have, or had. */
export function listWantedShingles(input: VersionEdits): ReadonlySet<number> {
  const { edits, archive } = input
  const { lists, facts } = archive
  const analysisNow = lookUpNow(input)
  return new Set(
    edits.flatMap(({ place, before, now }) => {
      const partners = facts.pairs.flatMap(({ a, b }) => (a === place ? [b] : b === place ? [a] : []))
      const texts = [lists.sharedShingles, ...partners.map((other) => analysisNow(other).shingles)]
      return listDifference(before.analysis.shingles, now.analysis.shingles).filter((shingle) =>
        texts.some((shingles) => hasValue(shingles, shingle)),
      )
    }),
  )
}

/** Gives analyses of texts as they are now. */
function lookUpNow({ edits, analysisAt }: VersionEdits): (place: number) => PostAnalysis {
  const edited = new Map(edits.map(({ place, now }) => [place, now.analysis]))
  return (place) => edited.get(place) ?? analysisAt(place)
}

/**
 * Compares texts that were edited with those that they are paired with.
 *
 * @param holders - Of `listFingerprints` and `listWantedShingles`, in texts as they were.
 * @returns `undefined` where there may be other pairs now, other boilerplate, or other groups of versions.
 */
export function updateVersions(input: VersionEdits, holders: Holders): VersionUpdate | undefined {
  const { edits, archive, postAt, versionCoverage } = input
  const { lists, facts } = archive
  const edited = listPlaces(edits)
  if (mayMoveRivals(input)) return undefined
  const candidates = findCandidates(input, holders.byFingerprint)
  if (candidates === undefined || isBoilerplateMoved(input, holders.byShingle)) return undefined
  const comparer = createPairComparer({ postAt, versionCoverage })
  const compareOwn = comparer.createOwn((shingle) => hasValue(lists.boilerplate, shingle))
  const pairs = facts.pairs.map((known): KnownPair => {
    const candidate = candidates.get(keyOf(known))
    if (candidate === undefined) return known
    const pair = toComparedPair(candidate, comparer.compareAsTheyAre(candidate))
    return { ...settle(pair, compareOwn(pair)), verdictAsItIs: pair.verdict }
  })
  if (pairs.some(({ verdictAsItIs }, at) => verdictAsItIs !== facts.pairs[at]!.verdictAsItIs)) return undefined
  if (candidates.size > 0 && !haveSameGroups(pairs, archive)) return undefined
  const versionAt = (place: number) => ({ title: postAt(place).title, text: comparer.textOf(place) })
  const duplicates = facts.groups.flatMap(({ canonical, copies }) =>
    copies
      .filter((copy) => edited.has(copy) || edited.has(canonical))
      .map((copy) =>
        toDuplicate(postAt(copy).id, postAt(canonical).id, compareVersions(versionAt(copy), versionAt(canonical))),
      ),
  )
  return {
    pairs,
    sharedShingles: addShared(lists.sharedShingles, [...candidates.values()], input),
    duplicates: new Map(duplicates.map((duplicate) => [duplicate.copy, duplicate])),
  }
}

const listPlaces = (edits: readonly TextEdit[]): ReadonlySet<number> => new Set(edits.map(({ place }) => place))

const keyOf = ({ a, b }: CandidatePair): string => `${a} ${b}`

/** Which of two texts of one moment is the newer one can depend on words that no other post has. */
function mayMoveRivals({ edits, archive, analysisAt }: VersionEdits): boolean {
  const groups = archive.facts.groups.filter(({ rivals }) => rivals.length > 1)
  if (groups.length === 0) return false
  const members = new Set(groups.flatMap(({ canonical, copies }) => [canonical, ...copies]))
  const different = edits.flatMap(({ before, now }) => listDifference(before.analysis.terms, now.analysis.terms))
  return (
    edits.some(({ place }) => members.has(place)) ||
    groups
      .flatMap(({ rivals }) => rivals)
      .some((rival) => {
        const { terms } = analysisAt(rival)
        return different.some((term) => hasValue(terms, term))
      })
  )
}

/** Pairs with an edited text, which are those that there were; `undefined` where they are others, or all have to be looked for. */
function findCandidates(
  input: VersionEdits,
  byFingerprint: Holders['byFingerprint'],
): ReadonlyMap<string, CandidatePair> | undefined {
  const { edits, archive } = input
  const edited = listPlaces(edits)
  const analysisNow = lookUpNow(input)
  const holders = listHoldersNow(edits, byFingerprint)
  const found = new Map<string, CandidatePair>()
  for (const { place, before, now } of edits) {
    const different = listDifference(before.analysis.fingerprints, now.analysis.fingerprints)
    // See `updateCandidatePairs`.
    if (different.some((fingerprint) => holders.get(fingerprint)!.length + edits.length > nearestWithFingerprint))
      return undefined
    for (const [other, shared] of listNearest(place, now.analysis.fingerprints, holders)) {
      const pair = comparePair({ a: place, b: other, shared }, analysisNow)
      if (pair !== undefined) found.set(keyOf(pair), pair)
    }
  }
  const earlier = archive.facts.pairs.filter(({ a, b }) => edited.has(a) || edited.has(b))
  return earlier.length === found.size && earlier.every((pair) => found.has(keyOf(pair))) ? found : undefined
}

function listHoldersNow(
  edits: readonly TextEdit[],
  before: Holders['byFingerprint'],
): ReadonlyMap<number, readonly number[]> {
  const edited = listPlaces(edits)
  const holders = new Map(
    Array.from(listFingerprints(edits), (fingerprint) => [
      fingerprint,
      (before.get(fingerprint) ?? []).filter((place) => !edited.has(place)),
    ]),
  )
  for (const { place, now } of edits)
    for (const fingerprint of now.analysis.fingerprints) holders.get(fingerprint)!.push(place)
  for (const places of holders.values()) places.sort((a, b) => a - b)
  return holders
}

/** Whether a shingle that came or went may be boilerplate now, or may have been: it is, or was, in so many articles. */
function isBoilerplateMoved({ edits, archive }: VersionEdits, byShingle: Holders['byShingle']): boolean {
  const { lists, facts } = archive
  const articles = groupLookAlikes(
    facts.pairs.map((pair) => ({ ...pair, verdict: pair.verdictAsItIs })),
    lists.days.length,
  )
  return [...byShingle].some(([shingle, holders]) => {
    const now = edits.filter((edit) => hasValue(edit.now.analysis.shingles, shingle)).map(({ place }) => place)
    return countArticles([...holders, ...now], articles) >= fewestArticles
  })
}

const countArticles = (places: readonly number[], articles: Groups): number =>
  new Set(places.map((place) => articles.find(place))).size

function haveSameGroups(pairs: readonly KnownPair[], { lists, facts }: KnownArchive): boolean {
  const postCount = lists.days.length
  const groups = joinVersions(postCount, { all: pairs, between: indexPairs(pairs, postCount) }, facts.owner)
  const before = facts.groups.map(({ canonical, copies }) => [canonical, ...copies].sort((a, b) => a - b))
  return JSON.stringify(groups) === JSON.stringify(before)
}

/** Those that some pair no longer shares stay: they are looked at once too often. */
function addShared(known: Uint32Array, pairs: readonly CandidatePair[], input: VersionEdits): Uint32Array {
  if (pairs.length === 0) return known
  const analysisNow = lookUpNow(input)
  const shared = numberSharedShingles(pairs, (place) => analysisNow(place).shingles).hashes()
  return Uint32Array.from(new Set([...known, ...shared])).sort()
}
