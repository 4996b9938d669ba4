import type { PostAnalysis } from './analyse-post.ts'
import type { DatedPost } from './chronology.ts'
import { HashNumbering } from './hash-numbering.ts'
import type { ComparedPairs } from './version-pairs.ts'

/** Versions of one article that nothing but their texts could order, as places in order of time. */
export interface Rivals {
  readonly places: readonly number[]
  /** The last version that is older for certain. */
  readonly before: number | undefined
}

export interface RivalInput {
  readonly posts: readonly DatedPost[]
  readonly analyses: readonly PostAnalysis[]
  readonly pairs: ComparedPairs
}

/**
 * Of each set of rivals the newest, as far as texts tell: the one farthest from where the article began, since revisions move
 * away from it. It began with the version before the rivals, or else with the rival that looks oldest.
 *
 * A version looks newer, in this order: with something put before its title ("Update: …", a column's name); with more text;
 * with fewer words that a rival does without and no other post has (typos, broken encodings); with addresses that moved to
 * https; and with more of the signs that a rough text lacks (accents, typographic quotation marks). What an editor cut short
 * or spoilt on the day it came out looks like its own draft; there the better text is taken for the newer one.
 */
export function findNewestTexts(sets: readonly Rivals[], input: RivalInput): readonly number[] {
  const findOddities = watchOddTerms(
    sets.filter(({ places }) => places.length > 1),
    input.analyses,
  )
  return sets.map(({ places, before }) => {
    if (places.length === 1) return places[0]!
    const looks = describeLooks(places, input, findOddities(places))
    const older: readonly Look[] = looks.map((look) => (place) => -look(place))
    const origin = before ?? pickLargest(places, older)
    const distance: Look = (place) => -(input.pairs.between(place, origin)?.similarity ?? 0)
    const others = places.filter((place) => place !== origin).toReversed()
    return pickLargest(others, [distance, ...looks])
  })
}

/** How new a place looks by one sign: larger is newer. */
type Look = (place: number) => number

/** The first of those that are largest by the first look, of several by the next, and so on. */
function pickLargest(places: readonly number[], looks: readonly Look[]): number {
  const left = looks.reduce((rivals, look) => {
    const largest = Math.max(...rivals.map(look))
    return rivals.filter((place) => look(place) === largest)
  }, places)
  return left[0]!
}

/** Share of the fullest one's letters that a text may lack and still be as full: typos lose letters, and double them. */
const fullnessStep = 0.005

function describeLooks(places: readonly number[], { posts }: RivalInput, countOddities: Look): readonly Look[] {
  const titleOf = (place: number) => posts[place]!.post.title
  const count = (signs: RegExp) => (place: number) => posts[place]!.post.body.match(signs)?.length ?? 0
  const letters = count(/[\p{L}\p{N}]/gu)
  const most = Math.max(1, ...places.map(letters))
  return [
    (place) => places.filter((other) => isExtended(titleOf(place), titleOf(other))).length,
    (place) => -Math.floor((1 - letters(place) / most) / fullnessStep),
    (place) => -countOddities(place),
    count(/https:/g),
    count(/\P{ASCII}/gu),
  ]
}

const isExtended = (title: string, other: string): boolean => title.length > other.length && title.endsWith(other)

/**
 * Counts, for a place among its rivals, the terms that no other post has. Terms that all rivals have are no oddity of one. Looked
 * up for all sets in one go through the archive.
 */
function watchOddTerms(
  sets: readonly Rivals[],
  analyses: readonly PostAnalysis[],
): (rivals: readonly number[]) => Look {
  const watched = new HashNumbering(1024)
  for (const { places } of sets)
    for (const place of places) for (const term of analyses[place]!.terms) watched.numberOf(term)
  const holders = new Uint32Array(watched.size)
  for (const { terms } of sets.length > 0 ? analyses : []) {
    for (const term of terms) {
      const number = watched.find(term)
      if (number !== -1) holders[number]!++
    }
  }
  return (rivals) => {
    const vocabularies = rivals.map((rival) => new Set(analyses[rival]!.terms))
    const isOdd = (term: number) => {
      const own = vocabularies.filter((vocabulary) => vocabulary.has(term)).length
      return own < rivals.length && own === holders[watched.find(term)]
    }
    return (place) => analyses[place]!.terms.filter(isOdd).length
  }
}
