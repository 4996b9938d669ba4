import type { Post } from '../posts/post.ts'
import type { Steps } from '../steps.ts'
import type { PostAnalysis } from './analyse-post.ts'
import type { AnalysedPosts } from './analysis-cache.ts'
import type { DatedPost } from './chronology.ts'
import { TermComparer } from './compare-terms.ts'
import { type KeyProfile, type KeyTerms, listKeyTerms, toKeyProfile } from './key-terms.ts'
import { findNeighbours } from './neighbours.ts'
import { type Columns, findColumns, toSkeleton } from './recurring-titles.ts'
import { bySelf, type Memory } from './relation-cache.ts'
import { remember } from './remember.ts'
import { primaryLanguage } from './same-language.ts'
import { type Signature, Signer } from './signature.ts'
import { listTermStates, rateTerms, type TermStatistics, type TermVector, weighArticle } from './term-vectors.ts'
import { findReferences } from './text-links.ts'
import { listYears, type TitledYears } from './titled-numbers.ts'
import type { VersionGroup } from './version-groups.ts'

/** An article: its canonical post, and when its first version came out. */
export interface IndexedArticle {
  readonly post: Post
  /** Place of the canonical post in order of time. */
  readonly place: number
  readonly analysis: PostAnalysis
  /** Numbers of its terms, see `Vocabulary`. */
  readonly numbers: Uint32Array
  readonly lang: string
  readonly first: Pick<DatedPost, 'post' | 'dayNumber' | 'isGuessed'>
}

/** Articles, each once, in order of time of their first versions; and their terms. */
export interface ArticleIndex {
  readonly articles: readonly IndexedArticle[]
  readonly statistics: TermStatistics
  readonly vectorOf: (article: number) => TermVector
  /** Of all that is known of an article's text: itself, its language, and what the archive tells about its terms. */
  readonly signatureOf: (article: number) => Signature
  readonly comparer: TermComparer
  readonly keyTerms: KeyTerms
  readonly neighbours: readonly Uint32Array[]
  readonly columns: Columns
  /** Of its title. */
  readonly yearsOf: (article: number) => TitledYears
  /** `fr` and `fr-CA` are one language. */
  readonly isSameLanguage: (a: number, b: number) => boolean
  /** Whether an article refers to an earlier one at its start, by a link. */
  readonly refersTo: (later: number, earlier: number) => boolean
  /** By article: the earlier ones that it refers to. */
  readonly references: readonly (readonly number[])[]
}

/** The same, and where posts are in it. */
export interface ArchiveIndex extends ArticleIndex {
  /** By place of a post in order of time, copies included: its article. */
  readonly articleOf: readonly number[]
}

export interface ArticleInput {
  readonly posts: readonly DatedPost[]
  readonly analysed: AnalysedPosts
  readonly groups: readonly VersionGroup[]
}

/** Versions are collapsed first: a text that was republished seven times must neither make its words common nor be its own follow-up. */
export function* indexArticles(input: ArticleInput): Steps<ArchiveIndex> {
  const { articles, articleOf } = listArticles(input)
  const { recall } = input.analysed.memory
  const statistics = rateTerms(articles, input.analysed.vocabulary.numbering)
  yield
  const vectorOf = remember((article) => weighArticle(articles[article]!, statistics))
  const signatureOf = signArticles(articles, statistics, input.analysed)
  const references = listReferences(input, articles, articleOf)
  yield
  const profiles = listProfiles({ articles, vectorOf, signatureOf }, input.analysed.memory)
  const keyTerms = listKeyTerms(articles, profiles, statistics)
  yield
  const neighbours = findNeighbours(keyTerms, statistics.counts.length)
  yield
  return {
    articles,
    articleOf,
    statistics,
    vectorOf,
    signatureOf,
    comparer: new TermComparer(statistics),
    keyTerms,
    neighbours,
    columns: findColumns(
      articles.map(({ post, place }) => recall(place, 'column', bySelf, () => toSkeleton(post.title))),
    ),
    yearsOf: remember((article) => listYears(articles[article]!.post.title)),
    isSameLanguage: compareLanguages(articles),
    references,
    refersTo: (later, earlier) => references[later]!.includes(earlier),
  }
}

function listArticles({ posts, analysed, groups }: ArticleInput) {
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
    analysis: analysed.analyses[place]!,
    numbers: analysed.vocabulary.numbers[place]!,
    lang: posts[place]!.post.lang,
    first: posts[firsts[at]!]!,
  }))
  return { articles, articleOf }
}

/** By numbers: to look at the texts of ten thousand posts, which lie anywhere in memory, takes longer than to compare them. */
function compareLanguages(articles: readonly IndexedArticle[]): ArticleIndex['isSameLanguage'] {
  const numbers = new Map<string, number>()
  const languages = Uint32Array.from(articles, ({ lang }) => {
    const language = primaryLanguage(lang)
    if (!numbers.has(language)) numbers.set(language, numbers.size)
    return numbers.get(language)!
  })
  return (a, b) => languages[a] === languages[b]
}

/** A link to any version of an article refers to it. */
function listReferences(
  { posts, analysed }: ArticleInput,
  articles: readonly IndexedArticle[],
  articleOf: readonly number[],
): ArticleIndex['references'] {
  const ofPosts = findReferences(
    posts.map(({ post }) => post),
    analysed.memory,
  )
  return articles.map(({ place }, later) => [
    ...new Set(ofPosts[place]!.map((target) => articleOf[target]!).filter((earlier) => earlier < later)),
  ])
}

function signArticles(
  articles: readonly IndexedArticle[],
  statistics: TermStatistics,
  analysed: AnalysedPosts,
): ArticleIndex['signatureOf'] {
  let states: Uint32Array | undefined
  return remember((article) => {
    states ??= listTermStates(statistics)
    const { place, numbers, lang } = articles[article]!
    const signer = new Signer().addSignature(analysed.signatureOf(place)).addText(lang)
    for (let at = 0; at < numbers.length; at++) signer.add(states[numbers[at]!]!)
    return signer
  })
}

function listProfiles(
  { articles, vectorOf, signatureOf }: Pick<ArticleIndex, 'articles' | 'vectorOf' | 'signatureOf'>,
  memory: Memory,
): readonly KeyProfile[] {
  return articles.map((article, at) =>
    memory.recall(
      article.place,
      'key terms',
      (signer) => signer.addSignature(signatureOf(at)),
      () => toKeyProfile(vectorOf(at), article),
    ),
  )
}

export const daysBetween = (earlier: IndexedArticle, later: IndexedArticle): number | undefined =>
  earlier.first.dayNumber === undefined || later.first.dayNumber === undefined
    ? undefined
    : later.first.dayNumber - earlier.first.dayNumber
