import type { PageLine } from './page-lines.ts'

/** Lines before that are searched for the words of a line. */
const windowSize = 4
/** Three or four times likelier before a title: an article's opening restates its title, the one before it doesn't. */
const restated = 1.3

/**
 * For each line, whether the text under it takes up its words and the text over it has none of them. It speaks for a
 * title whose second print is missing. Questions are left out: in an interview each answer takes up its question.
 */
export function scoreRestatedTitles(lines: readonly PageLine[], words: readonly ReadonlySet<string>[]): Float64Array {
  return Float64Array.from(lines, ({ text, folded }, i) => {
    if (folded === undefined || /\?\s*$/.test(text) || words[i]!.size < 2 || text.length > 120) return 0
    const before = words.slice(Math.max(0, i - windowSize), i)
    const isTakenUp = [...words[i]!].some((word) => words[i + 1]?.has(word))
    const isNew = [...words[i]!].every((word) => before.every((set) => !set.has(word)))
    return isTakenUp && isNew ? restated : 0
  })
}
