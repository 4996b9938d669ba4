/**
 * What a careful typesetter does to a text of a known language, and nothing that he would have to ask about: spaces that no line
 * may break at, apostrophes, quotation marks that surely pair, the ellipsis. A sign stands where it stood; only spaces, dots,
 * apostrophes and quotation marks change.
 *
 * Left as they are, because a rule would be wrong for some text: a missing space before `!` (Yahoo!, and all of Québec), quotation
 * marks in languages that have several habits (Spanish, Italian, Portuguese), single ones, and ordinals (1er), whose superscript would
 * need markup, which titles and feeds don't have.
 */
export function setTypography(text: string, language: string): string {
  let set = ''
  let end = 0
  for (const { at, length, replacement } of findTypographyEdits(text, language)) {
    set += text.slice(end, at) + replacement
    end = at + length
  }
  return end === 0 ? text : set + text.slice(end)
}

/** Replaces `length` characters, one at least, from `at` on. */
export interface TypographyEdit {
  readonly at: number
  readonly length: number
  readonly replacement: string
}

/** Stands in a text for what isn't text there, such as code: a word that no rule looks into. */
export const opaque = '\uFFFC'

/** The edits of one paragraph or title, by place, none over another. */
export function findTypographyEdits(text: string, language: string): readonly TypographyEdit[] {
  const habits = habitsOf(language)
  if (habits === undefined || !mayNeedEdits.test(text)) return []
  const edits: TypographyEdit[] = []
  const pattern = habits.isFrench ? frenchSigns : signs
  for (const match of text.matchAll(pattern)) {
    const replacement = toReplacement(match[0], text, match.index, habits)
    if (replacement !== match[0]) edits.push({ at: match.index, length: match[0].length, replacement })
  }
  const quotes = findQuotes(text, habits)
  return quotes.length === 0 ? edits : [...edits, ...quotes].sort((a, b) => a.at - b.at)
}

interface Habits {
  readonly isFrench: boolean
  /** What stands for a pair of straight quotation marks, and for one between others; absent where habits differ. */
  readonly quotes?: readonly [string, string] | undefined
  readonly innerQuotes?: readonly [string, string] | undefined
  /** Between guillemets and what they hold. */
  readonly guillemetSpace: string
}

const noBreak = '\u00A0'
const narrowNoBreak = '\u202F'

const habitsByLanguage: ReadonlyMap<string, Habits> = new Map(
  Object.entries<Habits>({
    fr: {
      isFrench: true,
      quotes: [`«${noBreak}`, `${noBreak}»`],
      innerQuotes: ['“', '”'],
      guillemetSpace: noBreak,
    },
    'fr-ch': { isFrench: true, quotes: ['«', '»'], innerQuotes: ['“', '”'], guillemetSpace: '' },
    en: { isFrench: false, quotes: ['“', '”'], guillemetSpace: '' },
    de: { isFrench: false, quotes: ['„', '“'], guillemetSpace: '' },
    es: { isFrench: false, guillemetSpace: '' },
    it: { isFrench: false, guillemetSpace: '' },
    pt: { isFrench: false, guillemetSpace: '' },
  }),
)

/** A region's own habits, else those of the language. */
function habitsOf(language: string): Habits | undefined {
  const tag = language.toLowerCase()
  return habitsByLanguage.get(tag) ?? habitsByLanguage.get(tag.split('-', 1)[0]!)
}

/** Most texts hold some of these; most titles hold none. */
const mayNeedEdits = /['"«»]|\.\.\.| [:;!?%‰€$£°]|\d /

/** Between a number and its unit. A letter after it would make it a word: `5 mètres`. */
const unitSpace = String.raw` (?<=\d )(?=(?:[%‰€$£]|°[CF]?|[kcm]?m[²³]?|k?g|mg|km/h|ha|h|min|[kMG]Wh?|[kMG]?Hz|[kMGT][oB])(?![\p{L}\p{N}]))`
const apostrophe = String.raw`'(?<=\p{L}')(?=[\p{L}\p{N}"«“${opaque}])`
/** Three dots of a sentence: no path, no range of numbers, nothing of a program. */
const dots = String.raw`\.{3}(?<=\p{L}\.{3})(?=\p{L})|\.{3}(?<![./\\]\.{3})(?=$|[\s)\]»”"!?,;:])`
/** An address is no prose. */
const address = String.raw`\bhttps?:\/\/[^\s<>"«»]+|\bwww\.[^\s<>"«»]+`
const common = `${address}|${apostrophe}|${dots}|${unitSpace}`

/** The lookbehinds stand after what they look behind, so that they are tried at few places: three times as fast. */
const signs = new RegExp(common, 'gu')
const beforeDoubleSign = String.raw` +(?=[:;!?])(?<=\S +)`
const openingGuillemet = String.raw`«(?<=(?:^|[\s(\['’"“—–-])«)(?: +(?=\S)|(?=[^\s»]))`
const closingGuillemet = String.raw`(?: +(?<=[^\s«] +))?»(?<=\S *»)(?=$|[\s.,;:!?…)\]"”’—–-])`
const frenchSigns = new RegExp(`${common}|${beforeDoubleSign}|${openingGuillemet}|${closingGuillemet}`, 'gu')

function toReplacement(sign: string, text: string, at: number, { guillemetSpace }: Habits): string {
  if (sign === "'") return '’'
  if (sign === '...') return '…'
  if (sign.startsWith('«')) return guillemetSpace === '' ? sign : `«${guillemetSpace}`
  if (sign.endsWith('»')) return guillemetSpace === '' || text[at - 1] === '«' ? sign : `${guillemetSpace}»`
  if (sign.trim() !== '') return sign
  return isNarrowBefore.test(text[at + sign.length] ?? '') ? narrowNoBreak : noBreak
}

const isNarrowBefore = /[;!?]/

/** All straight quotation marks of a paragraph or none: one that does not pair makes the others doubtful. */
function findQuotes(text: string, { quotes, innerQuotes }: Habits): readonly TypographyEdit[] {
  if (quotes === undefined || !text.includes('"')) return []
  const places = Array.from(text.matchAll(/"/g), ({ index }) => index)
  if (places.length % 2 === 1 || (innerQuotes === undefined && /[«»“”„]/.test(text))) return []
  const isPaired = places.every((at, index) =>
    index % 2 === 0
      ? beforeOpening.test(text.slice(Math.max(0, at - 2), at)) && /^[^\s.,;:!?)]/.test(text.slice(at + 1, at + 2))
      : /^\S/.test(text.slice(at - 1, at)) && afterClosing.test(text.slice(at + 1, at + 2)),
  )
  if (!isPaired) return []
  return places.map((at, index) => {
    const isInside = text.lastIndexOf('«', at) > text.lastIndexOf('»', at)
    return { at, length: 1, replacement: (isInside && innerQuotes ? innerQuotes : quotes)[index % 2]! }
  })
}

/** A parenthesis at the end of a word is none of prose: `alert("x")`. */
const beforeOpening = /(?:^|[\s«“'’—–-]|(?:^|\s)\()$/
const afterClosing = /^(?:$|[\s.,;:!?…)»”—–-])/
