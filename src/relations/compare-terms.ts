import { termRole } from './analyse-post.ts'
import { leastTitleRarity, type TermVector } from './term-vectors.ts'

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

export function compareTerms(a: TermVector, b: TermVector, rarities: Float32Array): SharedTerms {
  let cosine = 0
  let foreground = 0
  let titleOfA = 0
  let titleOfB = 0
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const x = a.hashes[i]!
    const y = b.hashes[j]!
    if (x === y) {
      const rarity = rarities[a.terms[i]!]!
      cosine += a.weights[i]! * b.weights[j]!
      if (a.roles[i]! & inForeground && b.roles[j]! & inForeground) foreground += rarity
      if (a.roles[i]! & termRole.title && rarity >= leastTitleRarity) titleOfA += rarity
      if (b.roles[j]! & termRole.title && rarity >= leastTitleRarity) titleOfB += rarity
    }
    if (x <= y) i++
    if (y <= x) j++
  }
  return {
    cosine: Math.min(1, cosine),
    foreground,
    titleShares: [shareOf(titleOfA, a.titleRarity), shareOf(titleOfB, b.titleRarity)],
  }
}

/** The cosine alone, for comparing many. */
export function cosineOf(a: TermVector, b: TermVector): number {
  let cosine = 0
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const x = a.hashes[i]!
    const y = b.hashes[j]!
    if (x === y) cosine += a.weights[i]! * b.weights[j]!
    if (x <= y) i++
    if (y <= x) j++
  }
  return cosine
}

/** Hashes of the common terms that are evidence, those that say most first. */
export function listCommonTerms(a: TermVector, b: TermVector, rarities: Float32Array): readonly number[] {
  const common: { readonly hash: number; readonly product: number }[] = []
  for (let i = 0, j = 0; i < a.hashes.length && j < b.hashes.length; ) {
    const x = a.hashes[i]!
    const y = b.hashes[j]!
    const product = x === y ? a.weights[i]! * b.weights[j]! : 0
    if (product >= leastProduct && rarities[a.terms[i]!]! >= leastEvidenceRarity) common.push({ hash: x, product })
    if (x <= y) i++
    if (y <= x) j++
  }
  return common.sort((x, y) => y.product - x.product || x.hash - y.hash).map(({ hash }) => hash)
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
