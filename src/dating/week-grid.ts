import type { Evidence } from './evidence.ts'
import { blogDays, everyDay, type Span } from './span.ts'

/** The weeks that articles may have been written in. */
export interface WeekGrid {
  /** First day of the first week. */
  readonly firstDay: number
  readonly count: number
}

/** A weekday and day come back within twelve years; what lies further from all times with a year needs no look. */
const reachDays = 12 * 366

/** The weeks around all that is told with its year, plans for far years apart; all weeks of blogs, where no year is named. */
export function toWeekGrid(evidence: readonly Evidence[]): WeekGrid {
  const named = evidence.filter(({ kind }) => kind === 'fact' || kind === 'bound')
  const toEnds = ({ days }: Evidence): readonly number[] =>
    days.flatMap(({ first, last }) => [first, last]).filter((day) => day > everyDay.first && day < everyDay.last)
  const ends = named.flatMap(toEnds)
  if (ends.length === 0) return toGrid(blogDays)
  const earliest = ends.reduce((a, b) => Math.min(a, b))
  const told = named.filter(({ side }) => side !== 'before')
  const latest = told.flatMap(toEnds).reduce((a, b) => Math.max(a, b), earliest)
  return toGrid({
    first: Math.max(blogDays.first, earliest - reachDays),
    last: Math.min(blogDays.last, latest + reachDays),
  })
}

const toGrid = ({ first, last }: Span): WeekGrid => ({
  firstDay: first,
  count: Math.max(1, Math.ceil((last - first + 1) / 7)),
})

/** Place of a day's week; below 0 or past the last one for days outside. */
export const toWeek = (day: number, { firstDay }: WeekGrid): number => Math.floor((day - firstDay) / 7)
