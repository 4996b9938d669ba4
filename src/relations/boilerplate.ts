import { hasValue, type PostAnalysis } from './analyse-post.ts'
import { type ArchiveChange, listDifference } from './archive-change.ts'
import type { CandidatePair } from './candidate-pairs.ts'
import type { Groups } from './groups.ts'
import { HashNumbering } from './hash-numbering.ts'

/** Different articles that a passage must be in to be called boilerplate; two may quote each other. */
export const fewestArticles = 3

/**
 * Shingles that belong to the blog and not to an article: signatures, calls for donations, the fixed text of a template.
 *
 * Counted per group of look-alikes: a text that was republished seven times is seven posts, but one article. Only
 * shingles that candidate pairs share are counted, since no other can make two posts look alike.
 */
export function findBoilerplate(
  analyses: readonly PostAnalysis[],
  pairs: readonly CandidatePair[],
  lookAlikes: Groups,
): ReadonlySet<number> {
  const watched = numberSharedShingles(pairs, (place) => analyses[place]!.shingles)
  const articleCounts = new Uint8Array(watched.size)
  const lastGroups = new Int32Array(watched.size).fill(-1)
  const byGroup = [...analyses.keys()].sort((a, b) => lookAlikes.find(a) - lookAlikes.find(b) || a - b)
  for (const at of byGroup) {
    const group = lookAlikes.find(at)
    const { shingles } = analyses[at]!
    for (let place = 0; place < shingles.length; place++) {
      const number = watched.find(shingles[place]!)
      if (number === -1 || lastGroups[number] === group) continue
      lastGroups[number] = group
      if (articleCounts[number]! < 255) articleCounts[number]!++
    }
  }
  return new Set(watched.hashes().filter((_, number) => articleCounts[number]! >= fewestArticles))
}

/**
 * Whether what an earlier run found is what `findBoilerplate` would find: no post that changed is like another one, or was, and no shingle
 * that came or went counts.
 *
 * @param now - With pairs from `updateCandidatePairs`: where all were looked for anew, others may be pairs no longer.
 */
export function isBoilerplateKept(
  earlier: readonly CandidatePair[],
  now: { readonly analyses: readonly PostAnalysis[]; readonly pairs: readonly CandidatePair[] },
  { placesNow, changes }: ArchiveChange,
): boolean {
  const { analyses, pairs } = now
  const changed = new Set(changes.map((change) => change.now))
  if (earlier.some(({ a, b }) => placesNow[a] === -1 || placesNow[b] === -1)) return false
  if (pairs.some(({ a, b }) => changed.has(a) || changed.has(b))) return false
  const different = changes.flatMap(({ before, now: place }) =>
    listDifference(before?.shingles, analyses[place ?? -1]?.shingles),
  )
  const has = (place: number, shingle: number) => hasValue(analyses[place]!.shingles, shingle)
  return !pairs.some(({ a, b }) => different.some((shingle) => has(a, shingle) && has(b, shingle)))
}

/** Numbers the shingles that both posts of some pair have. */
export function numberSharedShingles(
  pairs: readonly Pick<CandidatePair, 'a' | 'b'>[],
  shinglesOf: (place: number) => Uint32Array,
): HashNumbering {
  const numbering = new HashNumbering(1024)
  for (const pair of pairs) {
    const [a, b] = [shinglesOf(pair.a), shinglesOf(pair.b)]
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      const x = a[i]!
      const y = b[j]!
      if (x === y) numbering.numberOf(x)
      if (x <= y) i++
      if (y <= x) j++
    }
  }
  return numbering
}
