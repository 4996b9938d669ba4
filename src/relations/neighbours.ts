import type { TermStatistics, TermVector } from './term-vectors.ts'

/** Terms of an article that neighbours are found by, the weightiest. */
const keyTermCount = 30

/** Neighbours of an article that are then compared exactly. */
const neighbourCount = 12

/** Least cosine over key terms; below it, two articles share a word by chance. */
const leastLikeness = 0.03

/**
 * For each article those that share most of its key terms, best first. Through an inverted index of key terms, so the work
 * grows with the articles and not with their pairs.
 */
export function findNeighbours(
  vectors: readonly TermVector[],
  { counts }: TermStatistics,
): readonly (readonly number[])[] {
  const keyTerms = vectors.map(findKeyTerms)
  const postings = listByTerm(vectors, keyTerms, counts.length)
  const scores = new Float64Array(vectors.length)
  const most = mostPostings(vectors.length)
  return vectors.map((vector, article) => {
    const met: number[] = []
    for (const place of keyTerms[article]!) {
      const term = vector.terms[place]!
      const start = postings.starts[term]!
      const end = postings.starts[term + 1]!
      const weight = vector.weights[place]!
      if (end - start > most) continue
      for (let entry = start; entry < end; entry++) {
        const other = postings.articles[entry]!
        if (scores[other] === 0) met.push(other)
        scores[other]! += postings.weights[entry]! * weight
      }
    }
    const nearest = met
      .filter((other) => other !== article && scores[other]! >= leastLikeness)
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .slice(0, neighbourCount)
    for (const other of met) scores[other] = 0
    return nearest
  })
}

/** A term that so many articles have among their key terms is a subject of the archive, not of a story. */
const mostPostings = (articleCount: number): number => Math.max(64, Math.ceil(3 * Math.sqrt(articleCount)))

/** Places of the weightiest terms in the vector; of equal ones, the first. */
function findKeyTerms({ weights }: TermVector): Uint32Array {
  const least = findLeastOfLargest(weights)
  let above = 0
  for (let place = 0; place < weights.length; place++) if (weights[place]! > least) above++
  const keys = new Uint32Array(Math.min(weights.length, keyTermCount))
  let count = 0
  let ties = keys.length - above
  for (let place = 0; place < weights.length; place++) {
    if (weights[place]! > least || (weights[place] === least && ties-- > 0)) keys[count++] = place
  }
  return keys.subarray(0, count)
}

/** The weight of the last key term. The largest so far are kept in order; few of the later ones get in, so this beats sorting all. */
function findLeastOfLargest(weights: Float32Array): number {
  if (weights.length < keyTermCount) return 0
  const largest = weights.slice(0, keyTermCount).sort()
  for (let place = keyTermCount; place < weights.length; place++) {
    const weight = weights[place]!
    if (weight <= largest[0]!) continue
    let at = 1
    for (; at < keyTermCount && largest[at]! < weight; at++) largest[at - 1] = largest[at]!
    largest[at - 1] = weight
  }
  return largest[0]!
}

/** Articles by key term, one list after the other; the list of a term goes from its start to that of the next. */
interface KeyTermPostings {
  readonly articles: Uint32Array
  readonly weights: Float32Array
  readonly starts: Uint32Array
}

function listByTerm(
  vectors: readonly TermVector[],
  keyTerms: readonly Uint32Array[],
  termCount: number,
): KeyTermPostings {
  const starts = new Uint32Array(termCount + 1)
  for (const [article, places] of keyTerms.entries()) {
    for (const place of places) starts[vectors[article]!.terms[place]! + 1]!++
  }
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const articles = new Uint32Array(starts[termCount]!)
  const weights = new Float32Array(starts[termCount]!)
  for (const [article, places] of keyTerms.entries()) {
    const vector = vectors[article]!
    for (const place of places) {
      const entry = next[vector.terms[place]!]!++
      articles[entry] = article
      weights[entry] = vector.weights[place]!
    }
  }
  return { articles, weights, starts }
}
