import type { ArticleIndex, IndexedArticle } from './article-index.ts'
import { TermComparer } from './compare-terms.ts'
import { type KeyTerms, keyTermsOf, replaceKeyTerms, toKeyProfile } from './key-terms.ts'
import type { KnownArchive } from './known-archive.ts'
import { findNeighbours } from './neighbours.ts'
import { toSkeleton } from './recurring-titles.ts'
import { remember } from './remember.ts'
import { primaryLanguage } from './same-language.ts'
import { Signer } from './signature.ts'
import { type TermStatistics, weighArticle } from './term-vectors.ts'
import { listYears } from './titled-numbers.ts'

export interface IndexChange {
  /** Articles whose vectors may be others now. */
  readonly touched: ReadonlySet<number>
  readonly statistics: TermStatistics
  readonly archive: KnownArchive
}

/** The index of an archive in which the vectors of some articles are others than they were. */
export function updateIndex(
  articles: readonly IndexedArticle[],
  { touched, statistics, archive: { lists, facts } }: IndexChange,
): ArticleIndex {
  const vectorOf = remember((article) => weighArticle(articles[article]!, statistics))
  const before: KeyTerms = { terms: lists.keyTerms, weights: lists.keyWeights, starts: lists.keyStarts }
  const profiles = new Map(
    Array.from(touched, (article) => [article, toKeyProfile(vectorOf(article), articles[article]!)]),
  )
  const keyTerms = replaceKeyTerms(before, profiles, articles, statistics)
  const isMoved = new Uint8Array(statistics.counts.length)
  for (const article of touched)
    for (const keys of [before, keyTerms]) for (const term of keyTermsOf(keys, article)) isMoved[term] = 1
  const hasMoved = (term: number) => isMoved[term] === 1
  const references = articles.map(() => noReferences)
  for (const [later, earlier] of facts.references) references[later] = earlier
  return {
    articles,
    statistics,
    vectorOf,
    // Nothing is kept by it.
    signatureOf: () => new Signer(),
    comparer: new TermComparer(statistics),
    keyTerms,
    neighbours: findNeighbours(keyTerms, statistics.counts.length, (article) =>
      keyTermsOf(keyTerms, article).some(hasMoved) || touched.has(article) ? undefined : neighboursOf(lists, article),
    ),
    columns: {
      isColumn: (article) => lists.isColumn[article] === 1,
      areOneSeries: (a, b) => toSkeleton(articles[a]!.post.title) === toSkeleton(articles[b]!.post.title),
    },
    yearsOf: remember((article) => listYears(articles[article]!.post.title)),
    isSameLanguage: (a, b) => primaryLanguage(articles[a]!.lang) === primaryLanguage(articles[b]!.lang),
    references,
    refersTo: (later, earlier) => references[later]!.includes(earlier),
  }
}

const noReferences: readonly number[] = []

export const neighboursOf = (
  { neighbours, neighbourStarts }: Pick<KnownArchive['lists'], 'neighbours' | 'neighbourStarts'>,
  article: number,
): Uint32Array => neighbours.subarray(neighbourStarts[article], neighbourStarts[article + 1])
