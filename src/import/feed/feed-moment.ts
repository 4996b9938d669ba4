import type { StatedDate } from '../archived-article.ts'
import { findWrittenMoment } from '../written-moment.ts'

/** When something happened on a blog. */
export interface BlogMoment {
  /** The day that the blog showed. */
  readonly stated: StatedDate
  /** ISO 8601 in UTC, which sorts as time goes; the day where no time of day is known. */
  readonly utc: string
}

/**
 * A moment as feeds write it: `Tue, 10 Jun 2003 23:30:00 GMT`, `10 June 03 23:30 EST`, `2003-06-10T23:30:00+02:00`.
 *
 * A clock with an offset is that of the blog, so its day is the one that readers saw. UTC is a machine's clock: its day is
 * the one that the site's zone has then.
 *
 * @param timeZone - The site's.
 * @returns `undefined` for anything else, and for days that no calendar has.
 */
export function findFeedMoment(text: string | undefined, timeZone: string | undefined): BlogMoment | undefined {
  const words = text?.trim() ?? ''
  const stated = findWrittenMoment(toIsoForm(words) ?? words, timeZone)
  return stated && { stated: { ...stated, words }, utc: stated.instant ?? stated.day }
}

const mailMoment =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3})\p{L}*\.?[\s-]+(\d{2}|[12]\d{3})(?:,?\s+(\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?\s*([+-]\d\d:?\d\d|\p{L}{1,5})?)?(?:\s*\(.*\))?$/u

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The zones that mail may name, in hours. Other names say nothing that is sure. */
const namedZones: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
}

/** `2003-06-10 23:30:00 -05:00` for a moment in the form that mail has. */
function toIsoForm(words: string): string | undefined {
  const [, day, monthName, year, clock, zone] = mailMoment.exec(words) ?? []
  const month = months.indexOf(monthName?.toLowerCase() ?? '') + 1
  if (month === 0) return undefined
  const date = `${toFullYear(year!)}-${String(month).padStart(2, '0')}-${day!.padStart(2, '0')}`
  if (clock === undefined) return date
  const offset = zone === undefined ? '' : (namedZones[zone.toLowerCase()] ?? (/^[+-]/.test(zone) ? zone : ''))
  return `${date} ${clock} ${offset}`.trim()
}

/** Two digits are of the years that had feeds. */
const toFullYear = (year: string): string => (year.length === 4 ? year : Number(year) < 70 ? `20${year}` : `19${year}`)
