/** What a command needs of the world; tests give their own. */
export interface Io {
  /** Results. */
  readonly stdout: (text: string) => void
  /** Messages and progress. */
  readonly stderr: (text: string) => void
  /** Paths on the command line are relative to it. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** True where a person watches standard error. */
  readonly isTerminal: boolean
  /** Milliseconds of a clock that only progress is measured by. */
  readonly now: () => number
}

/** 0: done. 1: done, but something was left out, all of it listed. 2: nothing done. */
export type ExitCode = 0 | 1 | 2
