import type { Language } from '../calendar/language.ts'
import { findHeading, type RecognisedHeading } from './archive-heading.ts'
import { foldText } from './fold-text.ts'
import { findLineKind, type LineKind } from './line-kinds.ts'

/** A line of a pasted page that holds text, with what can be said of it before its place in the page is known. */
export interface PageLine {
  /** Counted from 1 in the file. */
  readonly number: number
  /** Without white space at both ends. */
  readonly text: string
  /** Blank lines before it. */
  readonly gap: number
  readonly kind: LineKind
  /** Folded for comparison; `undefined` for a line too long to be a title. */
  readonly folded: string | undefined
  readonly heading?: RecognisedHeading | undefined
}

/** Longer lines are never compared as titles. */
export const longestTitle = 220

/** A short line that stands at this many places or more is part of the theme, or a label: not of one post's text. */
const repeatedFrom = 3

export function splitPage(text: string, language: Language | undefined): readonly PageLine[] {
  const lines: PageLine[] = []
  let gap = 0
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '') {
      gap++
      continue
    }
    lines.push({ number: index + 1, text: line, gap, ...describe(line, language) })
    gap = 0
  }
  return markRepeated(markShareButtons(lines))
}

const describe = (line: string, language: Language | undefined) => ({
  kind: findLineKind(line, language),
  folded: line.length <= longestTitle ? foldText(line) || line : undefined,
  heading: findHeading(line),
})

/** Names of networks under "Share:", or three in a row, are buttons. One or two may be words of the text, or a title. */
function markShareButtons(lines: readonly PageLine[]): readonly PageLine[] {
  const marked = [...lines]
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'shareName') continue
    const around = [lines[i - 2], lines[i - 1], line, lines[i + 1], lines[i + 2]]
    const names = around.filter((one) => one?.kind === 'shareName').map((one) => one?.folded)
    if (marked[i - 1]?.kind === 'share' || new Set(names).size > 2) marked[i] = { ...line, kind: 'share' }
  }
  return marked
}

/**
 * Short lines met at many places become `repeated`. A print that stands beside another print of itself is not counted:
 * that is how themes print titles, and a blog may well have three posts of one title.
 */
function markRepeated(lines: readonly PageLine[]): readonly PageLine[] {
  const counts = new Map<string, number>()
  for (const [i, { folded, kind }] of lines.entries()) {
    if (kind !== 'text' || folded === undefined) continue
    if (folded === lines[i - 1]?.folded || folded === lines[i + 1]?.folded) continue
    counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  const isRepeated = ({ kind, folded, text }: PageLine) =>
    kind === 'text' && folded !== undefined && text.length <= 60 && (counts.get(folded) ?? 0) >= repeatedFrom
  return lines.map((line) => (isRepeated(line) ? { ...line, kind: 'repeated' } : line))
}
