import { type PostAnalysis, termRole } from './analyse-post.ts'
import { backgroundRarity, languageWithLists } from './background-frequencies.ts'
import { groupBy } from './group-by.ts'
import type { HashNumbering } from './hash-numbering.ts'

/** The part of an analysis that a vector is made of. */
export type TermCounts = Pick<PostAnalysis, 'terms' | 'counts' | 'roles'>

/** Terms of an article, and their numbers beside them, see `Vocabulary`. */
export interface CountedTerms {
  readonly analysis: TermCounts
  readonly numbers: Uint32Array
}

/** One article and the language it is written in. */
export interface Article extends CountedTerms {
  readonly lang: string
}

/** The terms that an article shares with others, as parallel arrays sorted by hash. */
export interface TermVector {
  readonly hashes: Uint32Array
  /** Numbers of the terms, see `TermStatistics`. */
  readonly terms: Uint32Array
  /** What the term says about this article; the vector has length 1. */
  readonly weights: Float32Array
  /** Of the vector, before it was brought to 1. */
  readonly length: number
  /** Bits of `termRole`. */
  readonly roles: Uint8Array
  /** Sum of the rarities of the title's terms, those of this article alone included. */
  readonly titleRarity: number
  /** Numbers of the rarest names in the title, those of this article alone included. */
  readonly titleNames: readonly number[]
}

/** What is counted in the articles of an archive, by term; terms are numbered 0, 1, 2 … */
export interface TermTally {
  /** Articles that have the term. */
  readonly counts: Uint32Array
  /** Of these, those that have it as a name or a number. */
  readonly names: Uint32Array
  /** Of these, those that have it in lower case. */
  readonly lowerCase: Uint32Array
  /** How rare it is in the languages of these, the least of them; 1 where no list has it. */
  readonly background: Float32Array
}

