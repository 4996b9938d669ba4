import type { Post } from '../posts/post.ts'
import type { AnalysisCache } from './analysis-cache.ts'
import { spellTerms } from './evidence-words.ts'
import { spellEvidence } from './follow-ups.ts'
import { Groups } from './groups.ts'
import { gatherFindings, type RelationFindings } from './relation-findings.ts'
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
 * @param cache - Analyses of earlier runs; the graph is the same with and without it.
 * @throws {TagArchiveError} `RELATION_UNKNOWN_SLUG`, `RELATION_CYCLE`, `RELATION_ORDER`, `RELATION_CONTRADICTION` where what the
 * owner says in front matter cannot be.
 */
export function findRelations(
  posts: readonly Post[],
  options: RelationOptions = {},
  cache?: AnalysisCache,
): RelationGraph {
  return toGraph(gatherFindings(posts, { options, cache }))
}

export function toGraph(findings: RelationFindings): RelationGraph {
  const threads = findThreads(findings.index, findings.followUps)
  return {
    relations: [...toDuplicates(findings), ...toFollowUps(findings), ...toSimilar(findings)],
    threads,
  }
}

function toDuplicates({ groups, posts }: RelationFindings): readonly Relation[] {
  return groups.flatMap(({ canonical, copies }) =>
    copies.map((place): Relation => {
      const [copy, original] = [posts[place]!.post, posts[canonical]!.post]
      const { change, similarity, containment } = compareVersions(copy, original)
      return { kind: 'duplicate', canonical: original.id, copy: copy.id, change, similarity, containment }
    }),
  )
}

function toFollowUps({ followUps, index }: RelationFindings): readonly Relation[] {
  return followUps.map((link): Relation => {
    const { earlier, later, score, days } = link
    const [before, after] = [index.articles[earlier]!.post, index.articles[later]!.post]
    const terms = spellEvidence(index, link)
    return { kind: 'followUp', earlier: before.id, later: after.id, score: round(score), evidence: { terms, days } }
  })
}

/** Pieces of one story are shown as such, so they are left out here. */
function toSimilar({ followUps, index, settings, followUpInput }: RelationFindings): readonly Relation[] {
  const stories = new Groups(index.articles.length)
  for (const { earlier, later } of followUps) stories.join(earlier, later)
  const isLeftOut = (a: number, b: number) => stories.isJoined(a, b) || followUpInput.isUnrelated(a, b)
  return findSimilar(index, { most: settings.similarPosts, isLeftOut }).map((found): Relation => {
    const [post, other] = [index.articles[found.article]!.post, index.articles[found.other]!.post]
    const terms = spellTerms(found.terms, other)
    return { kind: 'similar', post: post.id, other: other.id, score: round(found.likeness), terms }
  })
}

/** Digits that mean something; the rest would make noise in JSON. */
const round = (score: number): number => Math.round(score * 1000) / 1000
