import { DateTime } from 'luxon'
import { toDay } from '../calendar/day.ts'
import type { StatedDate } from './archived-article.ts'

const written =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?)?$/i

/**
 * A moment as data files write it: `2012-05-06`, `2012-05-06 23:40:00 +0200`, `2012-05-06T21:40:00Z`.
 *
 * A clock with an offset is that of the blog, so its day is the one that readers saw; UTC is a machine's clock.
 *
 * @param timeZone - The site's: of a moment in UTC, the day is the day there, and a clock without offset hangs there. Without it,
 *   the day is the one that is written, and a clock without offset gives no instant.
 * @returns `undefined` for anything else, and for days that no calendar has.
 */
export function findWrittenMoment(text: string, timeZone: string | undefined): StatedDate | undefined {
  const words = text.trim()
  const match = written.exec(words)
  const day = match && toDay(Number(match[1]), Number(match[2]), Number(match[3]))
  if (!match || !day) return undefined
  const offset = match[7] && toOffset(match[7])
  if (match[4] === undefined || (offset === undefined && timeZone === undefined)) return { day, words }
  const time = `${match[4].padStart(2, '0')}:${match[5]}:${match[6] ?? '00'}`
  const moment = DateTime.fromISO(`${day}T${time}${offset ?? ''}`, { zone: timeZone ?? 'utc' })
  if (!moment.isValid) return { day, words }
  const instant = moment.toUTC().toISO({ suppressMilliseconds: true })
  const isBlogsClock = timeZone === undefined || (offset !== undefined && !/^(?:Z|[+-]00:00)$/.test(offset))
  return { day: isBlogsClock ? day : toDay(moment.year, moment.month, moment.day)!, instant, words }
}

/** An offset in ISO 8601, of `+0200`, `+02`, `z` or `GMT`. */
export function toOffset(offset: string): string {
  if (/^(?:z|utc|gmt)$/i.test(offset)) return 'Z'
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`
}
