import { toDayNumber } from '../calendar/day.ts'
import type { PostDate } from '../dating/post-date.ts'
import type { ElapsedTime, Messages } from '../i18n/messages.ts'

/** Beyond these, a time reads better in months, then in years. */
const mostDays = 60
const mostMonths = 24
const daysOfMonth = 30.44

/**
 * Time between two posts, as surely as their dates tell.
 *
 * @returns `undefined` where a date is missing, where they are in the wrong order, and where what is uncertain about the
 * dates is more than a quarter of the time between them: no number would be honest.
 */
export function findElapsed(earlier: PostDate | undefined, later: PostDate | undefined): ElapsedTime | undefined {
  const [from, to] = [toSpan(earlier), toSpan(later)]
  if (from === undefined || to === undefined || to.day < from.day) return undefined
  const days = to.day - from.day
  const uncertain = from.uncertainDays + to.uncertainDays
  if (uncertain > days / 4) return undefined
  if (days <= mostDays) return { count: days, unit: 'day', isApproximate: uncertain > 0 }
  const months = Math.round(days / daysOfMonth)
  return months <= mostMonths
    ? { count: months, unit: 'month', isApproximate: true }
    : { count: Math.round(months / 12), unit: 'year', isApproximate: true }
}

/** @param phrase - Puts the time into a sentence: "… later". */
export function describeElapsed(
  time: ElapsedTime | undefined,
  { threads }: Messages,
  phrase: (elapsed: string) => string,
): string | undefined {
  if (time === undefined) return undefined
  return time.count === 0 ? threads.sameDay : phrase(threads.elapsed(time))
}

function toSpan(date: PostDate | undefined): { readonly day: number; readonly uncertainDays: number } | undefined {
  if (date === undefined || date.kind === 'bounded') return undefined
  const day = toDayNumber(date.day)
  return { day, uncertainDays: date.kind === 'stated' ? 0 : toDayNumber(date.latest) - toDayNumber(date.earliest) }
}
