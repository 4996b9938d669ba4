import { isFact } from './facts.ts'
import { shingleSize, toShingles } from './shingles.ts'
import { toTellingText } from './telling-text.ts'
import { tokenise } from './tokens.ts'

/** A text ready to be compared word by word. */
export interface ComparableText {
  readonly words: Uint32Array
  /** By place: the fact in lower case, or nothing where the word is none. */
  readonly facts: readonly (string | undefined)[]
}

export function toComparableText(markdown: string): ComparableText {
  const text = toTellingText(markdown)
  const tokens = tokenise(text)
  const facts: (string | undefined)[] = []
  for (let at = 0; at < tokens.count; at++) {
    facts.push(isFact(tokens, at) ? text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase() : undefined)
  }
  return { words: tokens.hashes, facts }
}

/** Consecutive boilerplate shingles that make a passage: shorter ones are turns of phrase, which any text may use. */
const passageShingles = 8

/** The text without the passages made of the given shingles. */
export function withoutPassages(text: ComparableText, isBoilerplate: (shingle: number) => boolean): ComparableText {
  const isLeftOut = markPassages(text.words, isBoilerplate)
  if (!isLeftOut.includes(1)) return text
  const isKept = (_: unknown, at: number) => isLeftOut[at] === 0
  return { words: text.words.filter(isKept), facts: text.facts.filter(isKept) }
}

function markPassages(words: Uint32Array, isBoilerplate: (shingle: number) => boolean): Uint8Array {
  const marks = new Uint8Array(words.length)
  const shingles = toShingles(words)
  let start = 0
  for (let at = 0; at <= shingles.length; at++) {
    if (at < shingles.length && isBoilerplate(shingles[at]!)) continue
    if (at - start >= passageShingles) marks.fill(1, start, at + shingleSize - 1)
    start = at + 1
  }
  return marks
}
