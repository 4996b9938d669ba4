import { foldPhrase } from './fold-text.ts'
import { findCommon, type Mark } from './line-mark.ts'
import { endsSentence } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'

/** A short line that stands at this many places or more is part of the theme, or a label: not of one post's text. */
const repeatedFrom = 3
const longestRepeated = 60
/** Longer lines that end as sentences are paragraphs, not titles. */
const paragraphLength = 80

/**
 * "Posted on the wall of the mill, a notice asked walkers to shut the gate." begins as a theme's line does, but ends as a
 * sentence. Themes write sentences too ("This entry was posted in Rivers."), only they begin so at every post.
 */
export const markSentences: Mark = (lines) => {
  const openings = lines.map(({ kind, text }) =>
    (kind === 'filed' || kind === 'share' || kind === 'readMore') && fullStop.test(text.slice(-longestEnd))
      ? foldPhrase(text).split(' ', 2).join(' ')
      : undefined,
  )
  const isCommon = findCommon(openings)
  return lines.map((line, i) => (openings[i] === undefined || isCommon[i] ? line : { ...line, kind: 'text' }))
}

const longestEnd = 20
/** Not an ellipsis, with which a text is cut or something loads; nor a mark that titles end with ("Comments on Frost?"). */
const fullStop = /[^.\s]\s?\.[\s"'’”»)]*$/

/** "12" between two paragraphs is no pager: those stand at a page's edges. */
export const markNumbers: Mark = (lines) =>
  lines.map((line, i) =>
    line.kind === 'pager' && /^\d+$/.test(line.text) && isInProse(lines, i) ? { ...line, kind: 'text' } : line,
  )

/**
 * Short lines met at many places become `repeated`; or, where a print of them stands between two paragraphs, `refrain`:
 * themes print theirs at the edges of posts, what a writer repeats ("Our opinion") goes through them. A print that stands
 * beside another print of itself is not counted: that is how themes print titles, and a blog may well have three posts of
 * one title.
 */
export const markRepeated: Mark = (lines) => {
  const counts = new Map<string, number>()
  for (const [i, { folded, kind, text }] of lines.entries()) {
    if (kind !== 'text' || folded === undefined || text.length > longestRepeated) continue
    if (folded === lines[i - 1]?.folded || folded === lines[i + 1]?.folded) continue
    counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  const refrains = new Set(lines.flatMap(({ folded }, i) => (isInProse(lines, i) ? [folded] : [])))
  return lines.map((line) => {
    const { kind, folded, text } = line
    if (kind !== 'text' || folded === undefined || text.length > longestRepeated) return line
    if ((counts.get(folded) ?? 0) < repeatedFrom) return line
    return { ...line, kind: refrains.has(folded) ? 'refrain' : 'repeated' }
  })
}

const isInProse = (lines: readonly PageLine[], i: number): boolean =>
  isParagraph(lines[i - 1]) && isParagraph(lines[i + 1])

const isParagraph = (line: PageLine | undefined): boolean =>
  line?.kind === 'text' && line.text.length >= paragraphLength && endsSentence(line.text)
