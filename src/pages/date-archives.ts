import { toDayNumber } from '../calendar/day.ts'
import type { PostDate } from '../dating/post-date.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { Post } from '../posts/post.ts'

export interface MonthArchive {
  /** `2023-11`. */
  readonly month: string
  readonly posts: readonly Post[]
}

export interface YearArchive {
  /** `2023`. */
  readonly year: string
  /** Months with posts, newest first. */
  readonly months: readonly MonthArchive[]
  /** Posts of the year whose month is not known. */
  readonly monthUnknown: readonly Post[]
}

export interface DateArchives {
  /** Newest first. */
  readonly years: readonly YearArchive[]
  /** Posts that nothing dates to a year. */
  readonly undated: readonly Post[]
}

/** The narrowest period that a post can stand under without claiming more than is known. */
export interface Period {
  readonly year: string
  readonly month?: string | undefined
}

/** A range up to this many days stands under the month of its best estimate, even where it crosses into another. */
const longestMonthRangeDays = 31

/** @returns `undefined` for a post without an estimate. */
export function toPeriod(date: PostDate | undefined): Period | undefined {
  if (date === undefined || date.kind === 'bounded') return undefined
  const year = date.day.slice(0, 4)
  const isMonthKnown =
    date.kind === 'stated' || toDayNumber(date.latest) - toDayNumber(date.earliest) <= longestMonthRangeDays
  return isMonthKnown ? { year, month: date.day.slice(0, 7) } : { year }
}

/** Each post under exactly one month, or its year alone, or none; the order of posts is kept. */
export function groupPostsByPeriod(posts: readonly Post[]): DateArchives {
  const years = new Map<string, { months: Map<string, Post[]>; monthUnknown: Post[] }>()
  const undated: Post[] = []
  for (const post of posts) {
    const period = toPeriod(post.date)
    if (period === undefined) {
      undated.push(post)
      continue
    }
    const year = getOrAdd(years, period.year, () => ({ months: new Map(), monthUnknown: [] }))
    if (period.month === undefined) year.monthUnknown.push(post)
    else getOrAdd(year.months, period.month, () => []).push(post)
  }
  return {
    undated,
    years: newestFirst(years).map(([year, { months, monthUnknown }]) => ({
      year,
      months: newestFirst(months).map(([month, ofMonth]) => ({ month, posts: ofMonth })),
      monthUnknown,
    })),
  }
}

/** All posts of a year: month by month, then those without one. */
export const postsOfYear = ({ months, monthUnknown }: YearArchive): readonly Post[] => [
  ...months.flatMap(({ posts }) => posts),
  ...monthUnknown,
]

export const countPostsOfYear = ({ months, monthUnknown }: YearArchive): number =>
  months.reduce((sum, { posts }) => sum + posts.length, monthUnknown.length)

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

const newestFirst = <Value>(map: ReadonlyMap<string, Value>): readonly [string, Value][] =>
  [...map].sort(([a], [b]) => compareCodePoints(b, a))
