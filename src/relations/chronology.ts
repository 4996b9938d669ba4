import { toDayNumber } from '../calendar/day.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { Post } from '../posts/post.ts'
import { lengthOf } from '../posts/post-text.ts'
import { groupBy } from './group-by.ts'

/** A post and its day, as days since 1970: stated, inferred, or guessed from its neighbours in the archive. */
export interface DatedPost {
  readonly post: Post
  /** `undefined` where neither the post nor its file tells. */
  readonly dayNumber: number | undefined
  /** The day is only good for an order: it was taken from a neighbour, or is a bound. */
  readonly isGuessed: boolean
  /** The earliest and the latest day it may be; infinite where nothing is known. */
  readonly earliest: number
  readonly latest: number
}

/**
 * Oldest first, in a total order that does not depend on the order given: day, then time of day, then the archive's order
 * (newest on top of its file), then the shorter text, then the id. So of two versions of one day the fuller one is newer.
 */
export function orderByTime(posts: readonly Post[]): readonly DatedPost[] {
  const guessed = guessDays(posts)
  return posts.map((post) => toDatedPost(post, guessed.get(post))).sort(compareInTime)
}

/** Never 0 for two posts. */
export function compareInTime(
  a: Pick<DatedPost, 'post' | 'dayNumber'>,
  b: Pick<DatedPost, 'post' | 'dayNumber'>,
): number {
  return (
    (a.dayNumber ?? -Infinity) - (b.dayNumber ?? -Infinity) ||
    compareCodePoints(instantOf(a.post), instantOf(b.post)) ||
    compareCodePoints(b.post.source?.file ?? '', a.post.source?.file ?? '') ||
    (b.post.source?.position ?? 0) - (a.post.source?.position ?? 0) ||
    lengthOf(a.post) - lengthOf(b.post) ||
    compareCodePoints(b.post.id, a.post.id)
  )
}

/** Nothing but their texts tells which of two posts is newer. */
export const isSameMoment = (a: DatedPost, b: DatedPost): boolean =>
  a.dayNumber === b.dayNumber &&
  instantOf(a.post) === instantOf(b.post) &&
  (a.post.source?.file !== b.post.source?.file || a.post.source?.position === b.post.source?.position)

export const instantOf = ({ date }: Post): string => (date?.kind === 'stated' ? (date.instant ?? '') : '')

function toDatedPost(post: Post, guessedDay: number | undefined): DatedPost {
  const { date } = post
  if (date === undefined) return { post, dayNumber: guessedDay, isGuessed: true, earliest: -Infinity, latest: Infinity }
  const day = toDayNumber(date.day)
  switch (date.kind) {
    case 'stated':
      return { post, dayNumber: day, isGuessed: false, earliest: day, latest: day }
    case 'inferred':
      return {
        post,
        dayNumber: day,
        isGuessed: false,
        earliest: toDayNumber(date.earliest),
        latest: toDayNumber(date.latest),
      }
    case 'bounded':
      return date.bound === 'earliest'
        ? { post, dayNumber: guessedDay ?? day, isGuessed: true, earliest: day, latest: Infinity }
        : { post, dayNumber: guessedDay ?? day, isGuessed: true, earliest: -Infinity, latest: day }
  }
}

/** Posts without a day of their own take that of the next older post of their file that has one, else of the next newer. */
function guessDays(posts: readonly Post[]): ReadonlyMap<Post, number> {
  const guesses = new Map<Post, number>()
  for (const file of groupByFile(posts)) {
    const newestFirst = file.toSorted((a, b) => (a.source?.position ?? 0) - (b.source?.position ?? 0))
    const known = newestFirst.map(knownDay)
    for (const [index, post] of newestFirst.entries()) {
      if (known[index] !== undefined) continue
      const guess = known.slice(index).find(isKnown) ?? known.slice(0, index).findLast(isKnown)
      if (guess !== undefined) guesses.set(post, guess)
    }
  }
  return guesses
}

const isKnown = (day: number | undefined): day is number => day !== undefined

const knownDay = ({ date }: Post): number | undefined =>
  date === undefined || date.kind === 'bounded' ? undefined : toDayNumber(date.day)

const groupByFile = (posts: readonly Post[]): readonly (readonly Post[])[] => [
  ...groupBy(
    posts.filter(({ source }) => source?.file !== undefined && source.position !== undefined),
    ({ source }) => source?.file,
  ).values(),
]
