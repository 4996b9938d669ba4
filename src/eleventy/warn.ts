import { type Problem, withoutControls } from '../errors.ts'

/** Tells what a build goes on with all the same. */
export function warn(problems: readonly Problem[]): void {
  for (const problem of problems) console.warn(formatProblem(problem))
}

const formatProblem = ({ code, message, remedy }: Problem): string =>
  withoutControls(`[tag-archive] ${message} ${remedy} (${code})`)
