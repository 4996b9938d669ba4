import type { Post } from '../posts/post.ts'
import { runSteps, type Steps } from '../steps.ts'
import { type AnalysedPosts, analysePosts } from './analysis-cache.ts'
import { type ArticleIndex, indexArticles } from './article-index.ts'
import { type DatedPost, orderByTime } from './chronology.ts'
import { type FollowUp, type FollowUpInput, findFollowUps } from './follow-ups.ts'
import { type OwnerPairs, readOwnerRelations } from './owner-relations.ts'
import type { RelationCache } from './relation-cache.ts'
import { type RelationOptions, relationDefaults } from './relation-options.ts'
import { findVersionGroups, type VersionGroup } from './version-groups.ts'
import { type ComparedPairs, comparePairs } from './version-pairs.ts'

/** What was found out about the versions of articles. */
export interface VersionFindings {
  /** In order of time; "place" is always a place in this list. */
  readonly posts: readonly DatedPost[]
  readonly owner: OwnerPairs
  readonly analysed: AnalysedPosts
  readonly pairs: ComparedPairs
  readonly groups: readonly VersionGroup[]
}

/** All that was found out on the way to the graph; the graph is made of it, and explanations are. */
export interface RelationFindings extends VersionFindings {
  readonly settings: Readonly<Record<keyof RelationOptions, number>>
  readonly index: ArticleIndex
  readonly followUpInput: FollowUpInput
  readonly followUps: readonly FollowUp[]
}

export interface FindingsInput {
  readonly options?: RelationOptions | undefined
  readonly cache?: RelationCache | undefined
}

/** @throws {TagArchiveError} Where the owner's relations contradict each other, see `readOwnerRelations`. */
export const gatherFindings = (given: readonly Post[], input?: FindingsInput): RelationFindings =>
  runSteps(gatherInSteps(given, input))

/** The same, as far as it is about versions: half of the work. */
export const gatherVersions = (given: readonly Post[]): VersionFindings =>
  runSteps(gatherVersionsInSteps(given, relationDefaults.versionCoverage))

/** The same as `gatherFindings`. */
export function* gatherInSteps(
  given: readonly Post[],
  { options = {}, cache }: FindingsInput = {},
): Steps<RelationFindings> {
  const settings = { ...relationDefaults, ...withoutUndefined(options) }
  const versions = yield* gatherVersionsInSteps(given, settings.versionCoverage, cache)
  const { owner, pairs, analysed } = versions
  const index = yield* indexArticles(versions)
  const followUpInput: FollowUpInput = {
    index,
    pairs,
    leastScore: settings.followUpScore,
    declared: toArticleLinks(owner, index),
    isUnrelated: toUnrelated(owner, index),
    memory: analysed.memory,
  }
  return { ...versions, settings, index, followUpInput, followUps: findFollowUps(followUpInput) }
}

function* gatherVersionsInSteps(
  given: readonly Post[],
  versionCoverage: number,
  cache?: RelationCache,
): Steps<VersionFindings> {
  const posts = orderByTime(given)
  const plainPosts = posts.map(({ post }) => post)
  const owner = readOwnerRelations(posts)
  yield
  const analysed = analysePosts(plainPosts, cache)
  yield
  const pairs = comparePairs({ dated: posts, analysed, versionCoverage })
  yield
  const groups = findVersionGroups({ posts, analysed, pairs, owner })
  yield
  return { posts, owner, analysed, pairs, groups }
}

const withoutUndefined = (options: RelationOptions): { [Key in keyof RelationOptions]: number } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))

/** The owner may name any version of an article; versions that he puts into an order are none. */
function toArticleLinks({ followUps }: OwnerPairs, { articleOf }: ArticleIndex): FollowUpInput['declared'] {
  return followUps.map(({ earlier, later }) => ({ earlier: articleOf[earlier]!, later: articleOf[later]! }))
}

function toUnrelated({ unrelated }: OwnerPairs, { articles, articleOf }: ArticleIndex): FollowUpInput['isUnrelated'] {
  const key = (x: number, y: number) => Math.min(x, y) * articles.length + Math.max(x, y)
  const keys = new Set(unrelated.map(([a, b]) => key(articleOf[a]!, articleOf[b]!)))
  // Asked for each pair of neighbours.
  if (keys.size === 0) return () => false
  return (x, y) => keys.has(key(x, y))
}
