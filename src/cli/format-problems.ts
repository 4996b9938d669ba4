import { type Problem, withoutControls } from '../errors.ts'
import type { ExitCode } from './io.ts'

/**
 * Problems for a person: the losses first, each with what to do about it.
 *
 * @param lossHeading - What losses are where these were found.
 */
export function formatProblems(problems: readonly Problem[], lossHeading = 'Left out'): string {
  const losses = problems.filter(({ severity }) => severity === 'loss')
  const doubts = problems.filter(({ severity }) => severity === 'doubt')
  return [formatGroup(lossHeading, losses), formatGroup('To look at', doubts)].join('')
}

/** Problems as the JSON documents hold them. */
export const toProblemsJson = (problems: readonly Problem[]): readonly unknown[] =>
  problems.map(({ code, message, remedy, source }) => ({ code, message, remedy, source: source ?? null }))

export const toExitCode = (problems: readonly Problem[]): ExitCode =>
  problems.some(({ severity }) => severity === 'loss') ? 1 : 0

/** What a person reads through; a page without any mark may have a doubt for each of its cuts. */
const mostTold = 50

function formatGroup(heading: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return ''
  const told = problems.slice(0, mostTold).map(formatProblem)
  const rest = problems.length - told.length
  return `${heading} (${problems.length}):\n${told.join('')}${rest === 0 ? '' : `  … and ${rest} more; --json lists them all.\n`}`
}

const formatProblem = ({ message, remedy, source }: Problem): string => {
  const lines = source?.lines
  const place = lines === undefined ? '' : `${source?.file}, lines ${lines.first}–${lines.last}: `
  const told = `  ${message.startsWith(source?.file ?? '\0') ? '' : place}${withoutControls(message)}\n`
  return `${told}    ${withoutControls(remedy)}\n`
}
