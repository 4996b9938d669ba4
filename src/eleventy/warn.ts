import type { Problem } from '../errors.ts'

/** Tells what a build goes on with all the same. */
export function warn(problems: readonly Problem[]): void {
  for (const problem of problems) console.warn(formatProblem(problem))
}

/** What is quoted from a text may hold control characters, and a terminal obeys them. */
const formatProblem = ({ code, message, remedy }: Problem): string =>
  `[tag-archive] ${message} ${remedy} (${code})`.replace(/\p{Cc}+/gu, ' ')
