import { type CountedTerms, type TermStatistics, type TermVector, weighTerm } from './term-vectors.ts'

/** Terms of an article that neighbours are found by, the weightiest. */
const keyTermCount = 30

/** Numbers of key terms and their weights, those of one article after those of the other; each go from their start to the next. */
export interface KeyTerms {
  readonly terms: Uint32Array
  readonly weights: Float32Array
  readonly starts: Uint32Array
}

/** What key terms of one article are made from; JSON. */
export interface KeyProfile {
  /** Of the article's vector, see `TermVector`. */
  readonly length: number
  /** Of the key terms among all terms of the article. */
  readonly places: readonly number[]
}

export const toKeyProfile = (vector: TermVector, { analysis }: CountedTerms): KeyProfile => ({
  length: vector.length,
  places: findKeyPlaces(vector, analysis.terms),
})

/** Weights are made again from the few numbers of a profile; a vector need not be. */
export function listKeyTerms(
  articles: readonly CountedTerms[],
  profiles: readonly KeyProfile[],
  statistics: TermStatistics,
): KeyTerms {
  const keyTerms = createKeyTerms(profiles.map(({ places }) => places.length))
  for (const [at, profile] of profiles.entries()) putProfile(keyTerms, at, articles[at]!, profile, statistics)
  return keyTerms
}

/** The same with other key terms of some articles. @param profiles - By place of the article. */
export function replaceKeyTerms(
  earlier: KeyTerms,
  profiles: ReadonlyMap<number, KeyProfile>,
  articles: readonly CountedTerms[],
  statistics: TermStatistics,
): KeyTerms {
  const counts = Array.from(articles, (_, at) => profiles.get(at)?.places.length ?? countKeyTerms(earlier, at))
  const keyTerms = createKeyTerms(counts)
  let copied = 0
  const copyUntil = (at: number) => {
    const [from, to] = [earlier.starts[copied]!, earlier.starts[at]!]
    keyTerms.terms.set(earlier.terms.subarray(from, to), keyTerms.starts[copied])
    keyTerms.weights.set(earlier.weights.subarray(from, to), keyTerms.starts[copied])
  }
  for (const at of [...profiles.keys()].sort((a, b) => a - b)) {
    copyUntil(at)
    putProfile(keyTerms, at, articles[at]!, profiles.get(at)!, statistics)
    copied = at + 1
  }
  copyUntil(articles.length)
  return keyTerms
}

export const keyTermsOf = ({ terms, starts }: KeyTerms, article: number): Uint32Array =>
  terms.subarray(starts[article]!, starts[article + 1]!)

const countKeyTerms = ({ starts }: KeyTerms, article: number): number => starts[article + 1]! - starts[article]!

function createKeyTerms(counts: readonly number[]): KeyTerms {
  const starts = new Uint32Array(counts.length + 1)
  for (const [at, count] of counts.entries()) starts[at + 1] = starts[at]! + count
  const total = starts[counts.length]!
  return { terms: new Uint32Array(total), weights: new Float32Array(total), starts }
}

function putProfile(
  { terms, weights, starts }: KeyTerms,
  at: number,
  article: CountedTerms,
  { length, places }: KeyProfile,
  statistics: TermStatistics,
): void {
  for (let key = 0; key < places.length; key++) {
    terms[starts[at]! + key] = article.numbers[places[key]!]!
    weights[starts[at]! + key] = Math.fround(weighTerm(article, places[key]!, statistics)) / length
  }
}

/** Places of an article's key terms in its `analysis`; of equally weighty ones, the first. */
function findKeyPlaces({ weights, hashes }: TermVector, terms: Uint32Array): readonly number[] {
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
