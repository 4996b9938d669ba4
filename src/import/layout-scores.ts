import { emptyPost, isHead, type LineRole, lineRoles, scoreStep } from './line-scores.ts'
import type { PageLayout } from './page-layout.ts'
import type { RepeatStrength } from './title-repeat.ts'

/** What a layout makes of each step between roles. Logarithms of odds, as in `line-scores.ts`. */
export interface LayoutScores {
  /** Score of a step by `to * 8 + from`. */
  readonly steps: Float64Array
  /** Added where a line opens a post, by the blank lines before it. */
  readonly gap: (gap: number) => number
  /** Added where a line is the second print of the line before. */
  readonly repeat: Readonly<Record<RepeatStrength, number>>
  /** Added where a line is a third print: the body opens with the title. */
  readonly repeatAgain: Readonly<Record<RepeatStrength, number>>
  /** Added where the page ends in a role. */
  readonly last: Float64Array
  /** Simpler layouts first: each thing that a theme is said to do costs a little. */
  readonly prior: number
}

/** A post shows what its layout promises, or lacks it (themes print it always); or shows what the layout doesn't promise. */
const kept = 3
const broken = -4
const unpromised = 0.3
/** Blogger, and WordPress' `the_date`, print the date over the first post of a day only. */
const sameDay = -2
const featurePrior = -1.5
/** A second print of the title lacks now and then even where all other posts have one. */
const missingRepeat = -3
const never = Number.NEGATIVE_INFINITY

/** @param gapShare - Share of running text with the layout's gap before it. */
export function scoreLayout(layout: PageLayout, gapShare: number): LayoutScores {
  const features = [
    layout.repeatsTitle,
    layout.hasLineBelow,
    layout.hasLineAbove,
    layout.hasFooter,
    layout.isTitleList,
    layout.gapBefore > 0,
  ]
  return {
    steps: Float64Array.from(
      lineRoles.flatMap((to) => lineRoles.map((from) => scoreStep(from, to) + scoreLayoutStep(from, to, layout))),
    ),
    gap: toGapScore(layout.gapBefore, gapShare),
    repeat: layout.repeatsTitle ? { same: 7, near: 5, none: never } : { same: 1, near: -1, none: never },
    repeatAgain: { same: 2.8, near: never, none: never },
    last: Float64Array.from(lineRoles.map((role) => scoreLast(role, layout))),
    prior: featurePrior * features.filter(Boolean).length,
  }
}

function scoreLayoutStep(from: LineRole, to: LineRole, layout: PageLayout): number {
  let score = 0
  if (from === 'title' && to !== 'repeat' && layout.repeatsTitle) score += missingRepeat
  if (from === 'below' && to === 'repeat') {
    if (layout.repeatsTitle) score -= missingRepeat
    if (layout.hasLineBelow) score -= broken
  }
  if (from === 'title' || from === 'repeat') {
    if (to === 'below') score += layout.hasLineBelow ? kept : unpromised
    else if (to !== 'repeat' && layout.hasLineBelow) score += broken
  }
  if (to === 'title') {
    if (from === 'above') score += layout.hasLineAbove ? kept : unpromised
    else if (layout.hasLineAbove) score += from === 'top' ? broken : sameDay
  }
  if (to === 'below' && from === 'foot') {
    score += (layout.hasLineBelow ? kept : broken) + (layout.hasFooter ? kept : broken)
  }
  if (to === 'title' || to === 'above') {
    if (from === 'foot') score += layout.hasFooter ? kept : unpromised
    else if (from !== 'top' && from !== 'above' && layout.hasFooter) score += broken
  }
  if (to === 'end' && from === 'body' && layout.hasFooter) score += broken
  if (layout.isTitleList && isHead(from)) {
    if (to === 'body') score += broken
    else if (to !== 'repeat' && to !== 'below') score -= emptyPost
  }
  return score
}

/** The page may end anywhere but between a line above a title and that title. */
function scoreLast(role: LineRole, layout: PageLayout): number {
  if (role === 'above') return never
  if (isHead(role)) return layout.isTitleList ? 0 : emptyPost
  return role === 'body' && layout.hasFooter ? broken : 0
}

/** Nearly every post keeps the gap; how much that tells depends on how many lines have it that can't open a post. */
function toGapScore(gapBefore: number, share: number): (gap: number) => number {
  if (gapBefore === 0) return () => 0
  const keepsGap = 0.97
  const withGap = Math.log(keepsGap / share)
  const without = Math.log((1 - keepsGap) / (1 - share))
  return (gap) => (gap >= gapBefore ? withGap : without)
}
