import { endsSentence } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'

/** Gives lines another kind for what stands around them, or for what else the page holds. */
export type Mark = (lines: readonly PageLine[]) => readonly PageLine[]

/** What each post has is met twice on a page at least; what is met once may be a word of the text. */
const enoughPosts = 2

export const isData = (line: PageLine | undefined): boolean => line?.kind === 'date' || line?.kind === 'filed'

export const isShort = (line: PageLine | undefined): boolean =>
  line !== undefined && line.text.length <= 100 && !endsSentence(line.text)

/** For each line, whether it is marked, and enough others are marked the same. */
export function findCommon(marks: readonly (string | undefined)[]): readonly boolean[] {
  const counts = new Map<string | undefined, number>()
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return marks.map((mark) => mark !== undefined && counts.get(mark)! >= enoughPosts)
}
