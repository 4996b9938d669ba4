import { type Language, languages } from '../calendar/language.ts'
import { hashWord, type Tokens, tokenKind } from './tokens.ts'

/** Words that tell one event from another of the same kind: numbers, days, months, and names (capitals within a sentence). */
export const isFact = (tokens: Tokens, at: number): boolean => {
  const kind = tokens.kinds[at]!
  if (kind & tokenKind.number) return true
  if (kind & tokenKind.capitalised && !(kind & tokenKind.sentenceStart)) return true
  return factWords().has(tokens.hashes[at]!)
}

/** Whether a word is the name of a month or weekday. */
export const isDateWord = (hash: number): boolean => dateWords().has(hash)

let knownDateWords: ReadonlySet<number> | undefined
let knownFactWords: ReadonlySet<number> | undefined

function dateWords(): ReadonlySet<number> {
  knownDateWords ??= new Set(
    languages.flatMap((language) => [...monthNames(language), ...weekdayNames(language)]).map(hashWord),
  )
  return knownDateWords
}

/** Names of months and weekdays, which most languages write without a capital, and numbers in words. */
function factWords(): ReadonlySet<number> {
  knownFactWords ??= new Set([
    ...dateWords(),
    ...Object.values(numberWords)
      .flatMap((words) => words.split(' '))
      .map(hashWord),
  ])
  return knownFactWords
}

/** Without those that mean something else as often, in their own language or in another one (`un`, `neuf`, `once`, `due`, `sei`). */
const numberWords: Readonly<Record<Language, string>> = {
  fr: 'deux trois quatre cinq six sept huit dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille',
  en: 'two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty hundred thousand',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince veinte treinta cuarenta cincuenta cien mil',
  de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn fünfzehn zwanzig dreißig vierzig fünfzig hundert tausend',
  it: 'tre quattro cinque sette otto nove dieci undici dodici tredici quindici venti trenta quaranta cinquanta cento mille',
  pt: 'dois duas três quatro cinco sete oito nove dez doze treze quinze vinte trinta quarenta cinquenta cem mil',
}

const monthNames = (language: string): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)))
}

const weekdayNames = (language: string): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)))
}
