import { foldPhrase } from './fold-text.ts'
import { endsSentence, scoreTitleShape } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'
import type { RepeatStrength } from './title-repeat.ts'

/** So many titles that stand twice make it the page's habit. */
const enoughTitles = 2
/** Seven times likelier a title: themes lose a print now and then, while writers who use subtitles use several. */
const lone = 2

/**
 * For each line, how much it speaks for a title whose second print is missing, on a page that prints its titles twice:
 * between two posts that are certain, it is the only line over a paragraph that could be one, and it brings new words.
 *
 * What it has to be told from are subtitles (an article that has one has two), questions of an interview, what introduces
 * a list, quotations, and the mention of another post.
 */
export function scoreLostPrints(lines: readonly PageLine[], repeats: readonly RepeatStrength[]): Float64Array {
  const scores = new Float64Array(lines.length)
  const starts = lines.flatMap((_, i) => (isCertain(repeats, i) ? [i] : []))
  if (starts.length < enoughTitles) return scores
  const titles = new Set(starts.map((i) => lines[i]!.folded))
  const gapAbove = Math.min(...starts.map((i) => lines[i]!.gap))
  const gapBelow = Math.min(...starts.map((i) => lines[i + 1]!.gap))
  const isSetOff = (i: number) => lines[i]!.gap >= gapAbove && (lines[i + 1]?.gap ?? 0) >= gapBelow
  for (const [n, start] of starts.entries()) {
    const candidates = range(start + 3, starts[n + 1] ?? lines.length).filter(
      (i) => couldBeTitle(lines, i) && isSetOff(i) && !titles.has(lines[i]!.folded),
    )
    const [only, ...others] = candidates
    if (only === undefined || others.length > 0 || isQuestionOrQuote(lines[only]!)) continue
    scores[only] = lone * toNovelty(lines[only]!, lines.slice(start, only))
  }
  return scores
}

const isCertain = (repeats: readonly RepeatStrength[], i: number): boolean =>
  repeats[i + 1] !== undefined && repeats[i + 1] !== 'none' && repeats[i] === 'none'

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i)

/** Shaped as a title is, between two paragraphs. */
const couldBeTitle = (lines: readonly PageLine[], i: number): boolean =>
  lines[i]!.kind === 'text' && scoreTitleShape(lines[i]!.text) > 1 && isParagraph(lines[i + 1])

const isParagraph = (line: PageLine | undefined): boolean =>
  line?.kind === 'text' && (line.text.length >= 60 || (line.text.length >= 30 && endsSentence(line.text)))

const isQuestionOrQuote = ({ text }: PageLine): boolean => /\?\s*$|^["“”«„].*["“”»]$/u.test(text)

/** Share of the longer words of a line that none of the lines before holds. */
function toNovelty(line: PageLine, before: readonly PageLine[]): number {
  const words = toLongWords(line.text)
  const known = new Set(before.flatMap(({ text }) => toLongWords(text)))
  return words.length === 0 ? 0.5 : words.filter((word) => !known.has(word)).length / words.length
}

const toLongWords = (text: string): readonly string[] => foldPhrase(text).match(/[\p{L}\p{N}]{5,}/gu) ?? []
