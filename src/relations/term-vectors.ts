import { type PostAnalysis, termRole } from './analyse-post.ts'
import { backgroundRarity } from './background-frequencies.ts'
import { HashNumbering } from './hash-numbering.ts'

/** The part of an analysis that a vector is made of. */
export type TermCounts = Pick<PostAnalysis, 'terms' | 'counts' | 'roles'>

/** One article and the language it is written in. */
export interface Article {
  readonly analysis: PostAnalysis
  readonly lang: string
}

/** The terms that an article shares with others, as parallel arrays sorted by hash. */
export interface TermVector {
  readonly hashes: Uint32Array
  /** Numbers of the terms, see `TermStatistics`. */
  readonly terms: Uint32Array
  /** What the term says about this article; the vector has length 1. */
  readonly weights: Float32Array
  /** Bits of `termRole`. */
  readonly roles: Uint8Array
  /** Sum of the rarities of the title's terms, those of this article alone included. */
  readonly titleRarity: number
  /** Numbers of the rarest names in the title, those of this article alone included. */
  readonly titleNames: readonly number[]
}

/** What the archive tells about each term; terms are numbered 0, 1, 2 … */
export interface TermStatistics {
  readonly numbering: HashNumbering
  readonly articleCount: number
  /** By term: articles that have it. */
  readonly counts: Uint32Array
  /** By term: whether it is a name or a number. */
  readonly isName: Uint8Array
  /** By term: 0 for what every text has, 1 for what only one or two have. */
  readonly rarities: Float32Array
  /** Share of the articles that have the commonest name: near 1 in a blog about one subject. */
  readonly subjectShare: number
}

/** A name says so much more about a piece than another word of the same rarity. */
const nameFactor = 3

/** Below this, a term of a title ("after", "Twitter" in a blog about Twitter) neither links nor parts two pieces. */
export const leastTitleRarity = 0.15

/** A word that is in lower case in more of its articles than this is none, whatever a heading made of it. */
const mostLowerCase = 0.3

/**
 * Counts the terms of an archive and rates them.
 *
 * Rarity is the product of two, each 0–1. In the archive: log(N/n) / log(N/2), which has the same range for 15 posts and
 * for 100,000, so that no threshold depends on their number, and which takes "Twitter" out of a blog about Twitter. In
 * the language: in a small archive "company" is as rare as "Zatko", and only a list of common words knows better.
 */
export function weighTerms(articles: readonly Article[]): {
  readonly statistics: TermStatistics
  readonly vectors: readonly TermVector[]
} {
  const numbering = new HashNumbering(articles.length * 20)
  const numbers = articles.map(({ analysis }) => numberTerms(analysis.terms, (hash) => numbering.numberOf(hash)))
  const statistics = rateTerms(articles, numbers, numbering)
  return { statistics, vectors: articles.map(({ analysis }, at) => weighNumbered(analysis, numbers[at]!, statistics)) }
}

/** The weighed terms of a text as if it were an article of the archive that `statistics` counts. */
export const toTermVector = (counts: TermCounts, statistics: TermStatistics): TermVector =>
  weighNumbered(
    counts,
    numberTerms(counts.terms, (hash) => statistics.numbering.find(hash)),
    statistics,
  )

function numberTerms(hashes: Uint32Array, numberOf: (hash: number) => number): Uint32Array {
  const numbers = new Uint32Array(hashes.length)
  for (let place = 0; place < hashes.length; place++) numbers[place] = numberOf(hashes[place]!)
  return numbers
}

