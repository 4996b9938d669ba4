import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'

export interface StageUsage {
  readonly stage: string
  readonly ms: number
  /** Peak resident memory of the process when the stage ended. */
  readonly peakMb: number
}

/** What one whole process used, from its start to its end. */
export interface BuildUsage {
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMb: number
  readonly stages: readonly StageUsage[]
}

const root = path.resolve(import.meta.dirname, '..')
const eleventy = path.join(root, 'node_modules/@11ty/eleventy/cmd.cjs')

/**
 * Builds a site in a process of its own.
 *
 * @param directory - Where Eleventy runs; `_site` and the usage file are made there.
 * @throws where the build fails, with the end of what it printed.
 */
export function measureBuild(
  directory: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): BuildUsage {
  const usageFile = path.join(directory, 'usage.json')
  fs.rmSync(path.join(directory, '_site'), { recursive: true, force: true })
  const start = performance.now()
  const build = spawnSync(
    process.execPath,
    ['--require', path.join(root, 'bench/report-usage.cjs'), eleventy, '--quiet', ...args],
    { cwd: directory, encoding: 'utf8', env: { ...process.env, ...env, BENCH_USAGE: usageFile }, maxBuffer: 2 ** 26 },
  )
  const wallMs = performance.now() - start
  if (build.status !== 0)
    throw new Error(`The build in ${directory} failed:\n${(build.stderr || build.stdout).slice(-2_000)}`)
  return { wallMs, ...(JSON.parse(fs.readFileSync(usageFile, 'utf8')) as Omit<BuildUsage, 'wallMs'>) }
}

/** Files and bytes below a folder. */
export function weigh(directory: string): { readonly files: number; readonly bytes: number } {
  const entries = fs.readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = entries.reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0)
  return { files: entries.length, bytes }
}
