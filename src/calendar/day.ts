import { DateTime } from 'luxon'

declare const dayBrand: unique symbol

/** A calendar day without a time zone: `2023-11-29`. Compares by code point as it compares in time. */
export type Day = string & { readonly [dayBrand]: true }

/**
 * The day that a text in the form `YYYY-MM-DD` names.
 *
 * @returns `undefined` where the text has another form or names a day that no calendar has (29 February 2023).
 */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const moment = new Date(`${text}T00:00:00Z`)
  // Some engines take 30 February for 2 March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? (text as Day) : undefined
}

/** The day of a year, month (1–12) and day of the month; `undefined` where there is none such. */
export function toDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`)
}

/** Days since 1970-01-01. */
export function toDayNumber(day: Day): number {
  return Math.round(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000,
  )
}

/** The day that is `dayNumber` days after 1970-01-01. */
export function fromDayNumber(dayNumber: number): Day {
  return DateTime.fromMillis(dayNumber * 86_400_000, { zone: 'utc' }).toISODate() as Day
}
