/**
 * Times the relations of generated archives: `node bench/relations.js 1000 10000`, compiled, or through jiti (slower by half). Each
 * run is a process of its own, as builds are: fresh; fresh, with a file of what was found out; and with that file after one post got
 * a sentence more. Reading and writing the file count.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseDay } from '../src/calendar/day.ts'
import { AnalysisFile } from '../src/eleventy/analysis-file.ts'
import { cacheFolder } from '../src/eleventy/build-cache.ts'
import type { Post } from '../src/posts/post.ts'
import { toPostIdOfFile } from '../src/posts/post-id.ts'
import { parseSlug } from '../src/posts/slug.ts'
import { findRelations } from '../src/relations/find-relations.ts'
import type { RelationGraph } from '../src/relations/relation-graph.ts'
import { createCorpus } from './corpus.ts'

const runs = ['fresh', 'stored', 'oneChanged', 'oneAdded'] as const
type Run = (typeof runs)[number]

interface Usage {
  readonly seconds: number
  /** Processor time of all threads, for machines that are busy with other things. */
  readonly cpuSeconds: number
  readonly peakMb: number
  readonly found: string
}

function compareRuns(size: number): void {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'relations-bench-'))
  const usages = runs.map((run) => [run, measureInProcess(run, size, directory)] as const)
  const fresh = usages[0]![1]
  const file = path.join(directory, 'stored', cacheFolder, 'relations.bin')
  console.log(`${size} posts: ${fresh.found}; file ${Math.round(fs.statSync(file).size / 2 ** 20)} MB`)
  for (const [run, { seconds, cpuSeconds, peakMb }] of usages) {
    const ratio = `of fresh ${(seconds / fresh.seconds).toFixed(2)}, CPU ${(cpuSeconds / fresh.cpuSeconds).toFixed(2)}`
    console.log(
      `  ${run}: ${seconds.toFixed(2)} s (CPU ${cpuSeconds.toFixed(2)} s) · ${ratio} · peak memory ${peakMb} MB`,
    )
  }
  fs.rmSync(directory, { recursive: true, force: true })
}

/** @param directory - Of all runs; each has a folder of its own. */
function measureInProcess(run: Run, size: number, directory: string): Usage {
  const folder = path.join(directory, run)
  if (run === 'oneChanged' || run === 'oneAdded') fs.cpSync(path.join(directory, 'stored'), folder, { recursive: true })
  const jiti = path.join(import.meta.dirname, '../node_modules/jiti/lib/jiti-cli.mjs')
  const script = import.meta.filename.endsWith('.ts') ? [jiti, import.meta.filename] : [import.meta.filename]
  const child = spawnSync(process.execPath, [...script, run, String(size), folder], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  const usage: Usage = JSON.parse(child.stdout)
  return usage
}

function measure(run: Run, size: number, folder: string): Usage {
  const posts = edit(createPosts(size), run)
  const [start, used] = [performance.now(), process.cpuUsage()]
  const graph = run === 'fresh' ? findRelations(posts) : relateWithFile(posts, folder)
  const [ms, { user, system }] = [performance.now() - start, process.cpuUsage(used)]
  return {
    seconds: ms / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    found: count(graph),
  }
}

function relateWithFile(posts: readonly Post[], folder: string): RelationGraph {
  const analyses = new AnalysisFile(folder)
  const graph = findRelations(posts, {}, analyses.read())
  analyses.write()
  return graph
}

function edit(posts: readonly Post[], run: Run): readonly Post[] {
  const middle = posts[posts.length >> 1]!
  switch (run) {
    case 'oneChanged':
      return posts.map((post) => (post === middle ? { ...post, body: `${post.body}\n\nOne more sentence.` } : post))
    case 'oneAdded':
      return [...posts, { ...createPosts(20, 2)[10]!, id: toPostIdOfFile('added'), slug: parseSlug('added', 'slug') }]
    default:
      return posts
  }
}

function createPosts(size: number, seed = 1): readonly Post[] {
  return createCorpus({ posts: size, tags: 200, words: 350, seed }).map((post) => ({
    id: toPostIdOfFile(post.slug),
    slug: parseSlug(post.slug, 'slug'),
    title: post.title,
    date: { kind: 'stated', day: parseDay(post.date)! },
    tags: post.tags,
    lang: 'fr',
    body: post.paragraphs.join('\n\n'),
    isDraft: false,
    isTruncated: false,
    relations: { notRelatedTo: [] },
  }))
}

const count = ({ relations, threads }: RelationGraph): string =>
  (['duplicate', 'followUp', 'similar'] as const)
    .map((kind) => `${relations.filter((relation) => relation.kind === kind).length} ${kind}`)
    .concat(`${threads.length} threads`)
    .join(', ')

const [first, size, folder] = process.argv.slice(2)
const run = runs.find((name) => name === first)
if (run !== undefined) console.log(JSON.stringify(measure(run, Number(size), folder!)))
else for (const each of first === undefined ? [1_000, 10_000] : process.argv.slice(2).map(Number)) compareRuns(each)
