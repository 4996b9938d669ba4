import { languages } from '../calendar/language.ts'
import { hashWord, type Tokens, tokenKind } from './tokens.ts'

/** Words that tell one event from another of the same kind: numbers, days, months, and names (capitals within a sentence). */
export const isFact = (tokens: Tokens, at: number): boolean => {
  const kind = tokens.kinds[at]!
  if (kind & tokenKind.number) return true
  if (kind & tokenKind.capitalised && !(kind & tokenKind.sentenceStart)) return true
  return calendarWords().has(tokens.hashes[at]!)
}

let knownCalendarWords: ReadonlySet<number> | undefined

/** Names of months and weekdays, which most languages write without a capital. */
function calendarWords(): ReadonlySet<number> {
  knownCalendarWords ??= new Set(
    languages.flatMap((language) => [...monthNames(language), ...weekdayNames(language)]).map(hashWord),
  )
  return knownCalendarWords
}

const monthNames = (language: string): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)))
}

const weekdayNames = (language: string): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)))
}
