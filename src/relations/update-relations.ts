import type { Post, PostId } from '../posts/post.ts'
import type { PostAnalysis } from './analyse-post.ts'
import type { HashNumbering } from './hash-numbering.ts'
import type { KnownArchive } from './known-archive.ts'
import { type KnownTexts, listKnownArticles, type NumberedAnalysis } from './known-articles.ts'
import type { Relation } from './relation-graph.ts'
import { type RelationOptions, resolveRelationOptions } from './relation-options.ts'
import { remember } from './remember.ts'
import { listTermStates, rateTally, type TermStatistics, type TermTally } from './term-vectors.ts'
import { isFarReaching, listFingerprints, type TextEdit, toTextEdit, updateTally } from './text-edits.ts'
import { updateIndex } from './update-index.ts'
import { type UpdatedLinks, updateLinks } from './update-links.ts'
import { listWantedShingles, updateVersions } from './version-edits.ts'

export interface UpdateInput {
  readonly archive: KnownArchive
  readonly texts: KnownTexts
  /** Of the archive's vocabulary; gets the terms that are new. */
  readonly numbering: HashNumbering
  /** Posts as they are now, by place. */
  readonly postAt: (place: number) => Post
  /** Places of those whose texts are others now, and nothing else of them. */
  readonly changed: readonly number[]
  readonly options?: RelationOptions | undefined
}

/** What other texts change. */
export interface RelationUpdate extends UpdatedLinks {
  /** By place: the analyses of the texts that changed. */
  readonly analyses: ReadonlyMap<number, PostAnalysis>
  /** By the copy: how it differs, where that was looked at again. */
  readonly duplicates: ReadonlyMap<PostId, Relation>
}

/** Where more articles have a term that is rarer now, or commoner, all are as soon compared anew. */
const mostTouched = (articleCount: number): number => Math.max(100, Math.ceil(articleCount / 20))

/**
 * What `findRelations` would find after some texts changed, by looking only at what they can have changed: a text's terms, how rare these
 * are in the archive, the vectors of the articles that have them, neighbours by these, and links between neighbours.
 *
 * @returns `undefined` where more may have changed than that: order, groups of versions, boilerplate, links in texts, the subject of the archive.
 */
export function updateRelations(input: UpdateInput): RelationUpdate | undefined {
  const { archive, texts, numbering, postAt, changed } = input
  const { lists, facts } = archive
  const settings = resolveRelationOptions(input.options)
  const edits = changed.map((place) => toTextEdit(place, postAt(place), texts.analysisAt(place), numbering))
  if (edits.some((edit) => isFarReaching(edit, archive, postAt))) return undefined
  const articleOf = listArticlesByPlace(lists)
  // What a copy says counts for nothing but how it differs.
  const ofArticles = edits.filter(({ place }) => articleOf[place] !== -1)
  const tally = updateTally(ofArticles, numbering.size, archive)
  if (tally === undefined) return undefined
  const statistics = rateTally(tally, facts.ids.length, numbering)
  if (statistics.subjectShare !== facts.subjectShare) return undefined
  const before = remember((place) => texts.analysisAt(place))
  const analysisAt = (place: number) => before(place).analysis
  const ofVersions = { edits, archive, postAt, analysisAt, versionCoverage: settings.versionCoverage }
  const holders = texts.findHolders({
    fingerprints: listFingerprints(edits),
    shingles: listWantedShingles(ofVersions),
    isTerm: listChangedTerms(ofArticles, lists, statistics),
  })
  const versions = updateVersions(ofVersions, holders)
  if (versions === undefined) return undefined
  const places = [...holders.ofTerms, ...ofArticles.map(({ place }) => place)]
  const touched = new Set(places.flatMap((place) => (articleOf[place] === -1 ? [] : articleOf[place]!)))
  if (touched.size > mostTouched(facts.ids.length)) return undefined
  const edited = new Map(edits.map(({ place, now }) => [place, now]))
  const numberedAt = (place: number): NumberedAnalysis => edited.get(place) ?? before(place)
  const articles = listKnownArticles(archive, { postAt, numberedAt })
  const index = updateIndex(articles, { touched, statistics, archive })
  const links = updateLinks(index, { touched, archive, pairs: versions.pairs, settings })
  return {
    ...links,
    archive: {
      lists: { ...links.archive.lists, sharedShingles: versions.sharedShingles },
      facts: { ...links.archive.facts, pairs: versions.pairs },
    },
    duplicates: versions.duplicates,
    analyses: new Map(edits.map(({ place, now }) => [place, now.analysis])),
  }
}

/** −1 for copies. */
function listArticlesByPlace({ canonicals, days }: KnownArchive['lists']): Int32Array {
  const articleOf = new Int32Array(days.length).fill(-1)
  for (let article = 0; article < canonicals.length; article++) articleOf[canonicals[article]!] = article
  return articleOf
}

/** By number of the term: 1 where vectors that have it are others now. Only terms that an edit has to do with are counted otherwise. */
function listChangedTerms(edits: readonly TextEdit[], known: TermTally, now: TermStatistics): Uint8Array {
  const terms = Uint32Array.from(new Set(edits.flatMap((edit) => [...edit.before.numbers, ...edit.now.numbers])))
  const statesOf = (tally: TermTally) =>
    listTermStates(rateTally(pickTerms(tally, terms), now.articleCount, now.numbering))
  const [before, after] = [statesOf(known), statesOf(now.tally)]
  const isChanged = new Uint8Array(now.counts.length)
  for (const [at, term] of terms.entries()) isChanged[term] = Number(before[at] !== after[at])
  return isChanged
}

/** Of terms that the archive doesn't have, nothing was counted. */
const pickTerms = ({ counts, names, lowerCase, background }: TermTally, terms: Uint32Array): TermTally => ({
  counts: terms.map((term) => counts[term] ?? 0),
  names: terms.map((term) => names[term] ?? 0),
  lowerCase: terms.map((term) => lowerCase[term] ?? 0),
  background: Float32Array.from(terms, (term) => background[term] ?? 1),
})
