import type { Problem } from '../../errors.ts'
import { type Html, html } from '../../markup/html.ts'
import { formatDetails, formatTable } from './page-parts.ts'

/** Problems by their code, in the order in which each was first met. */
export function formatProblemGroups(problems: readonly Problem[]): Html {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const group = groups.get(problem.code)
    if (group === undefined) groups.set(problem.code, [problem])
    else group.push(problem)
  }
  return html`${Array.from(groups, ([code, group]) => formatGroup(code, group))}`
}

function formatGroup(code: string, problems: readonly Problem[]): Html {
  const name = toWords(code)
  const table = formatTable({
    caption: name,
    columns: ['File', 'Lines', 'What happened', 'What to do'],
    rows: problems.map(({ source, message, remedy }) => [source?.file, formatLines(source?.lines), message, remedy]),
  })
  return formatDetails(name, problems.length, table)
}

/** `PAGE_LEFT_OUT` as `Page left out`: codes are words, and new ones need no entry here. */
const toWords = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ')

const formatLines = (lines: { readonly first: number; readonly last: number } | undefined): string =>
  lines === undefined ? '' : lines.first === lines.last ? `${lines.first}` : `${lines.first}–${lines.last}`
