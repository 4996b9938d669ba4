import type { Post } from '../posts/post.ts'
import { runSteps, type Steps } from '../steps.ts'
import { type AnalysedPosts, analysePosts } from './analysis-cache.ts'
import { type ArchiveIndex, indexArticles } from './article-index.ts'
import { type DatedPost, orderByTime } from './chronology.ts'
import { type FollowUp, type FollowUpInput, findFollowUps } from './follow-ups.ts'
import type { Groups } from './groups.ts'
import { type OwnerPairs, readOwnerRelations } from './owner-relations.ts'
import type { RelationCache } from './relation-cache.ts'
import {
  type RelationOptions,
  type RelationSettings,
  relationDefaults,
  resolveRelationOptions,
} from './relation-options.ts'
import { groupStories } from './threads.ts'
import { findVersionGroups, type VersionGroup } from './version-groups.ts'
import { type ComparedPairs, comparePairs, isLookAlike } from './version-pairs.ts'

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
  readonly settings: RelationSettings
  readonly index: ArchiveIndex
  readonly followUpInput: FollowUpInput
  readonly followUps: readonly FollowUp[]
  /** Of articles, see `groupStories`. */
  readonly stories: Groups
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
  const settings = resolveRelationOptions(options)
  const versions = yield* gatherVersionsInSteps(given, settings.versionCoverage, cache)
  const { owner, pairs, analysed } = versions
  const index = yield* indexArticles(versions)
  const followUpInput: FollowUpInput = {
    index,
    areLookAlikes: (a, b) => {
      const pair = pairs.between(a, b)
      return pair !== undefined && isLookAlike(pair)
    },
    leastScore: settings.followUpScore,
    declared: toArticleLinks(owner, index),
    isUnrelated: toPairTest(listUnrelated(owner, index), index.articles.length),
    memory: analysed.memory,
  }
  const followUps = findFollowUps(followUpInput)
  const stories = groupStories(index.articles.length, followUps)
  return { ...versions, settings, index, followUpInput, followUps, stories }
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

/** The owner may name any version of an article; versions that he puts into an order are none. */
function toArticleLinks({ followUps }: OwnerPairs, { articleOf }: ArchiveIndex): FollowUpInput['declared'] {
  return followUps.map(({ earlier, later }) => ({ earlier: articleOf[earlier]!, later: articleOf[later]! }))
}

/** Articles of which the owner says so, by twos. */
export const listUnrelated = (
  { unrelated }: OwnerPairs,
  { articleOf }: Pick<ArchiveIndex, 'articleOf'>,
): readonly (readonly [number, number])[] => unrelated.map(([a, b]) => [articleOf[a]!, articleOf[b]!])

export function toPairTest(
  unrelated: readonly (readonly [number, number])[],
  articleCount: number,
): FollowUpInput['isUnrelated'] {
  const key = (x: number, y: number) => Math.min(x, y) * articleCount + Math.max(x, y)
  const keys = new Set(unrelated.map(([a, b]) => key(a, b)))
  // Asked for each pair of neighbours.
  if (keys.size === 0) return () => false
  return (x, y) => keys.has(key(x, y))
}
