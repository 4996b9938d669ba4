import { type LayoutScores, scoreLayout } from './layout-scores.ts'
import { type LineRole, lineRoles, scoreStep } from './line-scores.ts'
import { type MeasuredPage, measurePage } from './measure-page.ts'
import { findPossibleLayouts, hasPostMarks, type PageLayout, toTextGapShares } from './page-layout.ts'
import type { PageLine } from './page-lines.ts'
import { partFurniture } from './part-furniture.ts'

/** The best reading of a page, and how sure each of its cuts is. */
export interface PageReading {
  readonly layout: PageLayout
  /** The part of each line, in their order. */
  readonly roles: readonly LineRole[]
  /**
   * For each line, how sure it is that it begins a post (where it does) or that it doesn't, from 0.5 to 1: the odds
   * between the best reading of the page and the best one in which this line is decided the other way.
   */
  readonly confidences: readonly number[]
}

/**
 * Finds the posts of a page as the best path through all its lines (Viterbi), under each layout that the page could have.
 *
 * A rule that looks at a line and its neighbours can't do it: a title without its second print looks like a subtitle, a
 * short line of a body like a title. What tells them apart is what the page does elsewhere, and what the lines around
 * would have to be.
 *
 * Time and memory grow linearly with the page.
 */
export function segmentPage(lines: readonly PageLine[]): PageReading | undefined {
  if (lines.length === 0) return undefined
  const page = measurePage(lines)
  const gapShares = toTextGapShares(lines)
  const readings = findPossibleLayouts(lines).map((layout) => {
    const scores = scoreLayout(layout, gapShares[layout.gapBefore]!)
    const length = Math.min(page.length, enoughLines)
    return { layout, scores, total: scoreBestPath(runForward(page, scores, length), scores, length) }
  })
  const best = readings.reduce((a, b) => (b.total > a.total ? b : a))
  // A layout that is worse by more than this can't change a confidence in its fourth decimal.
  const near = readings.filter(({ total }) => total > best.total - 10)
  const path = tracePath(page, best.scores)
  const { roles, hasLineAbove } = partFurniture(lines, path) ?? { roles: path, hasLineAbove: best.layout.hasLineAbove }
  const trust = hasPostMarks(best.layout) ? 1 : unmarkedTrust
  return { layout: { ...best.layout, hasLineAbove }, roles, confidences: toConfidences(page, roles, near, trust) }
}

/** A theme does the same all over a page: layouts are compared on this many lines, some hundreds of posts. */
const enoughLines = 5000

/**
 * Without any mark of the theme there are only the form and the words of lines to go by, and these signs are not
 * independent, so their odds don't multiply in full: as they stand, of ten cuts said to be 95 % sure one was wrong.
 */
const unmarkedTrust = 0.6

const roleCount = lineRoles.length
const indexOf = (role: LineRole): number => lineRoles.indexOf(role)
const top = indexOf('top')
const above = indexOf('above')
const title = indexOf('title')
const repeat = indexOf('repeat')
const below = indexOf('below')
const body = indexOf('body')
const foot = indexOf('foot')
const end = indexOf('end')

/** For each role, the roles that may come before it. */
const rolesBefore: readonly (readonly number[])[] = lineRoles.map((to) =>
  lineRoles.flatMap((from, index) => (scoreStep(from, to) > Number.NEGATIVE_INFINITY ? [index] : [])),
)

/** Score of line `i` taking role `to` after a line of role `from`. */
function scoreMove(page: MeasuredPage, scores: LayoutScores, i: number, from: number, to: number): number {
  return (
    scores.steps[to * roleCount + from]! + page.roleScores[i * roleCount + to]! + scorePlace(page, scores, i, from, to)
  )
}

/** What this very pair of lines adds to the step. */
function scorePlace(page: MeasuredPage, scores: LayoutScores, i: number, from: number, to: number): number {
  if (to === body) return from === title || from === repeat || from === below ? page.bodyOpening[i]! : 0
  if (to === repeat && from === repeat) return scores.repeatAgain[page.repeats[i]!]
  if (to === repeat) return scores.repeat[(from === title ? page.repeats[i] : page.repeatsAcross[i])!]
  if (to === foot) return from === body ? page.bodyClosing[i - 1]! : 0
  if (to === end) return from === end ? 0 : page.endOpening[i]!
  if (to === top) return from === top ? 0 : page.topOpening[i]!
  if ((to !== title && to !== above) || from === above) return 0
  return scores.gap(page.gaps[i]!) + page.postOpening[i]! + (from === body ? page.bodyClosing[i - 1]! : 0)
}