function rateTerms(
  articles: readonly Article[],
  numbers: readonly Uint32Array[],
  numbering: HashNumbering,
): TermStatistics {
  const [counts, names, lowerCase] = [
    new Uint32Array(numbering.size),
    new Uint32Array(numbering.size),
    new Uint32Array(numbering.size),
  ]
  const background = new Float32Array(numbering.size)
  for (const [article, { analysis, lang }] of articles.entries()) {
    const rarityOf = backgroundRarity(lang)
    for (let place = 0; place < analysis.terms.length; place++) {
      const term = numbers[article]![place]!
      const role = analysis.roles[place]!
      if (counts[term]!++ === 0) background[term] = rarityOf(analysis.terms[place]!)
      if (role & asName) names[term]!++
      if (role & termRole.lowerCase) lowerCase[term]!++
    }
  }
  const isName = Uint8Array.from(counts, (count, term) =>
    names[term]! > 0 && lowerCase[term]! <= mostLowerCase * count ? 1 : 0,
  )
  const range = Math.log(Math.max(3, articles.length) / 2)
  const rarities = background.map(
    (rarity, term) => rarity * Math.min(1, Math.log(articles.length / counts[term]!) / range),
  )
  const mostNamed = names.reduce((most, count, term) => (isName[term] ? Math.max(most, count) : most), 0)
  return {
    numbering,
    articleCount: articles.length,
    counts,
    isName,
    rarities,
    subjectShare: mostNamed / Math.max(1, articles.length),
  }
}

function weighNumbered(
  { terms: hashes, counts, roles }: TermCounts,
  numbers: Uint32Array,
  statistics: TermStatistics,
): TermVector {
  const { isName, rarities } = statistics
  const places = findTellingPlaces(numbers, statistics)
  const [vectorHashes, terms] = [new Uint32Array(places.length), new Uint32Array(places.length)]
  const [weights, vectorRoles] = [new Float32Array(places.length), new Uint8Array(places.length)]
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!
    const term = numbers[place]!
    const factor = isName[term] && roles[place]! & asName ? nameFactor : 1
    vectorHashes[at] = hashes[place]!
    terms[at] = term
    weights[at] = rarities[term]! * factor * salience(counts[place]!, roles[place]!)
    vectorRoles[at] = roles[place]!
  }
  toLengthOne(weights)
  return { hashes: vectorHashes, terms, weights, roles: vectorRoles, ...describeTitle(numbers, roles, statistics) }
}

/** Places of the terms that other articles have too, and not all of them. */
function findTellingPlaces(numbers: Uint32Array, { counts, rarities }: TermStatistics): Uint32Array {
  const places = new Uint32Array(numbers.length)
  let found = 0
  for (let place = 0; place < numbers.length; place++) {
    const term = numbers[place]!
    if (counts[term]! > 1 && rarities[term]! > 0) places[found++] = place
  }
  return places.subarray(0, found)
}

const asName = termRole.name | termRole.number

function toLengthOne(weights: Float32Array): void {
  let sum = 0
  for (let at = 0; at < weights.length; at++) sum += weights[at]! * weights[at]!
  const length = Math.sqrt(sum)
  if (length > 0) for (let at = 0; at < weights.length; at++) weights[at]! /= length
}

function describeTitle(numbers: Uint32Array, roles: Uint8Array, { isName, rarities }: TermStatistics) {
  const names: number[] = []
  let titleRarity = 0
  for (let place = 0; place < numbers.length; place++) {
    const term = numbers[place]!
    if (!(roles[place]! & termRole.title) || rarities[term]! < leastTitleRarity) continue
    titleRarity += rarities[term]!
    if (isName[term] && roles[place]! & asName) names.push(term)
  }
  return { titleRarity, titleNames: keepRarest(names, rarities) }
}

const repetitions = Float64Array.from({ length: 256 }, (_, count) => (count > 0 ? 1 + Math.log(count) : 0))

/** How much a piece dwells on a term: repetition counts less and less, title and opening count extra. */
function salience(count: number, role: number): number {
  const repeated = repetitions[count]!
  return repeated + (role & termRole.title ? 1 : 0) + (role & termRole.lead ? 0.5 : 0)
}

/** "New York mayor de Blasio" is about de Blasio. */
function keepRarest(names: readonly number[], rarities: Float32Array): readonly number[] {
  const rarest = Math.max(...names.map((name) => rarities[name]!))
  return names.filter((name) => rarities[name]! >= rarest - leastTitleRarity)
}
