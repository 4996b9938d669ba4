import type { AnalysedPosts } from './analysis-cache.ts'
import type { DatedPost } from './chronology.ts'
import { groupBy } from './group-by.ts'
import { bySelf } from './relation-cache.ts'
import type { ComparedPairs } from './version-pairs.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Versions of one article that nothing but their texts could order, as places in order of time. */
export interface Rivals {
  readonly places: readonly number[]
  /** The last version that is older for certain. */
  readonly before: number | undefined
}

export interface RivalInput {
  readonly posts: readonly DatedPost[]
  readonly analysed: Pick<AnalysedPosts, 'vocabulary' | 'memory'>
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
  return sets.map(({ places, before }) => {
    if (places.length === 1) return places[0]!
    const looks = describeLooks(places, input)
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

function describeLooks(places: readonly number[], { posts, analysed }: RivalInput): readonly Look[] {
  const countOddities = watchOddTerms(places, analysed.vocabulary)
  const titleOf = (place: number) => posts[place]!.post.title
  const count = (name: string, signs: RegExp) => (place: number) =>
    analysed.memory.recall(place, name, bySelf, () => posts[place]!.post.body.match(signs)?.length ?? 0)
  const letters = count('letters', /[\p{L}\p{N}]/gu)
  const most = Math.max(1, ...places.map(letters))
  return [
    (place) => places.filter((other) => isExtended(titleOf(place), titleOf(other))).length,
    (place) => -Math.floor((1 - letters(place) / most) / fullnessStep),
    (place) => -countOddities(place),
    count('secure addresses', /https:/g),
    count('signs beyond ASCII', /\P{ASCII}/gu),
  ]
}

const isExtended = (title: string, other: string): boolean => title.length > other.length && title.endsWith(other)

/** Counts, for a place among its rivals, the terms that no other post has. Terms that all rivals have are no oddity of one. */
function watchOddTerms(rivals: readonly number[], { numbers, postCounts }: Vocabulary): Look {
  const own = groupBy(
    rivals.flatMap((rival) => [...numbers[rival]!]),
    (term) => term,
  )
  const isOdd = (term: number) => {
    const holders = own.get(term)!.length
    return holders < rivals.length && holders === postCounts()[term]
  }
  return (place) => numbers[place]!.filter(isOdd).length
}
