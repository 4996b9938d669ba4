import type { NumericOrder } from '../calendar/stated-date.ts'

const numericDate = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/

/** The date of a post stands on a line no longer than this. */
const longestLine = 120
/** So many dates in order are no accident. */
const enoughDates = 3

/**
 * Whether the numeric dates of a page have the day or the month first.
 *
 * A theme writes all its dates one way, so one of them with a part over 12 tells it for all. Where none has, the order
 * of the archive does: it begins with the newest post, so its dates fall.
 *
 * @returns `undefined` where the page has no such dates, or they could be read both ways.
 */
export function findNumericOrder(lines: readonly string[]): NumericOrder | undefined {
  const dates = lines.flatMap((line) => {
    const match = line.length <= longestLine ? numericDate.exec(line) : null
    return match ? [{ first: Number(match[1]), second: Number(match[3]), year: Number(match[4]) }] : []
  })
  const hasDayFirst = dates.some(({ first }) => first > 12)
  const hasMonthFirst = dates.some(({ second }) => second > 12)
  if (hasDayFirst !== hasMonthFirst) return hasDayFirst ? 'dayFirst' : 'monthFirst'
  if (hasDayFirst || dates.length < enoughDates) return undefined
  const fitsDayFirst = isFalling(dates.map(({ first, second, year }) => year * 10_000 + second * 100 + first))
  const fitsMonthFirst = isFalling(dates.map(({ first, second, year }) => year * 10_000 + first * 100 + second))
  if (fitsDayFirst === fitsMonthFirst) return undefined
  return fitsDayFirst ? 'dayFirst' : 'monthFirst'
}

const isFalling = (days: readonly number[]): boolean => days.every((day, i) => i === 0 || day <= days[i - 1]!)
