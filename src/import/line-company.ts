import {
  markCounts,
  markLabelled,
  markLabelValues,
  markNames,
  markNamesInBlocks,
  markRunTogether,
} from './data-lines.ts'
import { isShort, type Mark } from './line-mark.ts'
import type { PageLine } from './page-lines.ts'
import { markNumbers, markRepeated, markSentences } from './theme-lines.ts'

/** What lines are by the company they keep: a name under a date, a word under "Tags", a short line met everywhere. */
export const markByCompany = (lines: readonly PageLine[]): readonly PageLine[] =>
  [
    markSentences,
    markNumbers,
    markShareButtons,
    markRelatedPosts,
    markLabelled,
    markLabelValues,
    markRunTogether,
    markNamesInBlocks,
    markNames,
    markCounts,
    markRepeated,
    markSoleHeading,
  ].reduce((marked, mark) => mark(marked), lines)

/** Names of networks under "Share:", or three in a row, are buttons. One or two may be words of the text, or a title. */
const markShareButtons: Mark = (lines) => {
  const marked = [...lines]
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'shareName') continue
    const around = [lines[i - 2], lines[i - 1], line, lines[i + 1], lines[i + 2]]
    const names = around.filter((one) => one?.kind === 'shareName').map((one) => one?.folded)
    if (marked[i - 1]?.kind === 'share' || new Set(names).size > 2) marked[i] = { ...line, kind: 'share' }
  }
  return marked
}

/** Title and date of a related post, over the line that names its category: "In ‘Gardens’". */
const markRelatedPosts: Mark = (lines) => {
  const marked = [...lines]
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'share' || lines[i - 1]?.kind !== 'date' || !isShort(lines[i - 2])) continue
    for (const at of [i - 2, i - 1]) marked[at] = { ...lines[at]!, kind: 'share' }
  }
  return marked
}

/** "Category: Gardens" with only short lines before it, and no other such label on the page: no post's, the page's own. */
const markSoleHeading: Mark = (lines) => {
  const headed = lines.filter(({ heading }) => heading !== undefined)
  const [sole] = headed
  if (!sole?.heading || headed.length > 1 || !lines.slice(0, lines.indexOf(sole)).every(isShort)) return lines
  const heading = { ...sole.heading, isExplicit: true }
  return lines.map((line) => (line === sole ? { ...line, heading } : line))
}
