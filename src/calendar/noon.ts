import { DateTime, Info } from 'luxon'
import type { Day } from './day.ts'

/**
 * Noon of a day, in seconds since 1970.
 *
 * @param timeZone - IANA.
 */
export function toNoon(day: Day, timeZone: string): number {
  const noonInUtc = Date.parse(`${day}T12:00Z`) / 1000
  const [first, last] = [noonInUtc - farthestSeconds, noonInUtc + farthestSeconds].map(toWeek) as [number, number]
  const offset = offsetAtStart(first, timeZone)
  const isSteady = offsetAtStart(last + 1, timeZone) === offset && offsetAtStart(last, timeZone) === offset
  if (isSteady) return noonInUtc - offset
  return DateTime.fromISO(`${day}T12:00`, { zone: timeZone }).toSeconds()
}

const secondsOfWeek = 7 * 24 * 3600
/** No time zone is farther from Greenwich. */
const farthestSeconds = 15 * 3600

const toWeek = (second: number): number => Math.floor(second / secondsOfWeek)

/**
 * Seconds east of Greenwich when a week begins. To look one up takes long, so weeks are looked at and not days; no clock was ever changed
 * and changed back within one.
 */
function offsetAtStart(week: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>()
  offsets.set(timeZone, known)
  const offset = known.get(week) ?? Info.normalizeZone(timeZone).offset(week * secondsOfWeek * 1000) * 60
  known.set(week, offset)
  return offset
}

const offsets = new Map<string, Map<number, number>>()
