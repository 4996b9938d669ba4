import type { Post } from '../posts/post.ts'
import { analysePost, hasValue } from './analyse-post.ts'
import { backgroundRarity, languageWithLists } from './background-frequencies.ts'
import { compareInTime } from './chronology.ts'
import type { HashNumbering } from './hash-numbering.ts'
import type { KnownArchive } from './known-archive.ts'
import { knownPostAt, type NumberedAnalysis } from './known-articles.ts'
import { addToTally, type TermTally } from './term-vectors.ts'
import { listLinks } from './text-links.ts'

/** A text that is another one than it was. */
export interface TextEdit {
  readonly place: number
  readonly post: Post
  readonly before: NumberedAnalysis
  readonly now: NumberedAnalysis
}

/** @param numbering - Gets the terms that are new. */
export function toTextEdit(place: number, post: Post, before: NumberedAnalysis, numbering: HashNumbering): TextEdit {
  const analysis = analysePost(post)
  return {
    place,
    post,
    before,
    now: { analysis, numbers: analysis.terms.map((hash) => numbering.numberOf(hash)) },
  }
}

/** Whether an edit changes the order of posts, or their links, so that more depends on it than what its own terms say. */
export function isFarReaching(
  { place, post }: TextEdit,
  { lists, facts }: KnownArchive,
  postAt: (place: number) => Post,
): boolean {
  const isInOrder = (a: number, b: number) =>
    a < 0 || b >= lists.days.length || compareInTime(knownPostAt(lists, a, postAt), knownPostAt(lists, b, postAt)) < 0
  if (!isInOrder(place - 1, place) || !isInOrder(place, place + 1)) return true
  const [, links = []] = facts.textLinks.find(([of]) => of === place) ?? []
  return JSON.stringify(listLinks(post.body)) !== JSON.stringify(links)
}

/** What is counted of terms after some edits; `undefined` where a language may have lost a word: only all of its texts tell. */
export function updateTally(
  edits: readonly TextEdit[],
  termCount: number,
  { lists, facts }: KnownArchive,
): TermTally | undefined {
  const tally = {
    counts: grow(lists.counts, new Uint32Array(termCount)),
    names: grow(lists.names, new Uint32Array(termCount)),
    lowerCase: grow(lists.lowerCase, new Uint32Array(termCount)),
    background: grow(lists.background, new Float32Array(termCount).fill(1)),
  }
  for (const { post, before, now } of edits) {
    const rarityOf = backgroundRarity(languageWithLists(post.lang))
    const isLost = (hash: number) => rarityOf(hash) < 1 && !hasValue(now.analysis.terms, hash)
    if (facts.languageCount > 1 && before.analysis.terms.some(isLost)) return undefined
    addToTally(tally, before, -1)
    addToTally(tally, now, 1)
    for (const [at, term] of now.numbers.entries())
      tally.background[term] = Math.min(tally.background[term]!, rarityOf(now.analysis.terms[at]!))
  }
  return tally
}

function grow<List extends Uint32Array | Float32Array>(list: List, into: List): List {
  into.set(list)
  return into
}

/** The fingerprints that edits have to do with. */
export const listFingerprints = (edits: readonly TextEdit[]): ReadonlySet<number> =>
  new Set(edits.flatMap(({ before, now }) => [...before.analysis.fingerprints, ...now.analysis.fingerprints]))
