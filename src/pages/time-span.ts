import { parseDay } from '../calendar/day.ts'
import type { DateMessages } from '../i18n/date-messages.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { Post } from '../posts/post.ts'
import { type Period, toPeriod } from './date-archives.ts'

/**
 * From the first dated post to the last: months where they are known, else years.
 *
 * @param posts - In order of time, either way.
 */
export function describeSpan(posts: readonly Post[], messages: DateMessages): string | undefined {
  const ends = [posts.find(isDated), posts.findLast(isDated)].flatMap((post) => toPeriod(post?.date) ?? [])
  const [first, last] = ends.sort((a, b) => compareCodePoints(a.month ?? a.year, b.month ?? b.year))
  if (first === undefined || last === undefined) return undefined
  const [from, to] = [describePeriod(first, messages), describePeriod(last, messages)]
  return from === to ? from : messages.span(from, to)
}

const isDated = ({ date }: Post): boolean => toPeriod(date) !== undefined

const describePeriod = ({ year, month }: Period, messages: DateMessages): string =>
  month === undefined ? year : messages.month(parseDay(`${month}-01`)!)
