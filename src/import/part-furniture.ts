import { foldPhrase } from './fold-text.ts'
import type { LineRole } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'

/** Furniture before a title or at a page's end. Of lines from `split` to `end`, not included, the title below tells. */
interface Run {
  readonly start: number
  split: number
  readonly end: number
}

/** Runs before the first post of a page, between two posts, and after the last one. */
interface Runs {
  readonly first: readonly Run[]
  readonly between: readonly Run[]
  readonly last: readonly Run[]
}

/**
 * Parts footers from lines above titles once more, by the edges of the page: with one line too many or too few, each post would get the
 * date or the tags of its neighbour.
 *
 * Between two posts nothing tells where a footer ends. But the first post has only what stands above, and the last one only a footer.
 *
 * @returns The roles, and whether a line stands above titles; `undefined` where the edges say nothing else than the roles do.
 */
export function partFurniture(
  lines: readonly PageLine[],
  roles: readonly LineRole[],
): { readonly roles: readonly LineRole[]; readonly hasLineAbove: boolean } | undefined {
  const runs = listRuns(roles)
  const hasChanged = joinFooters(lines, runs) || raiseLines(lines, runs) || lowerLines(lines, runs)
  if (!hasChanged) return undefined
  const parted = [...roles]
  for (const { start, split, end } of runs.between) parted.fill('foot', start, split).fill('above', split, end)
  for (const { start, split, end } of runs.first) parted.fill('top', start, split).fill('above', split, end)
  return { roles: parted, hasLineAbove: runs.between.some(({ split, end }) => split < end) }
}

/** Where the first post has no such line, and the last footer ends as if it had one more, all of them are footers. */
function joinFooters(lines: readonly PageLine[], { first, between, last }: Runs): boolean {
  const cut = between.filter(({ start, split, end }) => start < split && split < end)
  if (cut.length === 0 || last.length === 0) return false
  const kinds = new Set(cut.map(({ end }) => lines[end - 1]!.kind))
  const shortest = cut.reduce((least, { start, end }) => Math.min(least, end - start), Number.POSITIVE_INFINITY)
  const isLikeOthers = ({ start, end }: Run) => end - start >= shortest && kinds.has(lines[end - 1]!.kind)
  const hasLineAbove = ({ split, end }: Run) =>
    lines.slice(split, end).some(({ kind, heading }) => heading === undefined && kinds.has(kind))
  if (first.some(hasLineAbove) || !last.every(isLikeOthers)) return false
  for (const run of [...first, ...cut]) run.split = run.end
  return true
}

/** Where all footers but the last one end in a line such as stands before the first post, too, it is above titles. */
function raiseLines(lines: readonly PageLine[], { first, between, last }: Runs): boolean {
  const runs = [...first, ...between]
  let hasRaised = false
  for (;;) {
    const wording = first[0] && wordingBefore(lines, first[0])
    const isAbove =
      wording !== undefined &&
      runs.every((run) => wordingBefore(lines, run) === wording || hasAbove(lines, run, wording)) &&
      between.length > 0 &&
      !last.some((run) => wordingBefore(lines, run) === wording)
    if (!isAbove) return hasRaised
    for (const run of runs) if (wordingBefore(lines, run) === wording) run.split--
    hasRaised = true
  }
}

/** Where the last footer ends in a line such as stands above some titles, and not above the first one, it is a footer's. */
function lowerLines(lines: readonly PageLine[], { first, between, last }: Runs): boolean {
  const wording = last[0] && wordingBefore(lines, last[0])
  if (wording === undefined || first.some((run) => hasAbove(lines, run, wording))) return false
  if (!last.every((run) => wordingBefore(lines, run) === wording)) return false
  const cut = between.filter(
    ({ start, split, end }) => start < split && split < end && toWording(lines[split]!) === wording,
  )
  for (const run of cut) run.split++
  return cut.length > 0
}

/** Of the last line of a footer, or over what stands above the first title. */
const wordingBefore = (lines: readonly PageLine[], { start, split }: Run): string | undefined =>
  start < split ? toWording(lines[split - 1]!) : undefined

const hasAbove = (lines: readonly PageLine[], { split, end }: Run, wording: string): boolean =>
  lines.slice(split, end).some((line) => toWording(line) === wording)

/** What a theme writes at every post, wherever it files that; of a date, that it is one. None of what tells of no post. */
function toWording({ kind, text, heading }: PageLine): string | undefined {
  if (kind === 'date') return kind
  return kind === 'filed' && heading === undefined ? /[a-z]+/.exec(foldPhrase(text))?.[0] : undefined
}

function listRuns(roles: readonly LineRole[]): Runs {
  const [first, between, last]: [Run[], Run[], Run[]] = [[], [], []]
  let start = 0
  let split: number | undefined
  let isAfterPost = false
  const endPage = (at: number) => {
    if (isAfterPost) last.push({ start, split: at, end: at })
    isAfterPost = false
    start = at
    split = undefined
  }
  for (const [at, role] of roles.entries()) {
    if (role === 'end' || (role === 'top' && isAfterPost)) endPage(at)
    if (role === 'above') split ??= at
    if (role === 'title') {
      const runs = isAfterPost ? between : first
      runs.push({ start, split: split ?? at, end: at })
      isAfterPost = true
    }
    // A text may begin in the middle of a post.
    if (role === 'body') isAfterPost = true
    if (role !== 'top' && role !== 'foot' && role !== 'above') {
      start = at + 1
      split = undefined
    }
  }
  endPage(roles.length)
  return { first, between, last }
}
