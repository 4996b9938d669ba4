import type { ArticleIndex } from './article-index.ts'
import { toFollowUp, toSimilarPost } from './find-relations.ts'
import { type FollowUp, type FollowUpInput, linkBack } from './follow-ups.ts'
import { type KnownArchive, type KnownPair, packNeighbours } from './known-archive.ts'
import { noMemory } from './relation-cache.ts'
import { toPairTest } from './relation-findings.ts'
import type { Relation } from './relation-graph.ts'
import type { RelationSettings } from './relation-options.ts'
import { findSimilarTo } from './similar-posts.ts'
import { nameThread } from './thread-title.ts'
import { findThreads, groupStories } from './threads.ts'
import { type IndexChange, neighboursOf } from './update-index.ts'
import { isLookAlike } from './version-pairs.ts'

export interface LinkChange extends Pick<IndexChange, 'touched' | 'archive'> {
  readonly pairs: readonly KnownPair[]
  readonly settings: RelationSettings
}

/** What was looked for again, by article. */
export interface UpdatedLinks {
  readonly archive: KnownArchive
  /** Links back. */
  readonly followUps: ReadonlyMap<number, readonly Relation[]>
  readonly similar: ReadonlyMap<number, readonly Relation[]>
}

/** Links between articles of an index that was updated: all that were found before, but for those that the update may have changed. */
export function updateLinks(index: ArticleIndex, { touched, archive, pairs, settings }: LinkChange): UpdatedLinks {
  const { lists, facts } = archive
  const articleCount = facts.ids.length
  const named = new Map(facts.named)
  const isUnrelated = toPairTest(facts.unrelated, articleCount)
  const input: FollowUpInput = {
    index,
    areLookAlikes: toPairTest(
      pairs.filter(isLookAlike).map(({ a, b }) => [a, b]),
      lists.positions.length,
    ),
    leastScore: settings.followUpScore,
    declared: [],
    isUnrelated,
    memory: noMemory,
  }
  const met = findMet(index, { touched, lists, named })
  const found = new Map(met.map((later) => [later, linkBack(input, later, named.get(later))]))
  const linksBefore = toPairs(lists.followUps).map(([earlier, later]) => ({ earlier, later }))
  const links = [...linksBefore.filter(({ later }) => !found.has(later)), ...[...found.values()].flat()].sort(
    (a, b) => a.later - b.later,
  )
  const stories = groupStories(articleCount, links)
  const moved = listMoved(linksBefore, links)
  const isLeftOut = (a: number, b: number) => stories.isJoined(a, b) || isUnrelated(a, b)
  const similar = new Set([...met, ...moved])
  const threads = findThreads(
    index,
    stories,
    (pieces) => recallTitle(pieces, touched, archive) ?? nameThread(index, pieces),
  )
  return {
    archive: {
      lists: {
        ...lists,
        ...packNeighbours(index.neighbours),
        keyTerms: index.keyTerms.terms,
        keyWeights: index.keyTerms.weights,
        keyStarts: index.keyTerms.starts,
        vocabulary: index.statistics.numbering.hashes(),
        ...index.statistics.tally,
        followUps: Uint32Array.from(links.flatMap(({ earlier, later }) => [earlier, later])),
      },
      facts: { ...facts, threads },
    },
    followUps: new Map([...found].map(([later, ofLater]) => [later, ofLater.map((link) => toFollowUp(link, index))])),
    similar: new Map(
      Array.from(similar, (article) => [
        article,
        findSimilarTo(article, index, { most: settings.similarPosts, isLeftOut, memory: noMemory }).map((one) =>
          toSimilarPost(one, index),
        ),
      ]),
    ),
  }
}

/** Articles that have other neighbours now, or neighbours with other vectors, ascending. */
function findMet(
  { articles, neighbours, references }: ArticleIndex,
  {
    touched,
    lists,
    named,
  }: {
    readonly touched: ReadonlySet<number>
    readonly lists: KnownArchive['lists']
    readonly named: ReadonlyMap<number, number>
  },
): readonly number[] {
  const isTouched = (article: number | undefined) => article !== undefined && touched.has(article)
  return [...articles.keys()].filter((article) => {
    const [now, before] = [neighbours[article]!, neighboursOf(lists, article)]
    if (isTouched(article) || isTouched(named.get(article))) return true
    if (now.length !== before.length || now.some((other, at) => other !== before[at])) return true
    return now.some(isTouched) || references[article]!.some(isTouched)
  })
}

type Link = Pick<FollowUp, 'earlier' | 'later'>

/** Articles of stories that gained or lost a link: what is left out as a piece of their story is another one now. */
function listMoved(before: readonly Link[], now: readonly Link[]): readonly number[] {
  const key = ({ earlier, later }: Link) => `${earlier} ${later}`
  const [keysBefore, keysNow] = [new Set(before.map(key)), new Set(now.map(key))]
  const different = [
    ...before.filter((link) => !keysNow.has(key(link))),
    ...now.filter((link) => !keysBefore.has(key(link))),
  ]
  if (different.length === 0) return []
  const linked = [...before, ...now].flatMap(({ earlier, later }) => [earlier, later])
  // Whoever was connected with such a link, before or now, is connected with it by all links of both.
  const stories = groupStories(Math.max(...linked) + 1, [...before, ...now])
  const names = new Set(different.map(({ later }) => stories.find(later)))
  return [...new Set(linked)].filter((article) => names.has(stories.find(article)))
}

/** The title that a thread of the same pieces had, as long as nothing of them changed. */
function recallTitle(
  pieces: readonly number[],
  touched: ReadonlySet<number>,
  { facts: { threads } }: KnownArchive,
): string | undefined {
  if (pieces.some((piece) => touched.has(piece))) return undefined
  return threads.find((thread) => thread.pieces.join(' ') === pieces.join(' '))?.title
}

const toPairs = (flat: Uint32Array): readonly (readonly [number, number])[] =>
  Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2]!, flat[at * 2 + 1]!] as const)
