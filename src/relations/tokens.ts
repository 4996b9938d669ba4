import { characterClass, characterTables, spaceless } from './characters.ts'
import { mixBits } from './hashing.ts'

const { other, letter, digit, mark, ideograph } = characterClass

/** What a word looks like where it stands. Bits, so that a text's kinds fit in one byte array. */
export const tokenKind = { number: 1, capitalised: 2, sentenceStart: 4, upperCase: 8 } as const

/** The words of a text in reading order, as parallel arrays. */
export interface Tokens {
  readonly count: number
  /** Hash of each word, folded: case, accents and the form of the Unicode text make no difference. */
  readonly hashes: Uint32Array
  readonly kinds: Uint8Array
  /** Where the word stands in the text, in UTF-16 units. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/**
 * Cuts a text into words and numbers.
 *
 * Single letters are left out, so that elisions (`l’`, `d'`), initials and list letters make no difference. Thousands are joined
 * (`7.500`, `7 500` and `7,500` are 7500); a decimal part becomes a number of its own.
 */
export function tokenise(text: string): Tokens {
  const { classes, folded } = characterTables(text)
  // Words of two letters and more, parted by something: half as many as characters, but for scripts without spaces.
  const { hashes, kinds, starts, ends } = takeSpace(spaceless.test(text) ? text.length : (text.length >> 1) + 1)
  let count = 0
  let isSentenceStart = true
  for (let at = 0; at < text.length; ) {
    const type = classes[text.charCodeAt(at)]!
    if (type === other || type === mark) {
      if (endsSentence(text.charCodeAt(at))) isSentenceStart = true
      at++
      continue
    }
    const start = at
    let hash = hashStart
    let letters = 0
    if (type === digit) {
      at = endOfNumber(text, at, classes)
      for (let place = start; place < at; place++) {
        if (classes[text.charCodeAt(place)] === digit) hash = step(hash, text.charCodeAt(place))
      }
      letters = 2
    } else if (type === ideograph) {
      hash = step(hash, text.charCodeAt(at++))
      letters = 2
    } else {
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at)
        const inside = classes[code]!
        if (inside === mark) continue
        if (inside !== letter) break
        hash = step(hash, folded[code]!)
        letters++
      }
    }
    if (letters > 1) {
      hashes[count] = mixBits(hash)
      kinds[count] = kindOf(text, start, at, type) | (isSentenceStart ? tokenKind.sentenceStart : 0)
      starts[count] = start
      ends[count++] = at
    }
    isSentenceStart = false
  }
  return {
    count,
    hashes: hashes.slice(0, count),
    kinds: kinds.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
  }
}

/** Room for the tokens of one text, and then for those of the next one: to make it anew takes a fifth of the time. */
function takeSpace(size: number): typeof space {
  if (space.kinds.length < size) space = createSpace(size)
  return space
}

const createSpace = (size: number) => ({
  hashes: new Uint32Array(size),
  kinds: new Uint8Array(size),
  starts: new Uint32Array(size),
  ends: new Uint32Array(size),
})

let space = createSpace(0)

/** The tokens at the places that are to be kept. */
export function filterTokens(tokens: Tokens, isKept: (at: number) => boolean): Tokens {
  const places = Uint32Array.from(tokens.hashes.keys()).filter(isKept)
  return {
    count: places.length,
    hashes: places.map((at) => tokens.hashes[at]!),
    kinds: Uint8Array.from(places, (at) => tokens.kinds[at]!),
    starts: places.map((at) => tokens.starts[at]!),
    ends: places.map((at) => tokens.ends[at]!),
  }
}

/** FNV-1a. */
const hashStart = 0x811c9dc5 | 0
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** The hash that `tokenise` gives a word. */
export const hashWord = (word: string): number => tokenise(word).hashes[0] ?? 0

/** Ends of sentences, and what a new one may begin with: after a quotation mark or a dash a capital proves nothing. */
const sentenceEnds = '.!?…:\n«"“„—–•*|'
const endsSentence = (code: number): boolean => code !== 32 && sentenceEnds.includes(String.fromCharCode(code))

function endOfNumber(text: string, start: number, classes: Uint8Array): number {
  const isDigit = (at: number) => classes[text.charCodeAt(at)] === digit
  let at = start
  while (isDigit(at)) at++
  if (at - start > 3) return at
  while (
    isThousandsSeparator(text.charCodeAt(at)) &&
    isDigit(at + 1) &&
    isDigit(at + 2) &&
    isDigit(at + 3) &&
    !isDigit(at + 4)
  )
    at += 4
  return at
}

const thousandsSeparators = new Set([..." .,'’\u00a0\u2009\u202f"].map((sign) => sign.charCodeAt(0)))
const isThousandsSeparator = (code: number): boolean => thousandsSeparators.has(code)

function kindOf(text: string, start: number, end: number, type: number): number {
  if (type === digit) return tokenKind.number
  if (!isUpperCase(text.charCodeAt(start))) return 0
  for (let at = start + 1; at < end; at++) if (!isUpperCase(text.charCodeAt(at))) return tokenKind.capitalised
  return tokenKind.capitalised | tokenKind.upperCase
}

function isUpperCase(code: number): boolean {
  if (code < 0x80) return code >= 65 && code <= 90
  const character = String.fromCharCode(code)
  return character !== character.toLowerCase()
}
