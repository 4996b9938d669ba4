import type { Post } from '../posts/post.ts'
import type { PostAnalysis } from './analyse-post.ts'
import type { DatedPost } from './chronology.ts'
import { TermComparer } from './compare-terms.ts'
import { findNeighbours } from './neighbours.ts'
import { type Columns, findColumns } from './recurring-titles.ts'
import { type TermStatistics, type TermVector, weighTerms } from './term-vectors.ts'
import type { VersionGroup } from './version-groups.ts'

/** An article: its canonical post, and when its first version came out. */
export interface IndexedArticle {
  readonly post: Post
  /** Place of the canonical post in order of time. */
  readonly place: number
  readonly analysis: PostAnalysis
  readonly first: DatedPost
}

/** Articles, each once, in order of time of their first versions; and their terms. */
export interface ArticleIndex {
  readonly articles: readonly IndexedArticle[]
  /** By place of a post in order of time, copies included: its article. */
  readonly articleOf: readonly number[]
  readonly statistics: TermStatistics
  readonly vectors: readonly TermVector[]
  readonly comparer: TermComparer
  readonly neighbours: readonly (readonly number[])[]
  readonly columns: Columns
}

/** Versions are collapsed first: a text that was republished seven times must neither make its words common nor be its own follow-up. */
export function indexArticles(
  posts: readonly DatedPost[],
  analyses: readonly PostAnalysis[],
  groups: readonly VersionGroup[],
): ArticleIndex {
  const groupOf = new Map(
    groups.flatMap((group) => [group.canonical, ...group.copies].map((place) => [place, group] as const)),
  )
  const members = (place: number) => {
    const group = groupOf.get(place)
    return group ? [group.canonical, ...group.copies] : [place]
  }
  // Going through posts in order of time, an article's turn comes with its first version.
  const firsts = [...posts.keys()].filter((place) => Math.min(...members(place)) === place)
  const canonicals = firsts.map((place) => groupOf.get(place)?.canonical ?? place)
  const articleOf = new Array<number>(posts.length)
  for (const [article, place] of firsts.entries()) for (const member of members(place)) articleOf[member] = article
  const articles = canonicals.map((place, at) => ({
    post: posts[place]!.post,
    place,
    analysis: analyses[place]!,
    first: posts[firsts[at]!]!,
  }))
  const { statistics, vectors } = weighTerms(articles.map(({ post, analysis }) => ({ analysis, lang: post.lang })))
  return {
    articles,
    articleOf,
    statistics,
    vectors,
    comparer: new TermComparer(statistics),
    neighbours: findNeighbours(vectors, statistics),
    columns: findColumns(articles.map(({ post }) => post.title)),
  }
}

export const daysBetween = (earlier: IndexedArticle, later: IndexedArticle): number | undefined =>
  earlier.first.dayNumber === undefined || later.first.dayNumber === undefined
    ? undefined
    : later.first.dayNumber - earlier.first.dayNumber
