import type { ArticleIndex } from './article-index.ts'
import { spellTerms } from './evidence-words.ts'
import type { Memory } from './relation-cache.ts'

export interface SimilarArticle {
  readonly article: number
  readonly other: number
  /** Cosine of the terms. 0–1. */
  readonly likeness: number
  /** The common terms, as the other one spells them, those that say most first. */
  readonly terms: readonly string[]
}

export interface SimilarInput {
  /** Found for one article. */
  readonly most: number
  readonly isLeftOut: (article: number, other: number) => boolean
  readonly memory: Memory
}

/** Below this cosine, what two articles share is the language and not the subject. */
export const leastSimilarity = 0.15

/** Terms that must be in common: a name and a year may be a coincidence. */
const fewestTerms = 3

/** Nearest neighbours that are looked at; beyond them, the fifth best is found. */
const mostCandidates = 8

/** What likeness to one that is already chosen costs: five pieces on one match are of less use than three on it and two on the sport. */
const repetitionCost = 0.5

/** For each article those that a reader may want to read next, best first; fewer, or none, where nothing is really similar. */
export const findSimilar = (index: ArticleIndex, input: SimilarInput): readonly SimilarArticle[] =>
  index.articles.flatMap((_, article) => findSimilarTo(article, index, input))

export function findSimilarTo(
  article: number,
  index: ArticleIndex,
  { most, isLeftOut, memory }: SimilarInput,
): readonly SimilarArticle[] {
  const candidates: number[] = []
  for (const other of index.neighbours[article]!)
    if (candidates.length < mostCandidates && !isLeftOut(article, other)) candidates.push(other)
  const near = candidates.filter((other) => index.isSameLanguage(article, other)).sort((x, y) => x - y)
  return memory
    .recall(
      index.articles[article]!.place,
      'similar',
      (signer) => {
        signer.add(most).addSignature(index.signatureOf(article))
        for (const other of near) signer.addSignature(index.signatureOf(other))
      },
      () => pickSimilar(index, article, near, most),
    )
    .map(({ nearest, ...found }) => ({ ...found, article, other: near[nearest]! }))
}

/** A similar article by its place in a list, so that it can be kept: other posts may come and go. */
type Picked = Omit<SimilarArticle, 'article' | 'other'> & { readonly nearest: number }

function pickSimilar(index: ArticleIndex, article: number, near: readonly number[], most: number): readonly Picked[] {
  const { vectorOf, comparer, articles } = index
  const likenessOf = (a: number, b: number) => comparer.cosine(vectorOf(a), vectorOf(b))
  const candidates = near
    .map((other) => ({ other, likeness: likenessOf(other, article) }))
    .filter(({ likeness }) => likeness >= leastSimilarity)
    .map((candidate) => ({ ...candidate, terms: comparer.listCommon(vectorOf(candidate.other), vectorOf(article)) }))
    .filter(({ terms }) => terms.length >= fewestTerms)
  const own = articles[article]!.analysis.terms
  return pickDiverse(candidates, most, (a, b) => likenessOf(a.other, b.other)).map(({ other, likeness, terms }) => ({
    nearest: near.indexOf(other),
    likeness,
    terms: spellTerms(terms, articles[other]!.post, (term) => own.includes(term)),
  }))
}

interface Candidate {
  readonly other: number
  readonly likeness: number
  /** Hashes. */
  readonly terms: readonly number[]
}

/** Maximal marginal relevance: the best, then each time the one that is best after what it repeats is taken off. */
function pickDiverse(
  candidates: readonly Candidate[],
  most: number,
  likenessOf: (a: Candidate, b: Candidate) => number,
): readonly Candidate[] {
  const picked: Candidate[] = []
  let left = candidates.map((candidate) => ({ candidate, repeated: 0 }))
  while (picked.length < most && left.length > 0) {
    const value = ({ candidate, repeated }: (typeof left)[number]) => candidate.likeness - repetitionCost * repeated
    const best = left.reduce((x, y) =>
      value(y) > value(x) || (value(y) === value(x) && y.candidate.other > x.candidate.other) ? y : x,
    )
    picked.push(best.candidate)
    left = left
      .filter((entry) => entry !== best)
      .map(({ candidate, repeated }) => ({
        candidate,
        repeated: Math.max(repeated, likenessOf(candidate, best.candidate)),
      }))
  }
  return picked
}
