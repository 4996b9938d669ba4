import {
  lineRoles,
  scoreBodyClosing,
  scoreBodyOpening,
  scoreEndOpening,
  scoreRoles,
  scoreTopOpening,
} from './line-scores.ts'
import { toLineWords } from './line-words.ts'
import { scoreLostPrints } from './lost-print.ts'
import { hasSpacedParagraphs } from './page-layout.ts'
import type { PageLine } from './page-lines.ts'
import { findRepeatStrength, type RepeatStrength } from './title-repeat.ts'
import { scoreRestatedTitles } from './title-restated.ts'
import { scoreTitleTypography } from './title-typography.ts'
import { scoreTopicShifts } from './topic-shift.ts'

/** What the lines of a page score whatever its layout is: computed once, read under each layout. */
export interface MeasuredPage {
  readonly length: number
  /** By `line * 8 + role`. */
  readonly roleScores: Float64Array
  readonly gaps: readonly number[]
  /** Added where a line begins or ends a body, the page's end, or another page's top. */
  readonly bodyOpening: Float64Array
  readonly bodyClosing: Float64Array
  readonly endOpening: Float64Array
  readonly topOpening: Float64Array
  /** Signs around a line that a post begins at it, with its title or with a line above that. */
  readonly postOpening: Float64Array
  /** Likeness to the line before. */
  readonly repeats: readonly RepeatStrength[]
  /** Likeness to the line before that, where a date or the like stands between. */
  readonly repeatsAcross: readonly RepeatStrength[]
}

/** Where blank lines set paragraphs apart, they set posts apart. */
const glued = -5
/** Titles among the short lines over a page's heading are links of a sidebar, even one twice: two posts may share it. */
const beforeHeading = -7

export function measurePage(lines: readonly PageLine[]): MeasuredPage {
  const repeats = lines.map((line, i) => findRepeatStrength(lines[i - 1]?.folded, line.folded))
  const words = toLineWords(lines)
  const isSpaced = hasSpacedParagraphs(lines)
  const lostPrints = scoreLostPrints(lines, repeats)
  // It has compared the words on both sides of the lines that it judges: two others that do so stand back there.
  const unlessJudged = (scores: Float64Array) => scores.map((score, i) => (lostPrints[i] === undefined ? score : 0))
  const titleScores = [
    scoreQuotedTitles(lines, repeats),
    scoreTitleTypography(lines, repeats),
    scoreBeforeHeading(lines),
    unlessJudged(scoreRestatedTitles(lines, words)),
    Float64Array.from(lostPrints, (score) => score ?? 0),
  ].reduce(addScores)
  return {
    length: lines.length,
    roleScores: measureRoles(lines, titleScores),
    gaps: lines.map(({ gap }) => gap),
    bodyOpening: Float64Array.from(lines, (line) => scoreBodyOpening(line, isSpaced)),
    bodyClosing: Float64Array.from(lines, scoreBodyClosing),
    endOpening: Float64Array.from(lines, scoreEndOpening),
    topOpening: Float64Array.from(lines, scoreTopOpening),
    postOpening: addScores(
      unlessJudged(scoreTopicShifts(lines, words, repeats)),
      Float64Array.from(lines, ({ gap }) => (isSpaced && gap === 0 ? glued : 0)),
    ),
    repeats,
    repeatsAcross: lines.map((line, i) => {
      const isAcross = lines[i - 2]?.kind === 'text' && lines[i - 1]!.kind !== 'text'
      return isAcross ? findRepeatStrength(lines[i - 2]!.folded, line.folded) : 'none'
    }),
  }
}

/** @param titleScores - Signs on the rest of the page that a line is a title, or none. */
function measureRoles(lines: readonly PageLine[], titleScores: Float64Array): Float64Array {
  const scores = new Float64Array(lines.length * lineRoles.length)
  for (const [i, line] of lines.entries()) {
    const byRole = scoreRoles(line)
    for (const [index, role] of lineRoles.entries())
      scores[i * lineRoles.length + index] = byRole[role] + (role === 'title' ? titleScores[i]! : 0)
  }
  return scores
}

/** A single print of a title that stands printed twice elsewhere is rather a mention of that post. */
function scoreQuotedTitles(lines: readonly PageLine[], repeats: readonly RepeatStrength[]): Float64Array {
  const printedTwice = new Set(lines.flatMap(({ folded }, i) => (repeats[i] === 'same' ? [folded] : [])))
  return Float64Array.from(lines, ({ folded }, i) =>
    repeats[i + 1] !== 'same' && printedTwice.has(folded) && repeats[i] !== 'same' ? -1 : 0,
  )
}

function scoreBeforeHeading(lines: readonly PageLine[]): Float64Array {
  const first = lines.findIndex(({ heading }) => heading?.isExplicit)
  const isSidebar = lines.slice(0, Math.max(0, first)).every(({ text }) => text.length < 100)
  return Float64Array.from(lines, (_, i) => (isSidebar && i < first ? beforeHeading : 0))
}

const addScores = (a: Float64Array, b: Float64Array): Float64Array => a.map((score, i) => score + b[i]!)
