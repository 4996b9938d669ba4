import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** What one whole process used, and what it started. */
export interface CommandUsage {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMb: number
  readonly output: string
}

/**
 * Runs a program under `time`, which measures any program in the same way.
 *
 * @throws where it fails, with the end of what it printed.
 */
export function measureCommand(
  command: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): CommandUsage {
  const start = performance.now()
  const run = spawnSync('/usr/bin/time', ['--format=%U %S %M', ...command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
  })
  const wallMs = performance.now() - start
  if (run.error) throw new Error('The Debian package "time" is needed.', { cause: run.error })
  if (run.status !== 0) throw new Error(`${command.join(' ')} failed:\n${(run.stderr || run.stdout).slice(-2_000)}`)
  const [user = 0, system = 0, kilobytes = 0] = run.stderr.trim().split('\n').at(-1)!.split(' ').map(Number)
  return { wallMs, cpuMs: (user + system) * 1000, peakMb: kilobytes / 1024, output: run.stdout }
}
