import { once } from '../once.ts'
import type { PostId } from '../posts/post.ts'
import type { PostAnalysis } from './analyse-post.ts'
import type { CandidatePair } from './candidate-pairs.ts'
import { type DatedPost, instantOf } from './chronology.ts'
import { Signer } from './signature.ts'

/** What an earlier run found out by comparing all posts of an archive with each other; JSON. */
export interface ArchiveComparison {
  /** In order of time. */
  readonly posts: readonly ComparedPost[]
  readonly versionCoverage: number
  readonly pairs: readonly CandidatePair[]
  /** Shingles. */
  readonly boilerplate: readonly number[]
}

export interface ComparedPost {
  readonly id: PostId
  /** Of its title and text, see `analysisKey`. */
  readonly key: string
  /** Another number where its language is another one, or what puts it into order. */
  readonly setting: number
}

/** @param keys - By place. */
export const listCompared = (posts: readonly DatedPost[], keys: readonly string[]): readonly ComparedPost[] =>
  posts.map(({ post, dayNumber }, place) => {
    const { file, position } = post.source ?? {}
    const setting = [post.lang, dayNumber, instantOf(post), file, position].join('\n')
    return { id: post.id, key: keys[place]!, setting: new Signer().addText(setting).number }
  })

/** How an archive differs from what it was; posts by place in order of time. */
export interface ArchiveChange {
  /** By earlier place of a post: its place now; -1 where it is not there as it was. Those that stay keep their order. */
  readonly placesNow: Int32Array
  readonly changes: readonly PostChange[]
}

/** A post with another text in the same place among those that stay; or one that is gone, or new. */
export interface PostChange {
  readonly before: PostAnalysis | undefined
  /** Its place now. */
  readonly now: number | undefined
}

/** Where more of a hundred posts are not there as they were, all are compared anew. */
const mostPercent = 10

/**
 * Finds what changed since an earlier run.
 *
 * @param analysisOf - By key, of texts that are no longer there.
 * @returns `undefined` where that is too much, or can't be known.
 */
export function findChange(
  earlier: readonly ComparedPost[],
  now: readonly ComparedPost[],
  analysisOf: (key: string) => PostAnalysis | undefined,
): ArchiveChange | undefined {
  const earlierPlaces = once(() => new Map(earlier.map(({ id }, place) => [id, place])))
  const placesNow = new Int32Array(earlier.length).fill(-1)
  const changes: PostChange[] = []
  let isKnown = true
  let next = 0
  let others: number[] = []
  /** Takes together what is between two posts that stay. */
  const closeGap = (end: number) => {
    const newPlaces = new Map(others.map((place) => [now[place]!.id, place]))
    for (; next < end; next++) {
      const { id, key } = earlier[next]!
      const before = analysisOf(key)
      isKnown &&= before !== undefined
      changes.push({ before, now: newPlaces.get(id) })
      newPlaces.delete(id)
    }
    for (const place of newPlaces.values()) changes.push({ before: undefined, now: place })
    others = []
  }
  for (let place = 0; place < now.length; place++) {
    const { id } = now[place]!
    // Nearly all stand where they stood.
    const likely = next + others.length
    const at = earlier[likely]?.id === id ? likely : earlierPlaces().get(id)
    if (at === undefined || at < next || !isSame(earlier[at]!, now[place]!)) {
      others.push(place)
      continue
    }
    closeGap(at)
    placesNow[at] = place
    next = at + 1
    if (!isKnown || isTooMuch(changes.length, now.length)) return undefined
  }
  closeGap(earlier.length)
  return isKnown && !isTooMuch(changes.length, now.length) ? { placesNow, changes } : undefined
}

const isSame = (a: ComparedPost, b: ComparedPost): boolean => a.key === b.key && a.setting === b.setting

const isTooMuch = (changes: number, posts: number): boolean => changes * 100 > mostPercent * posts

/** The values that one of two sorted sets has and the other hasn't; a set that isn't there has none. */
export function listDifference(a: Uint32Array = none, b: Uint32Array = none): readonly number[] {
  const different: number[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i] ?? Infinity, b[j] ?? Infinity]
    if (x !== y) different.push(Math.min(x, y))
    if (x <= y) i++
    if (y <= x) j++
  }
  return different
}

const none = new Uint32Array()
