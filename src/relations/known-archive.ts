import type { Post, PostId } from '../posts/post.ts'
import { languageWithLists } from './background-frequencies.ts'
import { numberSharedShingles } from './boilerplate.ts'
import { listThreads } from './find-relations.ts'
import { findNamed } from './follow-ups.ts'
import type { OwnerPairs } from './owner-relations.ts'
import { listUnrelated, type RelationFindings } from './relation-findings.ts'
import { recallLinks, type TextLink } from './text-links.ts'
import type { ThreadOfArticles } from './threads.ts'
import type { VersionGroup } from './version-groups.ts'
import type { ComparedPair } from './version-pairs.ts'
import type { VersionVerdict } from './version-verdict.ts'

/**
 * What a run found out about an archive, as far as a few other texts change it in a few places; see `updateRelations`. "Place" is that of a post in
 * order of time.
 */
export interface KnownArchive {
  readonly lists: KnownLists
  readonly facts: KnownFacts
}

export interface KnownLists {
  /** By place: where the post stands among those that were given. */
  readonly positions: Uint32Array
  /** By place: days since 1970; NaN where nobody knows. */
  readonly days: Float64Array
  /** By place: 1 where the day is only good for an order. */
  readonly isGuessed: Uint8Array
  /** By article: places of its canonical version and of its first one. */
  readonly canonicals: Uint32Array
  readonly firsts: Uint32Array
  /** By article: 1 where its title is that of a column. */
  readonly isColumn: Uint8Array
  /** One list of neighbours after the other, and where each begins. */
  readonly neighbours: Uint32Array
  readonly neighbourStarts: Uint32Array
  /** See `KeyTerms`. */
  readonly keyTerms: Uint32Array
  readonly keyWeights: Float32Array
  readonly keyStarts: Uint32Array
  /** Hashes by number of the term; and see `TermTally`. */
  readonly vocabulary: Uint32Array
  readonly counts: Uint32Array
  readonly names: Uint32Array
  readonly lowerCase: Uint32Array
  readonly background: Float32Array
  /** Those that both texts of some pair have, and more; ascending. */
  readonly sharedShingles: Uint32Array
  /** Shingles that many articles share, ascending. */
  readonly boilerplate: Uint32Array
  /** Articles by twos: the earlier one, the later one. */
  readonly followUps: Uint32Array
}

/** JSON. */
export interface KnownFacts {
  /** Of the canonical version, by article. */
  readonly ids: readonly PostId[]
  readonly subjectShare: number
  /** Languages that articles are written in, as far as there are lists of their words; all others count as one. */
  readonly languageCount: number
  /** See `FollowUpInput`: articles later → earlier; by twos; later → all that it refers to. */
  readonly named: readonly (readonly [number, number])[]
  readonly unrelated: readonly (readonly [number, number])[]
  readonly references: readonly (readonly [number, readonly number[]])[]
  /** See `ComparedPairs`. */
  readonly pairs: readonly KnownPair[]
  readonly groups: readonly VersionGroup[]
  readonly owner: OwnerPairs
  /** By place, of texts that have any. */
  readonly textLinks: readonly (readonly [number, readonly TextLink[]])[]
  readonly threads: readonly ThreadOfArticles[]
}

/** A pair as it was compared last, and what it was before the passages were taken out that many articles share. */
export interface KnownPair extends ComparedPair {
  readonly verdictAsItIs: VersionVerdict
}

/** @param given - In the order in which a later run will have them. */
export function toKnownArchive(given: readonly Post[], findings: RelationFindings): KnownArchive {
  const { posts, owner, analysed, pairs, groups, index, followUpInput, followUps } = findings
  const positionOf = new Map(given.map((post, position) => [post, position]))
  const { articles, keyTerms, statistics } = index
  const placeOf = new Map(posts.map(({ post }, place) => [post, place]))
  return {
    lists: {
      positions: Uint32Array.from(posts, ({ post }) => positionOf.get(post)!),
      days: Float64Array.from(posts, ({ dayNumber }) => dayNumber ?? Number.NaN),
      isGuessed: Uint8Array.from(posts, ({ isGuessed }) => Number(isGuessed)),
      canonicals: Uint32Array.from(articles, ({ place }) => place),
      firsts: Uint32Array.from(articles, ({ first }) => placeOf.get(first.post)!),
      isColumn: Uint8Array.from(articles, (_, article) => Number(index.columns.isColumn(article))),
      ...packNeighbours(index.neighbours),
      keyTerms: keyTerms.terms,
      keyWeights: keyTerms.weights,
      keyStarts: keyTerms.starts,
      vocabulary: statistics.numbering.hashes(),
      ...statistics.tally,
      sharedShingles: numberSharedShingles(pairs.all, (place) => analysed.analyses[place]!.shingles)
        .hashes()
        .sort(),
      boilerplate: Uint32Array.from(pairs.boilerplate).sort(),
      followUps: Uint32Array.from(followUps.flatMap(({ earlier, later }) => [earlier, later])),
    },
    facts: {
      ids: articles.map(({ post }) => post.id),
      subjectShare: statistics.subjectShare,
      languageCount: new Set(articles.map(({ lang }) => languageWithLists(lang))).size,
      pairs: pairs.all.map((pair, at) => ({ ...pair, verdictAsItIs: pairs.asTheyAre[at]!.verdict })),
      groups,
      owner,
      named: [...findNamed(followUpInput)],
      unrelated: listUnrelated(owner, index),
      references: [...index.references.entries()].filter(([, earlier]) => earlier.length > 0),
      textLinks: posts
        .map(({ post }, place) => [place, recallLinks(post, place, analysed.memory)] as const)
        .filter(([, links]) => links.length > 0),
      threads: listThreads(findings),
    },
  }
}

export function packNeighbours(neighbours: readonly Uint32Array[]): Pick<KnownLists, 'neighbours' | 'neighbourStarts'> {
  const starts = new Uint32Array(neighbours.length + 1)
  for (const [article, { length }] of neighbours.entries()) starts[article + 1] = starts[article]! + length
  const all = new Uint32Array(starts[neighbours.length]!)
  for (const [article, list] of neighbours.entries()) all.set(list, starts[article])
  return { neighbours: all, neighbourStarts: starts }
}
