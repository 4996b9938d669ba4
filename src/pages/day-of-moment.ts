import { DateTime } from 'luxon'
import { type Day, parseDay } from '../calendar/day.ts'

/**
 * The day of a moment that a source wrote down.
 *
 * @param moment - Day, or instant (ISO 8601).
 * @param timeZone - The site's, IANA: of an instant, the day is the day there.
 */
export function toDayOfMoment(moment: string, timeZone: string): Day | undefined {
  const day = parseDay(moment)
  if (day !== undefined) return day
  const local = DateTime.fromISO(moment, { zone: timeZone }).toISODate()
  return local === null ? undefined : parseDay(local)
}