/** A text that was not copied from its top begins in the middle of a post. */
const midPost = -6

/**
 * Best score of any path up to each line, by `line * 8 + role` of that line. The first line stands as if a line of the
 * page's top came before it, or of a body.
 */
function runForward(page: MeasuredPage, scores: LayoutScores, length = page.length): Float64Array {
  const reached = new Float64Array(length * roleCount).fill(Number.NEGATIVE_INFINITY)
  for (const to of [top, above, title]) reached[to] = scores.prior + scoreMove(page, scores, 0, top, to)
  reached[body] = scores.prior + midPost + scoreMove(page, scores, 0, body, body)
  for (let i = 1; i < length; i++)
    for (let to = 0; to < roleCount; to++) {
      const at = i * roleCount + to
      for (const from of rolesBefore[to]!) {
        const before = reached[at - to - roleCount + from]!
        if (before === Number.NEGATIVE_INFINITY) continue
        const score = before + scoreMove(page, scores, i, from, to)
        if (score > reached[at]!) reached[at] = score
      }
    }
  return reached
}

/** Best score of any path from each line on, by `line * 8 + role` of that line, without that line's own score. */
function runBackward(page: MeasuredPage, scores: LayoutScores): Float64Array {
  const left = new Float64Array(page.length * roleCount).fill(Number.NEGATIVE_INFINITY)
  left.set(scores.last, (page.length - 1) * roleCount)
  for (let i = page.length - 1; i > 0; i--)
    for (let to = 0; to < roleCount; to++) {
      const after = left[i * roleCount + to]!
      if (after === Number.NEGATIVE_INFINITY) continue
      for (const from of rolesBefore[to]!) {
        const at = (i - 1) * roleCount + from
        const score = after + scoreMove(page, scores, i, from, to)
        if (score > left[at]!) left[at] = score
      }
    }
  return left
}

const scoreBestPath = (reached: Float64Array, { last }: LayoutScores, length: number): number =>
  Math.max(...last.map((score, role) => score + reached[(length - 1) * roleCount + role]!))

function tracePath(page: MeasuredPage, scores: LayoutScores): readonly LineRole[] {
  const reached = runForward(page, scores)
  const roles: LineRole[] = new Array(page.length)
  const rowAt = (i: number) => reached.subarray(i * roleCount, (i + 1) * roleCount)
  let role = indexOfMax(rowAt(page.length - 1).map((score, index) => score + scores.last[index]!))
  for (let i = page.length - 1; ; i--) {
    roles[i] = lineRoles[role]!
    if (i === 0) return roles
    const to = role
    role = indexOfMax(rowAt(i - 1).map((score, from) => score + scoreMove(page, scores, i, from, to)))
  }
}

const indexOfMax = (row: Float64Array): number =>
  row.reduce((best, score, index) => (score > row[best]! ? index : best), 0)

function toConfidences(
  page: MeasuredPage,
  roles: readonly LineRole[],
  readings: readonly { readonly scores: LayoutScores }[],
  trust: number,
): readonly number[] {
  const asTitle = new Float64Array(page.length).fill(Number.NEGATIVE_INFINITY)
  const asOther = new Float64Array(page.length).fill(Number.NEGATIVE_INFINITY)
  for (const { scores } of readings) {
    const forward = runForward(page, scores)
    const backward = runBackward(page, scores)
    for (let i = 0; i < page.length; i++)
      for (let role = 0; role < roleCount; role++) {
        const best = role === title ? asTitle : asOther
        const at = i * roleCount + role
        best[i] = Math.max(best[i]!, forward[at]! + backward[at]!)
      }
  }
  return roles.map((role, i) => {
    const odds = role === 'title' ? asTitle[i]! - asOther[i]! : asOther[i]! - asTitle[i]!
    return 1 / (1 + Math.exp(-odds * trust))
  })
}
