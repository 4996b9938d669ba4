import { Info } from 'luxon'
import type { Day } from '../calendar/day.ts'

/** A third of a month, roughly. */
export type MonthPart = 'early' | 'mid' | 'late'

/**
 * Phrases for dates of every certainty. A `month` is any day in it, a `year` any day in it: only what the phrase needs is
 * read. Each phrase stands alone, as in a list.
 */
export interface DateMessages {
  readonly day: (day: Day) => string
  readonly around: (day: Day) => string
  readonly month: (month: Day) => string
  readonly monthName: (month: number) => string
  readonly shortMonthName: (month: number) => string
  readonly partOfMonth: (part: MonthPart, month: Day) => string
  readonly betweenDays: (earliest: Day, latest: Day) => string
  readonly betweenMonths: (earliest: Day, latest: Day) => string
  readonly betweenYears: (earliest: Day, latest: Day) => string
  /** Before the month began. */
  readonly beforeMonth: (month: Day) => string
  /** In the month or before. */
  readonly byMonth: (month: Day) => string
  /** In the month or after. */
  readonly fromMonth: (month: Day) => string
  readonly undated: string
  /** From the first month of something to its last, as a range. */
  readonly span: (earliest: string, latest: string) => string
  readonly estimated: (range: string | undefined) => string
  readonly estimatedFrom: (evidence: string, range: string | undefined) => string
  readonly estimatedFromOrder: (range: string | undefined) => string
}

/** Months 1–12 by luxon's names, `month(1)` is January. */
export function monthNames(locale: string, length: 'long' | 'short'): (month: number) => string {
  const names = Info.months(length, { locale })
  return (month) => names[month - 1]!
}

export const yearOf = (day: Day): string => String(Number(day.slice(0, 4)))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
export const dayOfMonthOf = (day: Day): number => Number(day.slice(8, 10))
