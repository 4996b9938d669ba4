import { findSharedRuns, type SharedRun } from './align-texts.ts'
import type { ComparableText } from './comparable-text.ts'

/** What speaks for and against two texts being one article. All shares are 0–1. */
export interface VersionEvidence {
  /** Words in common. */
  readonly shared: number
  /** Words of the shorter text that stand where the other has different ones; words that were only added or dropped don't count. */
  readonly replaced: number
  /** Facts in common, and facts that stand where the other text has another fact. */
  readonly keptFacts: number
  readonly swappedFacts: number
  /** Share of the shorter and of the longer text that is in the other. */
  readonly coverage: number
  readonly coverageOfLonger: number
  /** Share of the longer text that stands before the first common passage. */
  readonly leadOfLonger: number
}

/**
 * Lays two texts side by side. An editor adds, drops and moves passages; a different article has *other* words, and another
 * issue of a template other facts, in the same place. So what counts beside the common part is what stands against each
 * other between common passages. Comparing sets of words or of facts, as first tried, cannot tell an added paragraph from a
 * different one: it either let bulletins of one series pass or lost copies that were cut short and got a new opening.
 */
export function compareTexts(a: ComparableText, b: ComparableText): VersionEvidence {
  const runs = findSharedRuns(a.words, b.words)
  const tally = { shared: 0, replaced: 0, keptFacts: 0, swappedFacts: 0 }
  for (const run of runs) {
    tally.shared += run.length
    for (let at = run.startA; at < run.startA + run.length; at++) if (a.facts[at] !== undefined) tally.keptFacts++
  }
  for (const gap of findGaps(runs, a.words.length, b.words.length)) {
    tally.replaced += Math.min(gap.endA - gap.startA, gap.endB - gap.startB)
    const facts = matchFacts(a.facts.slice(gap.startA, gap.endA), b.facts.slice(gap.startB, gap.endB))
    tally.keptFacts += facts.kept
    if (gap.isInside) tally.swappedFacts += facts.swapped
  }
  const shorter = Math.max(1, Math.min(a.words.length, b.words.length))
  const longer = Math.max(1, a.words.length, b.words.length)
  const starts = runs.map((run) => (a.words.length >= b.words.length ? run.startA : run.startB))
  return {
    ...tally,
    coverage: tally.shared / shorter,
    coverageOfLonger: tally.shared / longer,
    leadOfLonger: Math.min(longer, ...starts) / longer,
  }
}

/** Words of both texts that stand between the same two passages. */
interface Gap {
  readonly startA: number
  readonly endA: number
  readonly startB: number
  readonly endB: number
  /** Between two passages, not before the first or after the last. */
  readonly isInside: boolean
}

function findGaps(runs: readonly SharedRun[], lengthA: number, lengthB: number): readonly Gap[] {
  if (runs.length === 0) return []
  const endsB = runs.map((run) => run.startB + run.length)
  const first = {
    startA: 0,
    endA: runs[0]!.startA,
    startB: 0,
    endB: Math.min(...runs.map((run) => run.startB)),
    isInside: false,
  }
  const inside = runs.slice(1).map((run, index) => {
    const before = runs[index]!
    return {
      startA: before.startA + before.length,
      endA: run.startA,
      startB: endsB[index]!,
      endB: run.startB,
      isInside: true,
    }
  })
  const last = runs.at(-1)!
  const end = {
    startA: last.startA + last.length,
    endA: lengthA,
    startB: Math.max(...endsB),
    endB: lengthB,
    isInside: false,
  }
  return [first, ...inside, end].filter((gap) => gap.endA > gap.startA && gap.endB > gap.startB)
}

/** Facts of either title that stand against facts of the other: "Results of November", "Results of December". */
export const countSwappedFacts = (a: ComparableText, b: ComparableText): number => matchFacts(a.facts, b.facts).swapped

function matchFacts(a: readonly (string | undefined)[], b: readonly (string | undefined)[]) {
  const left = b.filter((fact) => fact !== undefined)
  let kept = 0
  let unmatched = 0
  for (const fact of a) {
    if (fact === undefined) continue
    const match = left.findIndex((other) => isSameFact(fact, other))
    if (match === -1) unmatched++
    else {
      left.splice(match, 1)
      kept++
    }
  }
  return { kept, swapped: Math.min(unmatched, left.length) }
}

/** Numbers must be equal; names may differ by a mistyped letter or two. */
function isSameFact(a: string, b: string): boolean {
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  if (length < 4 || /\d/.test(a) || /\d/.test(b)) return false
  return countEdits(a, b) <= (length >= 6 ? 2 : 1)
}

/** Levenshtein distance. */
function countEdits(a: string, b: string): number {
  const row = Array.from({ length: a.length + 1 }, (_, index) => index)
  for (let j = 1; j <= b.length; j++) {
    let diagonal = row[0]!
    row[0] = j
    for (let i = 1; i <= a.length; i++) {
      const above = row[i]!
      row[i] = Math.min(above + 1, row[i - 1]! + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1))
      diagonal = above
    }
  }
  return row[a.length]!
}
