import type { Span } from './span.ts'

/**
 * What the words of a mention name, before anybody knows when they were written.
 *
 * - `spans`: days on the calendar; more than one where a numeric date reads two ways.
 * - `yearly`: a day or days of some year; `weekday` (0 is Monday) leaves only the years where it fits.
 * - `relative`: so many days before the writing; negative for what comes after it.
 */
export type NamedTime =
  | { readonly kind: 'spans'; readonly spans: readonly [Span, ...Span[]]; readonly unit: 'day' | 'month' | 'year' }
  | { readonly kind: 'yearly'; readonly days: YearlyDays }
  | { readonly kind: 'relative'; readonly daysAgo: Span }

export interface YearlyDays {
  /** 1–12. */
  readonly month: number
  readonly firstDay: number
  /** 31 stands for the end of any month. */
  readonly lastDay: number
  readonly weekday?: number | undefined
}

/** All that a text tells of times. */
export interface TextTimes {
  /** In the order of the text. */
  readonly mentions: readonly Mention[]
  /** It tells of the last days: "hier", "on Tuesday", "vient de". */
  readonly isNews: boolean
  /** Where "since then" turns what was told before into the past; `undefined` where nothing does. */
  readonly newsEnd: number | undefined
}

/** Words of a text that name a time. */
export interface Mention {
  /** As they stand in the text. */
  readonly words: string
  /** Place in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly time: NamedTime
  /** Days between the time named and the writing, where words beside it say so: 1 in "hier, lundi 24 juin". */
  readonly daysAgo?: number | undefined
  /** The same, where words beside it count them roughly: 7105 to 7505 in "il y a vingt ans, le 11 septembre 2001". */
  readonly elapsed?: Span | undefined
  /** "Dernier", "next" or "yesterday" is part of it. */
  readonly isSided: boolean
  /** It begins with a weekday, as dates near the writing do. */
  readonly hasWeekday: boolean
  /** It stands in somebody's words between quotation marks. */
  readonly isQuoted: boolean
  readonly role: Role
  /** 0–1: how surely the words say so. */
  readonly weight: number
}

/**
 * What a mention tells of the writing.
 *
 * - `reports`: it has just happened. `background`: it has happened, perhaps long ago. `announces`: it is still to come.
 * - `recurs`: it happens every year. `quotes`: somebody else speaks, at another time. `unclear`: tense and prepositions
 *   don't tell. These three bound nothing, but a weekday with a day does: it is near the writing in any case.
 */
export type Role = 'reports' | 'background' | 'announces' | 'recurs' | 'quotes' | 'unclear'
