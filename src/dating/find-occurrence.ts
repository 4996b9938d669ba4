import { findDayNumber, toMonthLength, toWeekday } from '../calendar/day-number.ts'
import type { YearlyDays } from './mention.ts'
import type { Span } from './span.ts'

/** The days of one year that a yearly mention names, if its weekday fits. */
export function findOccurrence({ month, firstDay, lastDay, weekday }: YearlyDays, year: number): Span | undefined {
  const first = findDayNumber(year, month, firstDay)
  if (first === undefined) return undefined
  const last = findDayNumber(year, month, Math.min(lastDay, toMonthLength(year, month)))!
  const named = firstDay === lastDay ? first : last
  if (weekday !== undefined && toWeekday(first) !== weekday && toWeekday(named) !== weekday) return undefined
  return { first, last }
}