/** What the archive tells about each term. */
export interface TermStatistics {
  readonly numbering: HashNumbering
  readonly tally: TermTally
  readonly articleCount: number
  /** By term: articles that have it. */
  readonly counts: Uint32Array
  /** By term: whether it is a name or a number. */
  readonly isName: Uint8Array
  /** By term: 0 for what every text has, 1 for what only one or two have. */
  readonly rarities: Float32Array
  /** Share of the articles that have the commonest name, in hundredths: near 1 in a blog about one subject. */
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
export const rateTerms = (articles: readonly Article[], numbering: HashNumbering): TermStatistics =>
  rateTally(tallyTerms(articles, numbering), articles.length, numbering)

function tallyTerms(articles: readonly Article[], numbering: HashNumbering): TermTally {
  const tally = {
    counts: new Uint32Array(numbering.size),
    names: new Uint32Array(numbering.size),
    lowerCase: new Uint32Array(numbering.size),
    background: new Float32Array(numbering.size).fill(1),
  }
  const hashes = numbering.hashes()
  for (const [language, inLanguage] of groupBy(articles, ({ lang }) => languageWithLists(lang))) {
    const isSeen = new Uint8Array(numbering.size)
    for (const article of inLanguage) {
      addToTally(tally, article, 1)
      for (let place = 0; place < article.numbers.length; place++) isSeen[article.numbers[place]!] = 1
    }
    // A blog that writes in two languages has the common words of both: what is common in one of them tells nothing.
    const rarityOf = backgroundRarity(language)
    for (let term = 0; term < isSeen.length; term++)
      if (isSeen[term] === 1) tally.background[term] = Math.min(tally.background[term]!, rarityOf(hashes[term]!))
  }
  return tally
}

/** Counts the terms of an article, but for their rarity in its language. @param sign - −1 takes them out again. */
export function addToTally(
  { counts, names, lowerCase }: Pick<TermTally, 'counts' | 'names' | 'lowerCase'>,
  { analysis: { roles }, numbers }: CountedTerms,
  sign: 1 | -1,
): void {
  for (let place = 0; place < numbers.length; place++) {
    const [term, role] = [numbers[place]!, roles[place]!]
    counts[term]! += sign
    if (role & asName) names[term]! += sign
    if (role & termRole.lowerCase) lowerCase[term]! += sign
  }
}

export function rateTally(tally: TermTally, articleCount: number, numbering: HashNumbering): TermStatistics {
  const { counts, names, lowerCase, background } = tally
  const isName = Uint8Array.from(counts, (count, term) =>
    names[term]! > 0 && lowerCase[term]! <= mostLowerCase * count ? 1 : 0,
  )
  const rarityOfCount = rateCounts(articleCount)
  const rarities = background.map((rarity, term) => rarity * rarityOfCount(counts[term]!))
  const mostNamed = names.reduce((most, count, term) => (isName[term] ? Math.max(most, count) : most), 0)
  return {
    numbering,
    tally,
    articleCount,
    counts,
    isName,
    rarities,
    subjectShare: Math.round((mostNamed / Math.max(1, articleCount)) * 100) / 100,
  }
}

/** By term: a number that is another one where anything that vectors are made of is. */
export function listTermStates({ rarities, counts, isName }: TermStatistics): Uint32Array {
  const states = new Uint32Array(rarities.slice().buffer)
  // No two rarities are so near to each other that the last two bits turn one into the other.
  for (let term = 0; term < states.length; term++) states[term]! += (counts[term]! > 1 ? 2 : 0) + isName[term]!
  return states
}

/** The weighed terms of a text as if it were an article of the archive that `statistics` counts. */
export const toTermVector = (counts: TermCounts, statistics: TermStatistics): TermVector =>
  weighArticle({ analysis: counts, numbers: counts.terms.map((hash) => statistics.numbering.find(hash)) }, statistics)

/**
 * Steps between 0 and 1 to which rarities are rounded, and steps of an octave to which the number of articles is.
 *
 * So that one post more or less changes the rarity of a few of its terms instead of all, and what was found out about articles
 * without these terms still holds: see `relation-cache.ts`. The labelled sets don't tell 10 steps from 64; coarser ones would save more,
 * but at 15 posts one step is then more than one post.
 */
const raritySteps = 26
const stepsOfOctave = 16

/** Rarity in the archive by the number of articles that have a term. */
function rateCounts(articleCount: number): (count: number) => number {
  const rounded = 2 ** (Math.floor(Math.log2(articleCount) * stepsOfOctave) / stepsOfOctave)
  const range = Math.log(Math.max(3, rounded) / 2)
  return (count) => Math.round(raritySteps * Math.max(0, Math.min(1, Math.log(rounded / count) / range))) / raritySteps
}

export function weighArticle(article: CountedTerms, statistics: TermStatistics): TermVector {
  const { analysis, numbers } = article
  const places = findTellingPlaces(numbers, statistics)
  const { hashes, terms, weights, roles } = createLists(places.length)
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!
    hashes[at] = analysis.terms[place]!
    terms[at] = numbers[place]!
    weights[at] = weighTerm(article, place, statistics)
    roles[at] = analysis.roles[place]!
  }
  const length = measureLength(weights)
  if (length > 0) for (let at = 0; at < weights.length; at++) weights[at]! /= length
  return { hashes, terms, weights, length, roles, ...describeTitle(numbers, analysis.roles, statistics) }
}

/** In one piece of memory: there are tens of thousands of such lists, and each piece is work for the garbage collector. */
function createLists(length: number): Pick<TermVector, 'hashes' | 'terms' | 'weights' | 'roles'> {
  const memory = new ArrayBuffer(length * 13)
  return {
    hashes: new Uint32Array(memory, 0, length),
    terms: new Uint32Array(memory, length * 4, length),
    weights: new Float32Array(memory, length * 8, length),
    roles: new Uint8Array(memory, length * 12, length),
  }
}

/** The weight of a term in its article, before the vector is brought to length 1. */
export function weighTerm(
  { analysis: { counts, roles }, numbers }: CountedTerms,
  place: number,
  { isName, rarities }: TermStatistics,
): number {
  const [term, role] = [numbers[place]!, roles[place]!]
  const factor = isName[term] && role & asName ? nameFactor : 1
  return rarities[term]! * factor * salience(counts[place]!, role)
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

function measureLength(weights: Float32Array): number {
  let sum = 0
  for (let at = 0; at < weights.length; at++) sum += weights[at]! * weights[at]!
  return Math.sqrt(sum)
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
