/**
 * Times builds over an earlier one, each after one post was edited, beside Eleventy alone: `npm run build`, then
 * `npx jiti bench/edits.ts [posts] [edits]`.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createCorpus } from './corpus.ts'
import { measureCommand } from './measure-command.ts'
import { writeArchivePosts } from './write-corpus.ts'

const root = path.resolve(import.meta.dirname, '..')
const eleventy = [process.execPath, path.join(root, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet']
const [posts = 10_000, edits = 5] = process.argv.slice(2).map(Number)
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-edits-'))
const [site, empty] = ['site', 'empty'].map((name) => path.join(directory, name)) as [string, string]
const config = path.relative(site, path.join(root, 'bench/sites/packaged/eleventy.config.mjs'))

try {
  const corpus = createCorpus({ posts, tags: 200, words: 350, seed: 20_240_603 })
  writeArchivePosts(corpus, path.join(site, 'posts'))
  fs.mkdirSync(empty)
  const [load = 0] = os.loadavg()
  console.log(`Node ${process.version}, ${os.cpus().length} processors, load ${load.toFixed(1)}, ${posts} posts`)
  build('first build')
  build('nothing changed')
  for (let edit = 1; edit <= edits; edit++) {
    const { slug } = corpus[Math.floor((edit * posts) / (edits + 1))]!
    fs.appendFileSync(path.join(site, 'posts', `${slug}.md`), `\nEncore un mot, le ${edit}.\n`)
    build('one post edited')
    print('Eleventy alone', measureCommand(eleventy, { cwd: empty }))
  }
} finally {
  fs.rmSync(directory, { recursive: true, force: true })
}

function build(name: string): void {
  const start = Date.now()
  const usage = measureCommand([...eleventy, '--output=../out', `--config=${config}`], { cwd: site })
  print(name, usage, `, ${countWritten(path.join(directory, 'out'), start)} files written`)
}

function print(name: string, { wallMs, cpuMs, peakMb }: ReturnType<typeof measureCommand>, rest = ''): void {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
  console.log(`${name.padEnd(18)} wall ${seconds(wallMs)}  CPU ${seconds(cpuMs)}  peak ${peakMb.toFixed(0)} MiB${rest}`)
}

function countWritten(output: string, sinceMs: number): number {
  const files = fs.readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.filter((file) => fs.statSync(path.join(file.parentPath, file.name)).mtimeMs >= sinceMs).length
}
