import { DateTime } from 'luxon'
import { type Day, parseDay } from '../calendar/day.ts'
import type { PostDate } from '../dating/post-date.ts'
import type { FrontMatterFields } from './front-matter-fields.ts'

/** The four keys of a date, as front matter holds them. Times carry the offset of the site's time zone. */
export interface DateFields {
  readonly date?: string | undefined
  readonly dateEarliest?: Day | undefined
  readonly dateLatest?: Day | undefined
  readonly dateEvidence?: string | undefined
}

/** @param timeZone - The site's, IANA. */
export function toDateFields(date: PostDate | undefined, timeZone: string): DateFields {
  if (date === undefined) return {}
  switch (date.kind) {
    case 'stated':
      return { date: date.instant === undefined ? date.day : toLocalTime(date.instant, timeZone) }
    case 'inferred':
      return { date: date.day, dateEarliest: date.earliest, dateLatest: date.latest, dateEvidence: date.evidence }
    case 'bounded':
      return date.bound === 'earliest'
        ? { dateEarliest: date.day, dateEvidence: date.evidence }
        : { dateLatest: date.day, dateEvidence: date.evidence }
  }
}

/**
 * The date that front matter tells: a stated one without bounds, an inferred one with both, a bounded one with one
 * bound and no date. A date that the owner set beside bounds that it contradicts, or beside one alone, is his statement.
 *
 * @throws {TagArchiveError} `FRONT_MATTER_VALUE` for what is no date, and for bounds that don't fit together.
 */
export function parseDateFields(fields: FrontMatterFields, timeZone: string): PostDate | undefined {
  const stated = readMoment(fields, 'date', timeZone)
  const earliest = readMoment(fields, 'dateEarliest', timeZone)?.day
  const latest = readMoment(fields, 'dateLatest', timeZone)?.day
  const evidence = fields.text('dateEvidence') ?? ''
  if (earliest !== undefined && latest !== undefined) {
    if (earliest > latest) throw fields.invalid('dateLatest', `a day from ${earliest} on`)
    if (stated === undefined) throw fields.invalid('date', `the best estimate between ${earliest} and ${latest}`)
    if (isOutside(stated.day, earliest, latest)) return stated
    return { kind: 'inferred', day: stated.day, earliest, latest, evidence }
  }
  const day = earliest ?? latest
  if (stated !== undefined || day === undefined) return stated
  return { kind: 'bounded', bound: earliest === undefined ? 'latest' : 'earliest', day, evidence }
}

/** True where a date stands beside bounds that exclude it, or one alone: the owner knew better, and left the bounds. */
export function hasBoundsLeft(fields: FrontMatterFields, date: PostDate | undefined): boolean {
  return date?.kind === 'stated' && (fields.text('dateEarliest') ?? fields.text('dateLatest')) !== undefined
}

const isOutside = (day: Day, earliest: Day, latest: Day): boolean => day < earliest || latest < day

/** A day, or a time in ISO 8601 or with a space for the T; without an offset it is the time of the site's zone. */
function readMoment(fields: FrontMatterFields, key: string, timeZone: string): StatedPostDate | undefined {
  const text = fields.text(key)?.trim()
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (day !== undefined) return { kind: 'stated', day }
  const moment = parseTime(text, timeZone)
  const momentDay = moment === undefined ? undefined : parseDay(moment.toISODate())
  if (moment === undefined || momentDay === undefined) {
    throw fields.invalid(key, 'a day such as 2023-11-29, or a time such as 2023-11-29T18:30:00+01:00')
  }
  return { kind: 'stated', day: momentDay, instant: toInstant(moment) }
}

type StatedPostDate = Extract<PostDate, { kind: 'stated' }>

/** A time of day as front matter may write it, in the site's zone; `undefined` for anything else. */
export function parseTime(text: string, timeZone: string): DateTime<true> | undefined {
  const parts = timeForm.exec(text)?.groups
  if (parts === undefined) return undefined
  const offset = (parts.offset ?? '').replace(/^(?:z|utc|gmt)$/i, 'Z')
  const moment = DateTime.fromISO(`${parts.day}T${parts.hour!.padStart(2, '0')}:${parts.rest}${offset}`, {
    zone: timeZone,
  })
  return moment.isValid ? moment : undefined
}

/** `2023-11-29T18:30:00.000Z`, and what Jekyll and others write: `2023-11-29 9:30:00 +0100`. */
const timeForm =
  /^(?<day>\d{4}-\d\d-\d\d)(?:T|[ \t]+)(?<hour>\d\d?):(?<rest>\d\d(?::\d\d(?:[.,]\d+)?)?)[ \t]*(?<offset>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i

const toInstant = (moment: DateTime<true>): string => moment.toUTC().toISO({ suppressMilliseconds: true })

function toLocalTime(instant: string, timeZone: string): string {
  const moment = DateTime.fromISO(instant, { zone: timeZone })
  return moment.isValid ? moment.toISO({ suppressMilliseconds: true }) : instant
}

/**
 * The date with its time of day in one form, if that falls on the date's day in the site's zone too: the day is what the old blog
 * showed its readers, and an hour of another zone must not move it.
 */
export function normaliseDate(date: PostDate | undefined, timeZone: string): PostDate | undefined {
  if (date?.kind !== 'stated' || date.instant === undefined) return date
  const moment = DateTime.fromISO(date.instant, { zone: timeZone })
  const day = moment.isValid ? parseDay(moment.toISODate()) : undefined
  if (!moment.isValid || day !== date.day) return { kind: 'stated', day: date.day }
  return { kind: 'stated', day, instant: toInstant(moment) }
}
