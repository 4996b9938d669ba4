import { isLanguage, type Language } from '../calendar/language.ts'
import { monthNames, weekdayNames } from '../calendar/names.ts'
import { type DateWords, dateWords } from './date-words.ts'

/** A month's name: 1–12; abbreviations and names that are common words ("may", "mars") need a day or a year beside them. */
export interface MonthName {
  readonly month: number
  readonly isFull: boolean
}

export type Unit = keyof DateWords['units']
export type Part = keyof DateWords['parts']

/** The words of a language, ready to be looked up. */
export interface Vocabulary {
  readonly lang: Language
  readonly months: ReadonlyMap<string, MonthName>
  /** 0 is Monday. */
  readonly weekdays: ReadonlyMap<string, { readonly weekday: number; readonly isFull: boolean }>
  readonly units: ReadonlyMap<string, Unit>
  readonly parts: ReadonlyMap<string, Part>
  /** 0 is spring. */
  readonly seasons: ReadonlyMap<string, number>
  /** 1–4. */
  readonly ordinals: ReadonlyMap<string, number>
  readonly numbers: ReadonlyMap<string, number>
  readonly nearDays: ReadonlyMap<string, number>
  readonly sets: Readonly<Record<WordSet, ReadonlySet<string>>>
  readonly justNow: RegExp
  readonly sinceThen: RegExp
  readonly pastEndings: RegExp
  readonly participleEndings: RegExp | undefined
  readonly pastWithPresent: RegExp | undefined
  readonly futureEndings: RegExp | undefined
  /** Words at which a mention may begin to be read; all others are passed over. */
  readonly triggers: ReadonlySet<string>
}

type WordSet =
  | 'leadIns'
  | 'joiners'
  | 'ordinalEndings'
  | 'quarter'
  | 'thisDay'
  | 'last'
  | 'next'
  | 'agoBefore'
  | 'agoAfter'
  | 'later'
  | 'laterAtStop'
  | 'every'
  | 'since'
  | 'deadline'
  | 'past'
  | 'beforePast'
  | 'pluperfectOf'
  | 'present'
  | 'future'

const known = new Map<Language, Vocabulary>()

/** @param lang - BCP 47; `undefined` comes back for a language that is not among the six. */
export function findVocabulary(lang: string): Vocabulary | undefined {
  const language = lang.slice(0, 2).toLowerCase()
  if (!isLanguage(language)) return undefined
  const vocabulary = known.get(language) ?? toVocabulary(language)
  known.set(language, vocabulary)
  return vocabulary
}

function toVocabulary(lang: Language): Vocabulary {
  const given = dateWords[lang]
  const months = new Map(
    monthNames[lang].flatMap((names, index) =>
      names.map((name, place) => [name, { month: index + 1, isFull: place === 0 }] as const),
    ),
  )
  const weekdays = new Map(
    weekdayNames[lang].flatMap((names, weekday) =>
      names.map((name, place) => [name.split('-')[0]!, { weekday, isFull: place === 0 }] as const),
    ),
  )
  const units = toMap(given.units)
  const nearDays = toNumbers(given.nearDays.split(' '))
  const seasons = new Map(given.seasons.flatMap((names, index) => words(names).map((name) => [name, index] as const)))
  const sets = toSets(given)
  return {
    lang,
    months,
    weekdays,
    units,
    parts: toMap(given.parts),
    seasons,
    ordinals: new Map(given.ordinals.flatMap((names, index) => words(names).map((name) => [name, index + 1] as const))),
    numbers: toNumbers(
      given.numbers.split('|').flatMap((group, index) => words(group).map((word) => toPair(word, index + 1))),
    ),
    nearDays,
    sets,
    justNow: new RegExp(`\\b(?:${words(given.justNow).join('|')})\\b`),
    sinceThen: new RegExp(`(?:^|[.!?]\\s|\\n)\\s*(?:${words(given.sinceThen).join('|')})`),
    pastEndings: given.pastEndings,
    participleEndings: given.participleEndings,
    pastWithPresent: given.pastWithPresent,
    futureEndings: given.futureEndings,
    triggers: new Set([
      ...months.keys(),
      ...weekdays.keys(),
      ...units.keys(),
      ...nearDays.keys(),
      ...seasons.keys(),
      ...sets.quarter,
    ]),
  }
}

/** A hyphen joins the words of a phrase: "mas-tarde" is looked up as "mas tarde". */
const words = (text: string): readonly string[] =>
  text === '' ? [] : text.split(' ').map((word) => word.replaceAll('-', ' '))

const toMap = <Name extends string>(given: Readonly<Record<Name, string>>): ReadonlyMap<string, Name> =>
  new Map((Object.keys(given) as Name[]).flatMap((name) => words(given[name]).map((word) => [word, name] as const)))

const toPair = (word: string, value: number): string => (word.includes('=') ? word : `${word}=${value}`)

const toNumbers = (pairs: readonly string[]): ReadonlyMap<string, number> =>
  new Map(pairs.map((pair) => [pair.split('=')[0]!, Number(pair.split('=')[1])]))

const toSets = (given: DateWords): Vocabulary['sets'] => ({
  leadIns: new Set(words(given.leadIns)),
  joiners: new Set(words(given.joiners)),
  ordinalEndings: new Set(words(given.ordinalEndings)),
  quarter: new Set(words(given.quarter)),
  thisDay: new Set(words(given.thisDay)),
  last: new Set(words(given.last)),
  next: new Set(words(given.next)),
  agoBefore: new Set(words(given.agoBefore)),
  agoAfter: new Set(words(given.agoAfter)),
  later: new Set(words(given.later)),
  laterAtStop: new Set(words(given.laterAtStop)),
  every: new Set(words(given.every)),
  since: new Set(words(given.since)),
  deadline: new Set(words(given.deadline)),
  past: new Set(words(given.past)),
  beforePast: new Set(words(given.beforePast)),
  pluperfectOf: new Set(words(given.pluperfectOf)),
  present: new Set(words(given.present)),
  future: new Set(words(given.future)),
})
