/**
 * Times the import of a large export of WordPress: `npx jiti bench/import.ts`, or `npx jiti bench/import.ts 1024 10000` for other
 * megabytes and posts. README.md beside this file says how to read what it prints.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { createCorpus } from './corpus.ts'
import type { BuildUsage } from './measure-build.ts'
import { weigh } from './measure-build.ts'
import { writeWxr } from './write-wxr.ts'

const root = path.resolve(import.meta.dirname, '..')

function main(megabytes: number, posts: number): void {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-bench-'))
  try {
    const file = path.join(directory, 'export.xml')
    writeWxr(file, createCorpus({ posts, tags: 200, words: 350, seed: 20_240_603 }), megabytes)
    console.log(`${posts} posts in ${formatMb(fs.statSync(file).size / 1e6)}`)
    for (const name of ['first import', 'the same again']) printUsage(name, measureImport(directory, file))
    const { bytes } = weigh(path.join(directory, 'posts'))
    console.log(`    written: ${formatMb(bytes / 1e6)}`)
  } finally {
    fs.rmSync(directory, { recursive: true, force: true })
  }
}

/** The published program, in a process of its own: a clone's loads its source through jiti, which takes memory too. */
function measureImport(directory: string, file: string): Pick<BuildUsage, 'wallMs' | 'cpuMs' | 'peakMb'> {
  const usageFile = path.join(directory, 'usage.json')
  const program = path.join(root, 'dist/cli.js')
  if (!fs.existsSync(program)) throw new Error('Build the program first: npm run build')
  const script = `import(${JSON.stringify(program)}).then(({ main }) => main(['import', ${JSON.stringify(file)}], { stdout() {}, stderr() {}, cwd: process.cwd(), env: {}, isTerminal: false, now: () => 0 }))`
  const start = performance.now()
  const run = spawnSync(process.execPath, ['--require', path.join(root, 'bench/report-usage.cjs'), '--eval', script], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, BENCH_USAGE: usageFile },
  })
  if (run.status !== 0) throw new Error(`The import failed:\n${run.stderr.slice(-2_000)}`)
  const usage = JSON.parse(fs.readFileSync(usageFile, 'utf8')) as Omit<BuildUsage, 'wallMs'>
  return { ...usage, wallMs: performance.now() - start }
}

const printUsage = (name: string, { wallMs, cpuMs, peakMb }: ReturnType<typeof measureImport>): void =>
  console.log(
    `    ${name.padEnd(16)} wall ${(wallMs / 1e3).toFixed(1)} s  CPU ${(cpuMs / 1e3).toFixed(1)} s  peak ${formatMb(peakMb)}`,
  )

const formatMb = (megabytes: number): string => `${megabytes.toFixed(0)} MB`

const [megabytes = '1024', posts = '10000'] = process.argv.slice(2)
main(Number(megabytes), Number(posts))
