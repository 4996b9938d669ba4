import type { TermVector } from './term-vectors.ts'

/** Terms of an article that neighbours are found by, the weightiest. */
const keyTermCount = 30

/** Neighbours of an article that are then compared exactly. */
const neighbourCount = 12

/** Least cosine over key terms; below it, two articles share a word by chance. */
const leastLikeness = 0.03

/** Numbers of an article's key terms, and their weights. */
export interface KeyTerms {
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

/**
 * For each article those that share most of its key terms, best first. Through an inverted index of key terms, so the work
 * grows with the articles and not with their pairs.
 *
 * @param termCount - All terms have numbers below it.
 */
export function findNeighbours(articles: readonly KeyTerms[], termCount: number): readonly Uint32Array[] {
  const postings = listByTerm(articles, termCount)
  const scores = new Float64Array(articles.length)
  const met = new Uint32Array(articles.length)
  const nearest = new NearestArticles()
  const most = mostPostings(articles.length)
  return articles.map(({ terms, weights }, article) => {
    let metCount = 0
    for (let key = 0; key < terms.length; key++) {
      const start = postings.starts[terms[key]!]!
      const end = postings.starts[terms[key]! + 1]!
      const weight = weights[key]!
      if (end - start > most) continue
      for (let entry = start; entry < end; entry++) {
        const other = postings.articles[entry]!
        if (scores[other] === 0) met[metCount++] = other
        scores[other]! += postings.weights[entry]! * weight
      }
    }
    scores[article] = 0
    for (let at = 0; at < metCount; at++) {
      const other = met[at]!
      if (scores[other]! >= leastLikeness) nearest.add(other, scores[other]!)
      scores[other] = 0
    }
    return nearest.take()
  })
}

/** A term that so many articles have among their key terms is a subject of the archive, not of a story. */
const mostPostings = (articleCount: number): number => Math.max(64, Math.ceil(3 * Math.sqrt(articleCount)))

/** The best so far, in order. Few of the later ones get in, so this beats sorting all. */
class NearestArticles {
  readonly #articles = new Uint32Array(neighbourCount + 1)
  readonly #scores = new Float64Array(neighbourCount + 1)
  #count = 0

  /** Of equal scores, the first article is the better one. */
  add(article: number, score: number): void {
    let at = this.#count
    for (; at > 0; at--) {
      const other = this.#scores[at - 1]!
      if (other > score || (other === score && this.#articles[at - 1]! < article)) break
      this.#articles[at] = this.#articles[at - 1]!
      this.#scores[at] = other
    }
    this.#articles[at] = article
    this.#scores[at] = score
    this.#count = Math.min(neighbourCount, this.#count + 1)
  }

  /** Gives them, and begins anew. */
  take(): Uint32Array {
    const articles = this.#articles.slice(0, this.#count)
    this.#count = 0
    return articles
  }
}

/** Places of an article's key terms in its `analysis`; of equally weighty ones, the first. */
export function findKeyPlaces({ weights, hashes }: TermVector, terms: Uint32Array): readonly number[] {
  const least = findLeastOfLargest(weights)
  let above = 0
  for (let at = 0; at < weights.length; at++) if (weights[at]! > least) above++
  const places: number[] = []
  let ties = Math.min(weights.length, keyTermCount) - above
  let place = 0
  for (let at = 0; at < weights.length; at++) {
    if (weights[at]! < least || (weights[at] === least && ties-- <= 0)) continue
    while (terms[place] !== hashes[at]) place++
    places.push(place)
  }
  return places
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

function listByTerm(articles: readonly KeyTerms[], termCount: number): KeyTermPostings {
  const starts = new Uint32Array(termCount + 1)
  for (const { terms } of articles) for (let key = 0; key < terms.length; key++) starts[terms[key]! + 1]!++
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const [places, entryWeights] = [new Uint32Array(starts[termCount]!), new Float32Array(starts[termCount]!)]
  for (const [article, { terms, weights }] of articles.entries()) {
    for (let key = 0; key < terms.length; key++) {
      const entry = next[terms[key]!]!++
      places[entry] = article
      entryWeights[entry] = weights[key]!
    }
  }
  return { articles: places, weights: entryWeights, starts }
}
