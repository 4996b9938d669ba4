import type { Post, PostId } from '../posts/post.ts'
import { runSteps, type Steps } from '../steps.ts'
import type { ArticleIndex } from './article-index.ts'
import type { FollowUp } from './follow-ups.ts'
import type { RelationCache } from './relation-cache.ts'
import { gatherInSteps, gatherVersions, type RelationFindings, type VersionFindings } from './relation-findings.ts'
import type { Relation, RelationGraph } from './relation-graph.ts'
import type { RelationOptions } from './relation-options.ts'
import { findSimilar, type SimilarArticle } from './similar-posts.ts'
import { nameThread } from './thread-title.ts'
import { findThreads, type ThreadOfArticles } from './threads.ts'
import { type ComparedVersions, compareVersions } from './version-change.ts'

/**
 * All relations between the posts of an archive: versions, follow-ups, threads, similar posts.
 *
 * The same posts in any order give the same graph.
 *
 * @param cache - What earlier runs found out; the graph is the same with and without it.
 * @throws {TagArchiveError} `RELATION_UNKNOWN_SLUG`, `RELATION_CYCLE`, `RELATION_ORDER`, `RELATION_CONTRADICTION` where what the
 * owner says in front matter cannot be.
 */
export const findRelations = (
  posts: readonly Post[],
  options: RelationOptions = {},
  cache?: RelationCache,
): RelationGraph => runSteps(findRelationsInSteps(posts, options, cache))

/** The same as `findRelations`, for those who have something else to do in between. */
export function* findRelationsInSteps(
  posts: readonly Post[],
  options: RelationOptions,
  cache?: RelationCache,
): Steps<RelationGraph> {
  return toGraph(yield* gatherInSteps(posts, { options, cache }))
}

/** All relations that were found. */
export function toGraph(findings: RelationFindings): RelationGraph {
  return {
    relations: [...toDuplicates(findings), ...toFollowUps(findings), ...toSimilar(findings)],
    threads: listThreads(findings).map(({ pieces: _, ...thread }) => thread),
  }
}

export function listThreads({ index, analysed, stories }: RelationFindings): readonly ThreadOfArticles[] {
  return findThreads(index, stories, (pieces) =>
    analysed.memory.recall(
      index.articles[pieces[0]!]!.place,
      'thread title',
      (signer) => {
        for (const piece of pieces) signer.addSignature(index.signatureOf(piece))
      },
      () => nameThread(index, pieces),
    ),
  )
}

export type Duplicate = Extract<Relation, { kind: 'duplicate' }>

/** Of all relations the versions only. @throws {TagArchiveError} as `findRelations` does. */
export const findVersions = (posts: readonly Post[]): readonly Duplicate[] => toDuplicates(gatherVersions(posts))

function toDuplicates({ groups, posts, pairs, analysed }: VersionFindings): readonly Duplicate[] {
  const versionAt = (place: number) => ({ title: posts[place]!.post.title, text: pairs.textOf(place) })
  return groups.flatMap(({ canonical, copies }) =>
    copies.map((copy) => {
      const [id, canonicalId] = [posts[copy]!.post.id, posts[canonical]!.post.id]
      const compared = analysed.memory.recall(
        copy,
        'change',
        (signer) => signer.addSignature(analysed.signatureOf(canonical)),
        () => compareVersions(versionAt(copy), versionAt(canonical)),
      )
      return toDuplicate(id, canonicalId, compared)
    }),
  )
}

export const toDuplicate = (copy: PostId, canonical: PostId, compared: ComparedVersions): Duplicate => ({
  kind: 'duplicate',
  canonical,
  copy,
  ...compared,
})

const toFollowUps = ({ followUps, index }: RelationFindings): readonly Relation[] =>
  followUps.map((link) => toFollowUp(link, index))

export function toFollowUp({ earlier, later, score, days, terms }: FollowUp, index: ArticleIndex): Relation {
  const [before, after] = [index.articles[earlier]!.post, index.articles[later]!.post]
  const evidence = { terms, days, ...(index.refersTo(later, earlier) ? { isReference: true } : {}) }
  return { kind: 'followUp', earlier: before.id, later: after.id, score: round(score), evidence }
}

/** Pieces of one story are shown as such, so they are left out here. */
function toSimilar({ index, settings, followUpInput, analysed, stories }: RelationFindings): readonly Relation[] {
  const isLeftOut = (a: number, b: number) => stories.isJoined(a, b) || followUpInput.isUnrelated(a, b)
  return findSimilar(index, { most: settings.similarPosts, isLeftOut, memory: analysed.memory }).map((found) =>
    toSimilarPost(found, index),
  )
}

export function toSimilarPost(
  { article, other, likeness, terms }: SimilarArticle,
  { articles }: ArticleIndex,
): Relation {
  const [{ id: post }, { id: otherPost }] = [articles[article]!.post, articles[other]!.post]
  return { kind: 'similar', post, other: otherPost, score: round(likeness), terms }
}

/** Digits that mean something; the rest would make noise in JSON. */
const round = (score: number): number => Math.round(score * 1000) / 1000
