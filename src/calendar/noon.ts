import { Info, type Zone } from 'luxon'
import type { Day } from './day.ts'

/**
 * Noon of a day, in seconds since 1970.
 *
 * @param timeZone - IANA.
 */
export function toNoon(day: Day, timeZone: string): number {
  const zone = zoneOf(timeZone)
  // Many posts are of one day.
  const noon = zone.noons.get(day) ?? findNoon(day, zone)
  zone.noons.set(day, noon)
  return noon
}

function findNoon(day: Day, zone: KnownZone): number {
  const noonInUtc = Date.parse(`${day}T12:00Z`) / 1000
  const first = toWeek(noonInUtc - farthestSeconds)
  const last = toWeek(noonInUtc + farthestSeconds)
  const offset = offsetAtStart(first, zone)
  const isSteady = offsetAtStart(last + 1, zone) === offset && offsetAtStart(last, zone) === offset
  return noonInUtc - (isSteady ? offset : offsetNear(noonInUtc, offset, zone))
}

/** The offset by which a time on the clock is that very time: as luxon looks for it, without reading a text. */
function offsetNear(timeInUtc: number, guess: number, { zone }: KnownZone): number {
  const offsetAt = (offset: number) => zone.offset((timeInUtc - offset) * 1000) * 60
  const second = offsetAt(guess)
  const third = offsetAt(second)
  return second === guess || second === third ? second : Math.min(second, third)
}

const secondsOfWeek = 7 * 24 * 3600
/** No time zone is farther from Greenwich. */
const farthestSeconds = 15 * 3600

const toWeek = (second: number): number => Math.floor(second / secondsOfWeek)

/**
 * Seconds east of Greenwich when a week begins. To look one up takes long, so weeks are looked at and not days; no clock was ever changed
 * and changed back within one.
 */
function offsetAtStart(week: number, { zone, offsets }: KnownZone): number {
  const offset = offsets.get(week) ?? zone.offset(week * secondsOfWeek * 1000) * 60
  offsets.set(week, offset)
  return offset
}

interface KnownZone {
  readonly zone: Zone
  /** By week, in seconds. */
  readonly offsets: Map<number, number>
  /** By day. */
  readonly noons: Map<Day, number>
}

function zoneOf(timeZone: string): KnownZone {
  const zone = zones.get(timeZone) ?? { zone: Info.normalizeZone(timeZone), offsets: new Map(), noons: new Map() }
  zones.set(timeZone, zone)
  return zone
}

const zones = new Map<string, KnownZone>()
