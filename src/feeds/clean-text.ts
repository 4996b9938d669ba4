import { joinSpaces } from '../markup/spaces.ts'

/**
 * A text without what no feed can carry: control characters, halves of surrogate pairs, noncharacters, and the
 * replacement character, which says nothing but that something was lost before.
 */
export function cleanText(text: string): string {
  return text.search(unfit) === -1 ? text : text.replace(unfit, '')
}

/** The same on one line; no-break spaces stay. */
export const cleanLine = (text: string): string => cleanText(joinSpaces(text)).trim()

/**
 * A line for a place that may hold HTML or plain text, and doesn't say which. What could be taken for markup has look-alikes in
 * its place: `‹b›`, `＆nbsp;`.
 */
export const cleanAmbiguousLine = (text: string): string =>
  cleanLine(text)
    .replace(/<(\S[^<>]*)>/g, '‹$1›')
    .replace(/<(?=\S)/g, '‹')
    .replace(/&(?=#?\w+;)/g, '＆')

const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|\p{Surrogate}/gu
