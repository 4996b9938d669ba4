/**
 * Calendar arithmetic on whole days since 1970-01-01, for places that do it a million times in an import: a `DateTime`
 * for each costs fifty times as much. Days that people see are made by `day.ts`.
 */

/** Days of a month (1–12), 29 for February of a leap year. */
export function toMonthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The number of a day that exists; `undefined` for 30 February. */
export function findDayNumber(year: number, month: number, dayOfMonth: number): number | undefined {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > toMonthLength(year, month)) return undefined
  return Date.UTC(year, month - 1, dayOfMonth) / 86_400_000
}

/** 0 for Monday to 6 for Sunday (1970-01-01 was a Thursday). */
export const toWeekday = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7

/** The year that a day lies in. */
export const toYear = (dayNumber: number): number => new Date(dayNumber * 86_400_000).getUTCFullYear()
