import type { Post } from '../posts/post.ts'
import { runSteps, type Steps } from '../steps.ts'
import { Groups } from './groups.ts'
import type { RelationCache } from './relation-cache.ts'
import { gatherInSteps, gatherVersions, type RelationFindings, type VersionFindings } from './relation-findings.ts'
import type { Relation, RelationGraph } from './relation-graph.ts'
import type { RelationOptions } from './relation-options.ts'
import { findSimilar } from './similar-posts.ts'
import { findThreads } from './threads.ts'
import { compareVersions } from './version-change.ts'

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
  const findings = yield* gatherInSteps(posts, { options, cache })
  yield
  const threads = findThreads(findings.index, findings.followUps, findings.analysed.memory)
  yield
  return { relations: [...toDuplicates(findings), ...toFollowUps(findings), ...toSimilar(findings)], threads }
}

type Duplicate = Extract<Relation, { kind: 'duplicate' }>

/** Of all relations the versions only. @throws {TagArchiveError} as `findRelations` does. */
export const findVersions = (posts: readonly Post[]): readonly Duplicate[] => toDuplicates(gatherVersions(posts))

function toDuplicates({ groups, posts, pairs, analysed }: VersionFindings): readonly Duplicate[] {
  const versionAt = (place: number) => ({ title: posts[place]!.post.title, text: pairs.textOf(place) })
  return groups.flatMap(({ canonical, copies }) =>
    copies.map((copy): Duplicate => {
      const [id, canonicalId] = [posts[copy]!.post.id, posts[canonical]!.post.id]
      const compared = analysed.memory.recall(
        copy,
        'change',
        (signer) => signer.addSignature(analysed.signatureOf(canonical)),
        () => compareVersions(versionAt(copy), versionAt(canonical)),
      )
      return { kind: 'duplicate', canonical: canonicalId, copy: id, ...compared }
    }),
  )
}

function toFollowUps({ followUps, index }: RelationFindings): readonly Relation[] {
  return followUps.map((link): Relation => {
    const { earlier, later, score, days, terms } = link
    const [before, after] = [index.articles[earlier]!.post, index.articles[later]!.post]
    const evidence = { terms, days, ...(index.refersTo(later, earlier) ? { isReference: true } : {}) }
    return { kind: 'followUp', earlier: before.id, later: after.id, score: round(score), evidence }
  })
}

/** Pieces of one story are shown as such, so they are left out here. */
function toSimilar({ followUps, index, settings, followUpInput, analysed }: RelationFindings): readonly Relation[] {
  const stories = new Groups(index.articles.length)
  for (const { earlier, later } of followUps) stories.join(earlier, later)
  const isLeftOut = (a: number, b: number) => stories.isJoined(a, b) || followUpInput.isUnrelated(a, b)
  return findSimilar(index, { most: settings.similarPosts, isLeftOut, memory: analysed.memory }).map(
    (found): Relation => {
      const [{ post }, { post: other }] = [index.articles[found.article]!, index.articles[found.other]!]
      return { kind: 'similar', post: post.id, other: other.id, score: round(found.likeness), terms: found.terms }
    },
  )
}

/** Digits that mean something; the rest would make noise in JSON. */
const round = (score: number): number => Math.round(score * 1000) / 1000
