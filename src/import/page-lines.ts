import { findHeading, type RecognisedHeading } from './archive-heading.ts'
import { foldText } from './fold-text.ts'
import { splitGlued } from './glued-labels.ts'
import { markByCompany } from './line-company.ts'
import { type DateReading, findLineKind, type LineKind } from './line-kinds.ts'
import { unwrapLines } from './unwrap-lines.ts'

/** A line of a pasted page that holds text, with what can be said of it before its place in the page is known. */
export interface PageLine {
  /** Counted from 1 in the file. */
  readonly number: number
  /** The number of its last line, where it was wrapped over several. */
  readonly lastNumber: number
  /** Without white space at both ends. */
  readonly text: string
  /** Blank lines before it. */
  readonly gap: number
  readonly kind: LineKind
  /** Folded for comparison; `undefined` for a line too long to be a title. */
  readonly folded: string | undefined
  readonly heading?: RecognisedHeading | undefined
  /** How it reads as data of its post, where its text alone doesn't tell: glued parts apart, the label before it added. */
  readonly meta?: string | undefined
}

/** Longer lines are never compared as titles. */
export const longestTitle = 220

export function splitPage(text: string, dates: DateReading): readonly PageLine[] {
  const lines: PageLine[] = []
  let gap = 0
  for (const { text: line, first, last } of unwrapLines(text)) {
    if (line === '') {
      gap++
      continue
    }
    lines.push({ number: first, lastNumber: last, text: line, gap, ...describe(line, dates) })
    gap = 0
  }
  return markByCompany(lines)
}

function describe(line: string, dates: DateReading) {
  const meta = splitGlued(line)
  return {
    kind: findLineKind(meta ?? line, dates),
    folded: line.length <= longestTitle ? foldText(line) || line : undefined,
    heading: findHeading(line),
    meta,
  }
}
