import { foldPhrase } from './fold-text.ts'
import type { PageLine } from './page-lines.ts'

/** Enough of a paragraph to tell what it is about. */
const readLength = 500

/** For each line, the words of four letters or more that its beginning holds, folded. */
export const toLineWords = (lines: readonly PageLine[]): readonly ReadonlySet<string>[] =>
  lines.map(({ text }) => new Set(foldPhrase(text.slice(0, readLength)).match(/[\p{L}\p{N}]{4,}/gu) ?? []))

/** Words of some lines by their first letters, folded, so that `urgence` and `Urgences` are one. */
export const toStems = (lines: readonly PageLine[], shortest: number): ReadonlySet<string> =>
  new Set(
    lines
      .flatMap(({ text }) => foldPhrase(text).match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => word.length >= shortest)
      .map((word) => word.slice(0, stemLength)),
  )

const stemLength = 5

/** Share of the weight of some words that others hold too, 0–1. */
export function toSharedWeight(
  words: ReadonlySet<string>,
  others: ReadonlySet<string>,
  weigh: (word: string) => number,
): number {
  let total = 0
  let shared = 0
  for (const word of words) {
    total += weigh(word)
    if (others.has(word)) shared += weigh(word)
  }
  return total === 0 ? 0 : shared / total
}
