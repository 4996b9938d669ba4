import type { Language } from '../calendar/language.ts'
import { weekdayNames } from '../calendar/names.ts'
import { findStatedDate, type NumericOrder } from '../calendar/stated-date.ts'
import { foldPhrase } from './fold-text.ts'
import { chromePhrases } from './phrases/chrome.ts'
import { filedPhrases } from './phrases/filed.ts'
import { pagerWords } from './phrases/pager.ts'
import type { Phrases } from './phrases/phrases.ts'
import { readMorePhrases } from './phrases/read-more.ts'
import { shareButtonNames, sharePhrases } from './phrases/share.ts'

/**
 * What a line looks like by itself. It is evidence only: which lines *are* furniture is decided over the whole page.
 *
 * - `date`: a date, and besides it only words that go with one (a weekday, a time, "by" and a name)
 * - `filed`: category, tags, author, comments of a post
 * - `readMore`: the link to a post's full text · `share`: share and like buttons · `shareName`: the bare name of one
 * - `pager`: links to the archive's other pages · `chrome`: menus, sidebars, the page's foot
 * - `address`: nothing but a URL that has a date in its path
 * - `name`: what could be a person's name, after a date or the like
 * - `repeated`: the same short line stands at many places of the page, at the edges of posts · `refrain`: between paragraphs
 * - `text`: anything else
 */
export type LineKind =
  | 'date'
  | 'filed'
  | 'readMore'
  | 'share'
  | 'shareName'
  | 'pager'
  | 'chrome'
  | 'address'
  | 'name'
  | 'repeated'
  | 'refrain'
  | 'text'

/** Longer lines are text whatever they begin with; it also bounds the work on hostile input. */
const longestFurniture = 240

/** How the dates of a page are to be read. */
export interface DateReading {
  readonly language?: Language | undefined
  readonly numericOrder?: NumericOrder | undefined
}

export function findLineKind(line: string, dates: DateReading): Exclude<LineKind, 'name' | 'repeated' | 'refrain'> {
  if (line.length > longestFurniture) return 'text'
  const folded = foldPhrase(line)
  if (datedAddress.test(line)) return 'address'
  if (bareNumericDate.test(line)) return 'date'
  if (isPager(folded)) return 'pager'
  if (readMore.test(folded)) return 'readMore'
  if (isDateLine(line, folded, dates)) return 'date'
  if (isFiled(folded)) return 'filed'
  if (share.test(folded)) return 'share'
  if (shareNames.test(folded)) return 'shareName'
  return chrome.test(folded) ? 'chrome' : 'text'
}

const datedAddress = /^<?https?:\/\/[^\s<>]*\/(?:19|20)\d\d\/\d\d?\/(?:\d\d?\/)?[^\s<>]*>?$/

const edge = '[\\s«»‹›<>←→↑↓|•·…\\[\\]().:!–—-]*'

const matcher = ({ prefixes, wholes }: Phrases): RegExp =>
  new RegExp(`^${edge}(?:(?:${prefixes.join('|')})|(?:${wholes.join('|')})${edge}$)`)

const readMore = matcher(readMorePhrases)
const filed = matcher(filedPhrases)
const share = matcher(sharePhrases)
const chrome = matcher(chromePhrases)
const shareNames = new RegExp(`^${edge}${shareButtonNames}(?:[\\s,|•·]+${shareButtonNames})*${edge}$`)

/** Any part will do: "Jane | Posted in X | 2 comments". */
const isFiled = (folded: string): boolean =>
  folded.split(/[|•·]/).some((part) => filed.test(part)) && !isSentence(folded)

/** A filed line may end in a full stop ("This entry was posted in X."), but it never goes on after one. */
const isSentence = (folded: string): boolean => folded.length > 140 && /[a-z]{3}[.?!] \S/.test(folded)

const pagerPhrase = new RegExp(`(?:${pagerWords.phrases.join('|')})`, 'g')
const pagerWord = new RegExp(`(?<![a-z])(?:${pagerWords.words.join('|')})(?![a-z])`, 'g')

