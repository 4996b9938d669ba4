import type { Io } from './io.ts'

/** Tells a person what takes long. */
export interface Progress {
  /** A stage begins. */
  readonly stage: (name: string) => void
  /** All is done; the line disappears. */
  readonly end: () => void
}

/**
 * One line on a terminal that names the stage, from a second of work on; in a pipe, nothing.
 */
export function startProgress({ isTerminal, now, stderr }: Io): Progress {
  if (!isTerminal) return { stage: () => {}, end: () => {} }
  const start = now()
  let isShown = false
  return {
    stage: (name) => {
      if (now() - start < 1000) return
      stderr(`\r\u001B[K${name}…`)
      isShown = true
    },
    end: () => {
      if (isShown) stderr('\r\u001B[K')
    },
  }
}
