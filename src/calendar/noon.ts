import { DateTime, Info } from 'luxon'
import type { Day } from './day.ts'

/**
 * Noon of a day, in seconds since 1970.
 *
 * @param timeZone - IANA.
 */
export function toNoon(day: Day, timeZone: string): number {
  const noonInUtc = Date.parse(`${day}T12:00Z`) / 1000
  const week = Math.floor(noonInUtc / secondsOfWeek)
  const [offset, ...others] = [week - 1, week, week + 1, week + 2].map((at) => offsetAtStart(at, timeZone))
  if (offset !== undefined && others.every((other) => other === offset)) return noonInUtc - offset
  return DateTime.fromISO(`${day}T12:00`, { zone: timeZone }).toSeconds()
}

const secondsOfWeek = 7 * 24 * 3600

/**
 * Seconds east of Greenwich when a week begins. To look one up takes long, so weeks are looked at and not days; no clock was ever changed
 * and changed back within one.
 */
function offsetAtStart(week: number, timeZone: string): number {
  const key = `${timeZone} ${week}`
  const offset = offsets.get(key) ?? Info.normalizeZone(timeZone).offset(week * secondsOfWeek * 1000) * 60
  offsets.set(key, offset)
  return offset
}

const offsets = new Map<string, number>()
