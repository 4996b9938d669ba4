import { main } from '../../src/cli/main.ts'

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The command line in this process, with its output caught. */
export async function run(cwd: string, ...argv: readonly string[]): Promise<Run> {
  return runWith({}, cwd, ...argv)
}

export async function runWith(
  world: { readonly isTerminal?: boolean; readonly now?: () => number; readonly env?: Record<string, string> },
  cwd: string,
  ...argv: readonly string[]
): Promise<Run> {
  const output = { stdout: '', stderr: '' }
  const code = await main(argv, {
    stdout: (text) => {
      output.stdout += text
    },
    stderr: (text) => {
      output.stderr += text
    },
    cwd,
    env: world.env ?? {},
    isTerminal: world.isTerminal ?? false,
    now: world.now ?? (() => 0),
  })
  return { code, ...output }
}
