import type { LineRole } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'

/** The furniture between two titles' bodies: what stands under one body and above the next title. */
interface Run {
  readonly foot: readonly PageLine[]
  readonly above: readonly PageLine[]
}

/**
 * Whether what a reading takes for lines above titles are the last ones of the footers before them: then each post would get the date or
 * the tags of the post before.
 *
 * Between two posts nothing tells the two apart. At the edges of a page something does: its first post has no such line, and the
 * footer of its last one ends as if it had one more.
 */
export function areFootersCutInTwo(lines: readonly PageLine[], roles: readonly LineRole[]): boolean {
  const { first, between, last } = listRuns(lines, roles)
  const cut = between.filter(({ foot, above }) => foot.length > 0 && above.length > 0)
  if (cut.length === 0 || last.length === 0) return false
  const kinds = new Set(cut.map(({ above }) => above.at(-1)!.kind))
  const shortest = Math.min(...cut.map(({ foot, above }) => foot.length + above.length))
  return (
    first.every(({ above }) => !above.some(({ kind, heading }) => heading === undefined && kinds.has(kind))) &&
    last.every(({ foot }) => foot.length >= shortest && kinds.has(foot.at(-1)!.kind))
  )
}

/** With the footers whole. */
export function joinFooters(roles: readonly LineRole[]): readonly LineRole[] {
  const joined: LineRole[] = []
  for (const role of roles) joined.push(role === 'above' && joined.at(-1) === 'foot' ? 'foot' : role)
  return joined
}

/** Before the first post of a page, between posts, and after the last one. */
function listRuns(lines: readonly PageLine[], roles: readonly LineRole[]) {
  const [first, between, last]: Run[][] = [[], [], []]
  let foot: PageLine[] = []
  let above: PageLine[] = []
  let isAfterPost = false
  const endPage = () => {
    if (isAfterPost) last!.push({ foot, above })
    ;[foot, above, isAfterPost] = [[], [], false]
  }
  for (const [at, line] of lines.entries()) {
    const role = roles[at]
    if (role === 'top' || role === 'end') endPage()
    else if (role === 'foot') foot.push(line)
    else if (role === 'above') above.push(line)
    else if (role === 'title') {
      const runs = isAfterPost ? between : first
      runs!.push({ foot, above })
      ;[foot, above, isAfterPost] = [[], [], true]
    } else foot = []
  }
  endPage()
  return { first: first!, between: between!, last: last! }
}
