/**
 * Times from the save of a post to its page on the disk, to the message that lets browsers reload, and to the end of what else the
 * save changes, with the memory that it took: `npm run build`, then `npx jiti bench/serve.ts [posts] [edits]`. Ends by itself after
 * five minutes.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { createCorpus } from './corpus.ts'
import { writeArchivePosts } from './write-corpus.ts'

const port = 8099
const root = path.resolve(import.meta.dirname, '..')
const [posts = 10_000, edits = 5] = process.argv.slice(2).map(Number)
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-serve-'))
const corpus = createCorpus({ posts, tags: 200, words: 350, seed: 20_240_603 })
writeArchivePosts(corpus, path.join(directory, 'posts'))
let wholeBuilds = 0
const server = startServer()
const end = () => {
  server.kill()
  fs.rmSync(directory, { recursive: true, force: true })
}
const limit = setTimeout(() => {
  end()
  throw new Error('Not done after five minutes.')
}, 300_000)
try {
  const { slug } = corpus[posts >> 1]!
  const page = path.join(directory, '_site/articles', slug, 'index.html')
  while (!(await isAnswered())) await pause(200)
  const reloads = await listenForReloads()
  let peakMib = 0
  for (let edit = 1; edit <= edits; edit++) {
    await pause(3_000)
    const before = fs.statSync(page).mtimeMs
    const known = wholeBuilds
    const count = reloads.length
    const start = performance.now()
    const since = (end: number) => `${(end - start).toFixed(0)} ms`
    fs.appendFileSync(path.join(directory, 'posts', `${slug}.md`), `\nEncore un mot, le ${edit}.\n`)
    while (fs.statSync(page).mtimeMs === before) await pause(5)
    const written = performance.now()
    while (reloads.length === count) await pause(5)
    while (wholeBuilds === known) await pause(5)
    const done = performance.now()
    peakMib = readPeakMib() ?? peakMib
    console.log(
      `${posts} posts: page after ${since(written)}, reload after ${since(reloads[count]!)}, the rest after ${since(done)}; at most ${peakMib} MiB so far`,
    )
  }
} finally {
  clearTimeout(limit)
  end()
}
process.exit()

function startServer(): ChildProcess {
  const config = path.relative(directory, path.join(root, 'bench/sites/packaged/eleventy.config.mjs'))
  const command = [path.join(root, 'node_modules/@11ty/eleventy/cmd.cjs'), '--serve', '--quiet', `--port=${port}`]
  const started = spawn(process.execPath, [...command, `--config=${config}`], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.stdout.on('data', (bytes: Buffer) => {
    if (/tag-archive wrote \d+ files/.test(bytes.toString('utf8'))) wholeBuilds++
  })
  return started
}

/** Of the server's process, where the system tells it. */
function readPeakMib(): number | undefined {
  try {
    const kib = /VmHWM:\s*(\d+)/.exec(fs.readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
    return kib === undefined ? undefined : Math.round(Number(kib) / 1024)
  } catch {
    return undefined
  }
}

function isAnswered(): Promise<boolean> {
  return new Promise((resolve) => {
    http
      .get({ port, path: '/404.html' }, (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      })
      .on('error', () => resolve(false))
  })
}

/** Times of the dev server's messages: texts in unmasked frames, so they can be read as they come. */
function listenForReloads(): Promise<readonly number[]> {
  const times: number[] = []
  const headers = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.alloc(16, 1).toString('base64'),
  }
  return new Promise((resolve, reject) => {
    http
      .get({ port, path: '/', headers })
      .on('error', reject)
      .on('upgrade', (_response, socket) => {
        socket.on('data', (bytes: Buffer) => {
          if (/eleventy\.(?:reload|reload-css)/.test(bytes.toString('latin1'))) times.push(performance.now())
        })
        resolve(times)
      })
  })
}
