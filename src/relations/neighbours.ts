import type { TermVector } from './term-vectors.ts'

/** Terms of an article that neighbours are found by, the weightiest. */
const keyTermCount = 30

/** Neighbours of an article that are then compared exactly. */
const neighbourCount = 12

/** Least cosine over key terms; below it, two articles share a word by chance. */
const leastLikeness = 0.03

/** Numbers of key terms and their weights, those of one article after those of the other; each go from their start to the next. */
export interface KeyTerms {
  readonly terms: Uint32Array
  readonly weights: Float32Array
  readonly starts: Uint32Array
}

/**
 * For each article those that share most of its key terms, best first. Through an inverted index of key terms, so the work
 * grows with the articles and not with their pairs.
 *
 * @param termCount - All terms have numbers below it.
 */
export function findNeighbours({ terms, weights, starts }: KeyTerms, termCount: number): readonly Uint32Array[] {
  const articleCount = starts.length - 1
  const postings = listByTerm({ terms, weights, starts }, termCount)
  const scores = new Float64Array(articleCount)
  const met = new Uint32Array(articleCount)
  const nearest = new NearestArticles()
  const most = mostPostings(articleCount)
  return Array.from({ length: articleCount }, (_, article) => {
    let metCount = 0
    for (let key = starts[article]!; key < starts[article + 1]!; key++) {
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

function listByTerm({ terms, weights, starts: articleStarts }: KeyTerms, termCount: number): KeyTermPostings {
  const starts = new Uint32Array(termCount + 1)
  for (let key = 0; key < terms.length; key++) starts[terms[key]! + 1]!++
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const articles = new Uint32Array(terms.length)
  const entryWeights = new Float32Array(terms.length)
  for (let article = 0; article < articleStarts.length - 1; article++) {
    for (let key = articleStarts[article]!; key < articleStarts[article + 1]!; key++) {
      const entry = next[terms[key]!]!++
      articles[entry] = article
      entryWeights[entry] = weights[key]!
    }
  }
  return { articles, weights: entryWeights, starts }
}
