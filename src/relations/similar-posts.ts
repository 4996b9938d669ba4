import type { ArticleIndex } from './article-index.ts'
import { isSameLanguage } from './same-language.ts'

export interface SimilarArticle {
  readonly article: number
  readonly other: number
  /** Cosine of the terms. 0–1. */
  readonly likeness: number
  /** Hashes of the common terms, those that say most first. */
  readonly terms: readonly number[]
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
export function findSimilar(
  index: ArticleIndex,
  { most, isLeftOut }: { readonly most: number; readonly isLeftOut: (article: number, other: number) => boolean },
): readonly SimilarArticle[] {
  const { vectors, comparer } = index
  const likenessOf = (a: number, b: number) => comparer.cosine(vectors[a]!, vectors[b]!)
  return index.articles.flatMap(({ post }, article) => {
    const nearest = index.neighbours[article]!.filter((other) => !isLeftOut(article, other)).slice(0, mostCandidates)
    const candidates = nearest
      .filter((other) => isSameLanguage(post, index.articles[other]!.post))
      .map((other) => ({ article, other, likeness: likenessOf(other, article) }))
      .filter(({ likeness }) => likeness >= leastSimilarity)
      .map((candidate) => ({
        ...candidate,
        terms: comparer.listCommon(vectors[candidate.other]!, vectors[article]!),
      }))
      .filter(({ terms }) => terms.length >= fewestTerms)
    return pickDiverse(candidates, most, (a, b) => likenessOf(a.other, b.other))
  })
}

/** Maximal marginal relevance: the best, then each time the one that is best after what it repeats is taken off. */
function pickDiverse(
  candidates: readonly SimilarArticle[],
  most: number,
  likenessOf: (a: SimilarArticle, b: SimilarArticle) => number,
): readonly SimilarArticle[] {
  const picked: SimilarArticle[] = []
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
