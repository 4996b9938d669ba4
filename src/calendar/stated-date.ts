import { type Day, parseDay, toDay } from './day.ts'
import { type Language, languages } from './language.ts'
import { foldName, monthNames } from './names.ts'

/** How numeric dates are written: `03/06/2024` is 3 June or 6 March. */
export type NumericOrder = 'dayFirst' | 'monthFirst'

/** A full date that a line states: day, month and year. */
export interface DateInLine {
  readonly day: Day
  /** `14:05`, on the clock of wherever it was written, where a time stands beside the date. */
  readonly time?: string | undefined
  /** The date's own words, as the line has them. */
  readonly words: string
}

/** A date that is not among so many first characters is not what the line is about; it also bounds the work. */
const searchedLength = 1_000

/**
 * The first full date of a line: "Publié le 3 juin 2024 à 14 h 05", "June 3, 2024", "3. Juni 2024", "2024-06-03",
 * "03/06/2024", or an address with `/2024/06/03/` in its path.
 *
 * @param lang - Decides the order of a numeric date: day first but in English. An English one that could be read both ways
 *   (`08/07/2010`), and one of unknown language, is no date.
 * @param order - The order of numeric dates where it is known from elsewhere, whatever the language.
 * @returns `undefined` also for a date that no calendar has (31 June).
 */
export function findStatedDate(line: string, lang?: Language, order?: NumericOrder): DateInLine | undefined {
  const text = line.slice(0, searchedLength).normalize('NFC')
  const folded = foldName(text)
  for (const find of [findIsoDate, findNamedDate, findNumericDate, findPathDate]) {
    const found = find(folded, lang, order)
    if (found === undefined) continue
    const words = text.slice(found.index, found.index + found.length)
    return { day: found.day, time: findTime(folded.slice(found.index + found.length)), words }
  }
  return undefined
}

interface FoundDate {
  readonly day: Day
  readonly index: number
  readonly length: number
}

const toFound = (match: RegExpExecArray, day: Day | undefined): FoundDate | undefined =>
  day && { day, index: match.index, length: match[0].length }

function findIsoDate(folded: string): FoundDate | undefined {
  const match = /(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])/.exec(folded)
  return match ? toFound(match, parseDay(match[0])) : undefined
}

/** `/2010/07/08/`, as permalinks have it. */
function findPathDate(folded: string): FoundDate | undefined {
  const match = /(?<=\/)((?:19|20)\d\d)\/(\d\d?)\/(\d\d?)(?=\/|$)/.exec(folded)
  return match ? toFound(match, toDay(Number(match[1]), Number(match[2]), Number(match[3]))) : undefined
}

const joiner = String.raw`[\s.,/-]{1,3}(?:de[l]? |of )?`

/** "3 juin 2024" and "June 3, 2024" in one language or in all, with the months that they name. */
interface NamedDates {
  readonly dayFirst: RegExp
  readonly monthFirst: RegExp
  readonly months: ReadonlyMap<string, number>
}

const namedDates = new Map<Language | undefined, NamedDates>()

function toNamedDates(lang: Language | undefined): NamedDates {
  const known = namedDates.get(lang)
  if (known) return known
  const months = toMonths(lang)
  const month = `(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})`
  const day = String.raw`(?<!\d)(\d{1,2})(?:er|st|nd|rd|th|º|°|ª)?`
  const year = String.raw`((?:19|20)\d\d)(?!\d)`
  const made = {
    dayFirst: new RegExp(`${day}${joiner}${month}${joiner}${year}`),
    monthFirst: new RegExp(`(?<![a-z])${month}${joiner}${day}${joiner}${year}`),
    months,
  }
  namedDates.set(lang, made)
  return made
}

function findNamedDate(folded: string, lang: Language | undefined): FoundDate | undefined {
  const { dayFirst, monthFirst, months } = toNamedDates(lang)
  const first = dayFirst.exec(folded)
  const byDay = first && toFound(first, toDay(Number(first[3]), months.get(first[2]!)!, Number(first[1])))
  const second = monthFirst.exec(folded)
  const byMonth = second && toFound(second, toDay(Number(second[3]), months.get(second[1]!)!, Number(second[2])))
  if (byDay && byMonth) return byDay.index <= byMonth.index ? byDay : byMonth
  if (byDay || byMonth) return byDay ?? byMonth ?? undefined
  return lang === undefined ? undefined : findNamedDate(folded, undefined)
}

/** Month names → 1–12. English names are known everywhere: many blogs show them under a theme that nobody translated. */
function toMonths(lang: Language | undefined): ReadonlyMap<string, number> {
  const included = lang === undefined ? languages : [lang]
  return new Map(
    included.flatMap((language) =>
      monthNames[language].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
    ),
  )
}

function findNumericDate(
  folded: string,
  lang: Language | undefined,
  order: NumericOrder | undefined = lang === undefined || lang === 'en' ? undefined : 'dayFirst',
): FoundDate | undefined {
  const match = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/.exec(folded)
  if (!match) return undefined
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const isDayFirst = first > 12 || match[2] === '.' || (second <= 12 && order === 'dayFirst')
  if (!isDayFirst && second <= 12 && first !== second && order !== 'monthFirst') return undefined
  return toFound(match, isDayFirst ? toDay(year, second, first) : toDay(year, first, second))
}

/** The time of day that stands beside a date: "à 14 h 05", "at 2:05 pm", "14.05 Uhr". */
function findTime(after: string): string | undefined {
  const match = /^[^\d\n]{0,14}?(\d{1,2})(?: ?h ?|[:.])(\d\d)?(?!\d)(?: ?([ap])\.? ?m)?/.exec(after)
  if (!match) return undefined
  const isAfternoon = match[3] === 'p'
  const hour = (Number(match[1]) % (match[3] ? 12 : 24)) + (isAfternoon ? 12 : 0)
  const minute = Number(match[2] ?? 0)
  if (Number(match[1]) > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
