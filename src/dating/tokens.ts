import { foldName } from '../calendar/names.ts'

/** A text cut into words and numbers, with where each stands; parallel arrays, for a text may have thousands. */
export interface Tokens {
  /** In lower case and without accents. */
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly text: string
  /** The text in lower case and without accents, place for place. */
  readonly folded: string
}

/** @param text - In Unicode's composed form (NFC). */
export function toTokens(text: string): Tokens {
  const folded = foldName(text)
  const words: string[] = []
  const starts: number[] = []
  let start = 0
  let open: Kind = 'other'
  for (let at = 0; at <= folded.length; at++) {
    const kind = at < folded.length ? kindOf(folded.charCodeAt(at)) : 'other'
    if (kind === open) continue
    if (open !== 'other') {
      words.push(folded.slice(start, at))
      starts.push(start)
    }
    start = at
    open = kind
  }
  return { words, starts, text, folded }
}

type Kind = 'letter' | 'digit' | 'other'

const kinds = new Map<number, Kind>()

/** Of a UTF-16 unit; what lies beyond the first plane is no part of a date in any of the languages. */
function kindOf(code: number): Kind {
  if (code >= 97 && code <= 122) return 'letter'
  if (code >= 48 && code <= 57) return 'digit'
  if (code < 128) return 'other'
  const known = kinds.get(code)
  if (known !== undefined) return known
  const made = /\p{L}/u.test(String.fromCharCode(code)) ? 'letter' : 'other'
  kinds.set(code, made)
  return made
}

export const endOf = ({ words, starts }: Tokens, at: number): number => starts[at]! + words[at]!.length

/** What stands between a token and the next. */
export function gapAfter(tokens: Tokens, at: number): string {
  return tokens.text.slice(endOf(tokens, at), tokens.starts[at + 1] ?? tokens.text.length)
}

/** True where a sentence or a line ends after a token. "3. Juni" and "7.500" go on. */
export function endsSentence(tokens: Tokens, at: number): boolean {
  const gap = gapAfter(tokens, at)
  if (gap === ' ') return false
  if (gap.includes('\n')) return true
  return /[.!?…;]["'»”’)\s]*\s/.test(gap) && !/^\d{1,2}$/.test(tokens.words[at]!)
}

/** First and last token of the sentence that a token stands in, at most 40 tokens to each side. */
export function findSentence(
  tokens: Tokens,
  from: number,
  to: number,
): { readonly first: number; readonly last: number } {
  let first = from
  while (first > 0 && from - first < 40 && !endsSentence(tokens, first - 1)) first--
  let last = to
  while (last + 1 < tokens.words.length && last - to < 40 && !endsSentence(tokens, last)) last++
  return { first, last }
}
