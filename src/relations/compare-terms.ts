import { termRole } from './analyse-post.ts'
import { leastTitleRarity, type TermStatistics, type TermVector } from './term-vectors.ts'

/** What two articles have in common, as far as terms tell. */
export interface SharedTerms {
  /** Cosine of the two vectors. 0–1. */
  readonly cosine: number
  /** Sum of the rarities of the terms that stand in the title or opening of both. */
  readonly foreground: number
  /** Shares of either title, by rarity, that the other article has. 0–1 each. */
  readonly titleShares: readonly [number, number]
}

const inForeground = termRole.title | termRole.lead

/**
 * Compares articles of one index. Where the second one has which term stays known as long as it is the same: one article is compared
 * with many, and laying two sorted lists side by side each time, as first tried, takes three times as long.
 */
export class TermComparer {
  readonly #rarities: Float32Array
  /** By term: its place in the second article + 1; 0 where that does not have it. */
  readonly #places: Uint32Array
  #second: TermVector | undefined

  constructor({ rarities }: TermStatistics) {
    this.#rarities = rarities
    this.#places = new Uint32Array(rarities.length)
  }

  compare(a: TermVector, b: TermVector): SharedTerms {
    const places = this.#locate(b)
    let cosine = 0
    let foreground = 0
    let titleOfA = 0
    let titleOfB = 0
    for (let i = 0; i < a.terms.length; i++) {
      const j = places[a.terms[i]!]! - 1
      if (j === -1) continue
      const rarity = this.#rarities[a.terms[i]!]!
      cosine += a.weights[i]! * b.weights[j]!
      if (a.roles[i]! & inForeground && b.roles[j]! & inForeground) foreground += rarity
      if (a.roles[i]! & termRole.title && rarity >= leastTitleRarity) titleOfA += rarity
      if (b.roles[j]! & termRole.title && rarity >= leastTitleRarity) titleOfB += rarity
    }
    return {
      cosine: Math.min(1, cosine),
      foreground,
      titleShares: [shareOf(titleOfA, a.titleRarity), shareOf(titleOfB, b.titleRarity)],
    }
  }

  /** The cosine alone. */
  cosine(a: TermVector, b: TermVector): number {
    const places = this.#locate(b)
    let cosine = 0
    for (let i = 0; i < a.terms.length; i++) {
      const place = places[a.terms[i]!]!
      if (place > 0) cosine += a.weights[i]! * b.weights[place - 1]!
    }
    return cosine
  }

  /** Hashes of the common terms that are evidence, those that say most first. */
  listCommon(a: TermVector, b: TermVector): readonly number[] {
    const places = this.#locate(b)
    const common: { readonly hash: number; readonly product: number }[] = []
    for (let i = 0; i < a.terms.length; i++) {
      const place = places[a.terms[i]!]!
      const product = place > 0 ? a.weights[i]! * b.weights[place - 1]! : 0
      if (product >= leastProduct && this.#rarities[a.terms[i]!]! >= leastEvidenceRarity)
        common.push({ hash: a.hashes[i]!, product })
    }
    return common.sort((x, y) => y.product - x.product || x.hash - y.hash).map(({ hash }) => hash)
  }

  #locate(second: TermVector): Uint32Array {
    if (this.#second === second) return this.#places
    for (const term of this.#second?.terms ?? []) this.#places[term] = 0
    for (let at = 0; at < second.terms.length; at++) this.#places[second.terms[at]!] = at + 1
    this.#second = second
    return this.#places
  }
}

/** A common term that adds less to the cosine is no evidence that one would show to a reader. */
const leastProduct = 0.003

/** Everyday words add to the cosine, but are no evidence either. */
const leastEvidenceRarity = 0.3

const shareOf = (sum: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, sum / whole))

/**
 * Each title names somebody or something of which the other piece says no word: two hurricanes, two candidates who give up, two
 * obituaries. They share the words of their kind, not a story.
 */
export function haveOtherSubjects(a: TermVector, b: TermVector): boolean {
  if (a.titleNames.length === 0 || b.titleNames.length === 0) return false
  return !a.titleNames.some((name) => b.terms.includes(name)) && !b.titleNames.some((name) => a.terms.includes(name))
}
