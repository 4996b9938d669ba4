import { scoreTitleShape } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'

/**
 * What a theme does at every post of a page. It is not known beforehand: the page is read under each layout that it
 * could have, and the one whose best reading scores highest is taken.
 */
export interface PageLayout {
  /** The title stands twice: a link, then a heading. */
  readonly repeatsTitle: boolean
  /** A line of date, author, category stands under the title. */
  readonly hasLineBelow: boolean
  /** Such a line stands above the title. */
  readonly hasLineAbove: boolean
  /** Such a line, or "Read more", or share buttons, stand under the body. */
  readonly hasFooter: boolean
  /** Posts have no text: the page lists titles. */
  readonly isTitleList: boolean
  /** At least so many blank lines stand before each post; 0 where blank lines say nothing. */
  readonly gapBefore: (typeof consideredGaps)[number]
}

/** Something besides short lines tells the posts of the page apart: titles printed twice, dates, footers. */
export const hasPostMarks = ({ repeatsTitle, hasLineAbove, hasLineBelow, hasFooter }: PageLayout): boolean =>
  repeatsTitle || hasLineAbove || hasLineBelow || hasFooter

/** Blank lines that a layout may have before each post. */
export const consideredGaps = [0, 1, 2, 3] as const

/** Every layout that a page could have, judged by which kinds of line and which gaps it holds at all. */
export function findPossibleLayouts(lines: readonly PageLine[]): readonly PageLayout[] {
  const has = (...kinds: readonly PageLine['kind'][]) => lines.some(({ kind }) => kinds.includes(kind))
  const metaLines = has('date', 'filed', 'address', 'repeated') ? [false, true] : [false]
  const footers = has('date', 'filed', 'address', 'repeated', 'readMore', 'share') ? [false, true] : [false]
  const gaps = consideredGaps.filter((gap) => gap === 0 || tellsApart(lines, gap))
  const titleLists = isMostlyShort(lines) ? [false, true] : [false]
  const layouts: PageLayout[] = []
  for (const repeatsTitle of [false, true])
    for (const hasLineBelow of metaLines)
      for (const hasLineAbove of metaLines)
        for (const hasFooter of footers)
          for (const isTitleList of titleLists)
            for (const gapBefore of gaps)
              layouts.push({ repeatsTitle, hasLineBelow, hasLineAbove, hasFooter, isTitleList, gapBefore })
  return layouts
}

/** Hardly a line is longer than titles are: not even excerpts. */
const isMostlyShort = (lines: readonly PageLine[]): boolean =>
  lines.filter(({ text, kind }) => kind === 'text' && text.length > 80).length < lines.length / 10

const tellsApart = (lines: readonly PageLine[], gap: number): boolean =>
  lines.some((line) => line.gap >= gap) && lines.some((line) => line.gap < gap)

/** Longer lines are paragraphs, not items of a list, verses or labels. */
const paragraphLength = 60
const spacedShare = 0.85

/** Whether blank lines set paragraphs apart all over the page; then a line without one before it goes on with another. */
export function hasSpacedParagraphs(lines: readonly PageLine[]): boolean {
  const paragraphs = lines.filter(({ text, kind }) => kind === 'text' && text.length >= paragraphLength)
  return paragraphs.filter(({ gap }) => gap > 0).length > paragraphs.length * spacedShare
}

/**
 * Share of the lines of running text that have at least so many blank lines before them, for each of `consideredGaps`:
 * how often the gap stands where no post begins. Never quite 0 or 1, however few the lines.
 */
export function toTextGapShares(lines: readonly PageLine[]): readonly number[] {
  const gaps = lines.flatMap(({ kind, text, gap }) => (kind === 'text' && scoreTitleShape(text) < 0 ? [gap] : []))
  return consideredGaps.map((least) => (gaps.filter((gap) => gap >= least).length + 0.5) / (gaps.length + 1))
}