/** All of it is numbers, dots, arrows and the words of pagers, and it is more than one number or one bare word. */
function isPager(folded: string): boolean {
  if (folded.length > 120 || /^\d{1,4}$/.test(folded)) return isRunOfNumbers(folded)
  const withoutPhrases = folded.replace(pagerPhrase, '¶')
  const rest = withoutPhrases.replace(pagerWord, '¤')
  if (!/^[\d\s«»‹›<>←→|•·….,/[\]()¶¤–—-]*$/.test(rest)) return false
  const numbers = rest.match(/\d+/g)?.length ?? 0
  const words = rest.match(/¤/g)?.length ?? 0
  if (rest.includes('¶') || isRunOfNumbers(folded)) return true
  const hasArrow = /[«»‹›←→]/.test(rest)
  return words > 0
    ? hasArrow || (numbers > 0 && /^\D*(?:page|pagina|seite)/.test(folded))
    : numbers > 2 && isAscending(rest)
}

/** `1234`, `12345…20`: links to pages whose spaces were lost. */
function isRunOfNumbers(folded: string): boolean {
  if (!/^1 ?2/.test(folded)) return false
  const digits = folded.replace(/\s/g, '').replace(/(?:…|\.{3}).*$/, '')
  if (!/^12\d*$/.test(digits)) return false
  let run = ''
  for (let page = 1; run.length < digits.length; page++) run += String(page)
  return run === digits
}

function isAscending(rest: string): boolean {
  const numbers = (rest.match(/\d+/g) ?? []).map(Number)
  return numbers.every((number, i) => i === 0 || number > numbers[i - 1]!)
}

/** Words that stand beside the date of a post without making it a sentence. */
const dateCompany = new RegExp(
  `^(?:${[
    "le|l'|du|de|des|au|a|h|heures?|min|par .{1,60}|publie|poste|ecrit|mis en ligne|date ?:?|il y a|depuis",
    'on|at|the|of|am|pm|by .{1,60}|posted|published|written|updated',
    'el|del|las?|los|por .{1,60}|publicad[oa]|fecha',
    'den|der|um|uhr|vom|von .{1,60}|veroffentlicht|geschrieben|datum',
    'il|alle|ore|del|di .{1,60}|da .{1,60}|pubblicat[oa]|scritto|data',
    'em|as|aos?|dia|por .{1,60}|publicad[oa]|postad[oa]|escrito',
    '1er|\\d{1,2}(?:[:.h]\\d{0,2}){0,2}|utc|gmt|cet|cest|[ap]\\.? ?m\\.?',
  ].join('|')})$`,
)
const weekday = new RegExp(`^(?:${Object.values(weekdayNames).flat(2).join('|')})\\.?$`)

/** A date even where it can't be told which day it is. */
const bareNumericDate = /^\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d$/

function isDateLine(line: string, folded: string, { language, numericOrder }: DateReading): boolean {
  if (line.length > 120 || !/\d/.test(line)) return false
  const date = findStatedDate(line, language, numericOrder)
  if (!date) return false
  const at = line.indexOf(date.words)
  if (at < 0) return false
  const rest = `${folded.slice(0, at)} ¦ ${folded.slice(at + date.words.length)}`
  return rest
    .split(/[¦|•·,;()–—-]|\.(?=\s|$)/)
    .flatMap((part) => splitBeforeAuthor(part.trim()))
    .every((part) => part === '' || dateCompany.test(part) || weekday.test(part))
}

/** "posted at 10:30 by Jane Doe" → `posted`, `at`, `10:30`, `by Jane Doe`. */
function splitBeforeAuthor(part: string): readonly string[] {
  const author = /(?:^| )((?:par|by|por|von|di|da) \S.{0,60})$/.exec(part)
  const before = author ? part.slice(0, author.index) : part
  return [...before.split(/\s+/), ...(author ? [author[1]!] : [])]
}
