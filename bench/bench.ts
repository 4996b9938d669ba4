/**
 * Times whole builds of generated archives: `npm run bench`, or `npm run bench -- 1000 10000 50000` for other sizes.
 * README.md beside this file says how to read what it prints.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createCorpus } from './corpus.ts'
import { type BuildUsage, measureBuild, weigh } from './measure-build.ts'
import { writeArchivePosts, writeTemplatePosts } from './write-corpus.ts'

const sizes = process.argv.slice(2).map(Number)
const seed = 20_240_603

function main(postCounts: readonly number[]): void {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-bench-'))
  console.log(`Node ${process.version}, ${os.cpus().length} processors, load ${os.loadavg()[0]!.toFixed(1)}`)
  try {
    const builds = postCounts.map((count) => ({ count, ...buildBoth(path.join(directory, String(count)), count) }))
    printGrowth(builds)
  } finally {
    fs.rmSync(directory, { recursive: true, force: true })
  }
}

/** One archive built by this plugin, then by a plain Eleventy site: side by side, so that their ratio holds on a noisy machine. */
function buildBoth(directory: string, count: number): { ours: BuildUsage; plain: BuildUsage } {
  const corpus = createCorpus({ posts: count, tags: 200, words: 350, seed })
  const oursDirectory = path.join(directory, 'tag-archive')
  const plainDirectory = path.join(directory, 'plain')
  writeArchivePosts(corpus, path.join(oursDirectory, 'posts'))
  writeTemplatePosts(corpus, path.join(plainDirectory, 'posts'))
  fs.cpSync(path.join(import.meta.dirname, 'sites/plain'), plainDirectory, { recursive: true })
  fs.renameSync(path.join(plainDirectory, 'posts.data.json'), path.join(plainDirectory, 'posts/posts.json'))

  const config = path.relative(oursDirectory, path.join(import.meta.dirname, 'sites/tag-archive/eleventy.config.mjs'))
  const buildOurs = (feeds: 'all' | 'newest' | 'none'): BuildUsage =>
    measureBuild(oursDirectory, [`--config=${config}`, `--output=../site-${feeds}`], {
      BENCH_POSTS: path.join(oursDirectory, 'posts'),
      BENCH_FEEDS: feeds,
    })
  const ours = buildOurs('all')
  printBuild(`${count} posts, this plugin`, ours, path.join(directory, 'site-all'))
  for (const { stage, ms, peakMb } of ours.stages)
    console.log(`    ${stage.padEnd(22)} ${formatSeconds(ms)}  peak so far ${formatMb(peakMb)}`)
  printBuild('    no history of feeds', buildOurs('newest'), path.join(directory, 'site-newest'))
  const withoutFeeds = buildOurs('none')
  printBuild('    no feeds', withoutFeeds, path.join(directory, 'site-none'))
  const plain = measureBuild(plainDirectory, [], {})
  printBuild(`${count} posts, plain Eleventy`, plain, path.join(plainDirectory, '_site'))
  console.log(
    `    this plugin / plain: wall ${toRatio(ours.wallMs, plain.wallMs)}, peak ${toRatio(ours.peakMb, plain.peakMb)}; without feeds: wall ${toRatio(withoutFeeds.wallMs, plain.wallMs)}, peak ${toRatio(withoutFeeds.peakMb, plain.peakMb)}`,
  )
  return { ours, plain }
}

function printBuild(name: string, usage: BuildUsage, output: string): void {
  const { files, bytes } = weigh(output)
  const size = `${files} files, ${formatMb(bytes / 2 ** 20)}`
  console.log(
    `${name.padEnd(30)} wall ${formatSeconds(usage.wallMs)}  CPU ${formatSeconds(usage.cpuMs)}  peak ${formatMb(usage.peakMb)}  ${size}`,
  )
}

function printGrowth(builds: readonly { readonly count: number; readonly ours: BuildUsage }[]): void {
  for (const [index, build] of builds.entries()) {
    const previous = builds[index - 1]
    if (!previous) continue
    const growth = build.ours.wallMs / previous.ours.wallMs
    console.log(
      `${previous.count} → ${build.count} posts: ${(build.count / previous.count).toFixed(1)} times the posts, ${growth.toFixed(1)} times the time`,
    )
  }
}

const toRatio = (a: number, b: number): string => (a / b).toFixed(2)
const formatSeconds = (ms: number): string => `${(ms / 1000).toFixed(2).padStart(7)} s`
const formatMb = (megabytes: number): string => `${megabytes.toFixed(0).padStart(4)} MiB`

main(sizes.length > 0 ? sizes : [1_000, 10_000])
