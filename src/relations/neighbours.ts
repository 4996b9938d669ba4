import type { KeyTerms } from './key-terms.ts'

/** Neighbours of an article that are then compared exactly. */
const neighbourCount = 12

/** Least cosine over key terms; below it, two articles share a word by chance. */
const leastLikeness = 0.03

/**
 * For each article those that share most of its key terms, best first. Through an inverted index of key terms, so the work
 * grows with the articles and not with their pairs.
 *
 * @param termCount - All terms have numbers below it.
 * @param earlier - By article: its neighbours, where they are known.
 */
export function findNeighbours(
  { terms, weights, starts }: KeyTerms,
  termCount: number,
  earlier?: (article: number) => Uint32Array | undefined,
): readonly Uint32Array[] {
  const articleCount = starts.length - 1
  const postings = listByTerm({ terms, weights, starts }, termCount)
  const scores = new Float64Array(articleCount)
  const met = new Uint32Array(articleCount)
  const nearest = new NearestArticles()
  const most = mostPostings(articleCount)
  return Array.from({ length: articleCount }, (_, article) => {
    const known = earlier?.(article)
    if (known !== undefined) return known
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
