/**
 * Times builds of one generated archive by this project, Hugo and a plain Eleventy site, by turns:
 * `npm run bench:peers`, or `npm run bench:peers -- 1000 10000 --rounds=5`. README.md beside this file says how to read what it prints.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type CorpusPost, createCorpus } from './corpus.ts'
import { weigh } from './measure-build.ts'
import { type CommandUsage, measureCommand } from './measure-command.ts'
import { writeArchivePosts, writeHugoPosts, writeTemplatePosts } from './write-corpus.ts'

const seed = 20_240_603
/** Above this many posts plain Eleventy would take the day. */
const mostPlainPosts = 10_000
const root = path.resolve(import.meta.dirname, '..')
const sites = path.join(import.meta.dirname, 'sites')
const eleventy = [
  process.execPath,
  path.join(root, 'node_modules/@11ty/eleventy/cmd.cjs'),
  '--quiet',
  '--output=../out',
]

interface Peer {
  readonly name: string
  /** What it doesn't do that another does. */
  readonly lacks: string
  readonly write: (corpus: readonly CorpusPost[], directory: string) => void
  readonly command: (directory: string) => readonly string[]
}

const ours: Peer = {
  name: 'this project',
  lacks: 'nothing of what follows; it also compares texts, and has feeds of three formats with their history',
  write: (corpus, directory) => writeArchivePosts(corpus, path.join(directory, 'posts')),
  command: (directory) => [
    ...eleventy,
    `--config=${path.relative(directory, path.join(sites, 'packaged/eleventy.config.mjs'))}`,
  ],
}

const hugo: Peer = {
  name: 'Hugo',
  lacks:
    'versions, follow-ups, stories, similar texts (its related posts share tags), Atom, JSON Feed, history of feeds, years',
  write: (corpus, directory) => {
    fs.cpSync(path.join(sites, 'hugo'), directory, { recursive: true })
    writeHugoPosts(corpus, path.join(directory, 'content/posts'))
  },
  // From 20,000 posts on the archive's days lie in the future, which Hugo leaves out unless told.
  command: () => ['hugo', '--quiet', '--buildFuture', '--config=hugo.toml', '--destination=../out'],
}

const plain: Peer = {
  name: 'plain Eleventy',
  lacks: 'any relations, Atom, JSON Feed, history of feeds, a feed of the site, a sitemap, years',
  write: (corpus, directory) => {
    fs.cpSync(path.join(sites, 'plain'), directory, { recursive: true })
    writeTemplatePosts(corpus, path.join(directory, 'posts'))
    fs.renameSync(path.join(directory, 'posts.data.json'), path.join(directory, 'posts/posts.json'))
  },
  command: () => eleventy,
}

function main(args: readonly string[]): void {
  const numberOf = (option: string, otherwise: number): number =>
    Number(args.find((arg) => arg.startsWith(`--${option}=`))?.slice(`--${option}=`.length) ?? otherwise)
  const runs = { warmUps: numberOf('warm-ups', 1), rounds: numberOf('rounds', 5) }
  const sizes = args.filter((arg) => !arg.startsWith('--')).map(Number)
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-peers-'))
  const [load = 0] = os.loadavg()
  console.log(
    `Node ${process.version}, ${os.cpus().length} processors, load ${load.toFixed(1)}, ${runs.rounds} rounds after ${runs.warmUps} to warm up`,
  )
  for (const peer of [ours, plain, hugo]) console.log(`${peer.name} lacks ${peer.lacks}.`)
  try {
    for (const size of sizes.length > 0 ? sizes : [1_000, 10_000])
      compare(path.join(directory, String(size)), size, runs)
  } finally {
    fs.rmSync(directory, { recursive: true, force: true })
  }
}

interface Runs {
  readonly warmUps: number
  readonly rounds: number
}

function compare(directory: string, posts: number, { warmUps, rounds }: Runs): void {
  const corpus = createCorpus({ posts, tags: 200, words: 350, seed })
  const peers = posts > mostPlainPosts ? [ours, hugo] : [ours, plain, hugo]
  for (const peer of peers) peer.write(corpus, folderOf(directory, peer))
  const usages = new Map<Peer, CommandUsage[]>(peers.map((peer) => [peer, []]))
  const bare: number[] = []
  for (let round = 1 - warmUps; round <= rounds; round++) {
    for (const peer of peers) {
      const usage = build(directory, peer)
      if (round > 0) usages.get(peer)!.push(usage)
    }
    const ms = writeBare(directory)
    if (round > 0) bare.push(ms)
  }
  console.log(`\n${posts.toLocaleString('en')} posts`)
  for (const peer of peers) printPeer(directory, peer, usages)
  const ratio = medianOf(usages.get(ours)!.map(({ wallMs }, round) => wallMs / bare[round]!))
  console.log(
    `${'writing our files, no more'.padEnd(27)} wall ${formatSeconds(medianOf(bare))}  ours / this: ${ratio.toFixed(2)}`,
  )
}

/** From nothing: without the output and the caches of an earlier build. */
function build(directory: string, peer: Peer): CommandUsage {
  const cwd = folderOf(directory, peer)
  for (const name of ['out', 'site/node_modules', 'site/resources'])
    fs.rmSync(path.join(cwd, '..', name), { recursive: true, force: true })
  return measureCommand(peer.command(cwd), { cwd })
}

function writeBare(directory: string): number {
  const target = path.join(directory, 'bare')
  fs.rmSync(target, { recursive: true, force: true })
  const command = [
    process.execPath,
    path.join(import.meta.dirname, 'write-same-files.mjs'),
    outputOf(directory, ours),
    target,
  ]
  return Number(measureCommand(command, { cwd: directory }).output)
}

const folderOf = (directory: string, { name }: Peer): string => path.join(directory, name.replace(/ /g, '-'), 'site')
const outputOf = (directory: string, peer: Peer): string => path.join(folderOf(directory, peer), '../out')

function printPeer(directory: string, peer: Peer, usages: ReadonlyMap<Peer, readonly CommandUsage[]>): void {
  const its = usages.get(peer)!
  const walls = its.map(({ wallMs }) => wallMs)
  const { files, bytes } = weigh(outputOf(directory, peer))
  const cpu = formatSeconds(medianOf(its.map(({ cpuMs }) => cpuMs)))
  const peak = medianOf(its.map(({ peakMb }) => peakMb)).toFixed(0)
  const ratios = peer === ours ? '' : `  ours / this: ${compareUsages(usages.get(ours)!, its)}`
  console.log(
    `${peer.name.padEnd(27)} wall ${formatSeconds(medianOf(walls))} (${formatSeconds(Math.min(...walls))} – ${formatSeconds(Math.max(...walls))})  CPU ${cpu}  peak ${peak} MiB  ${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(0)} MB${ratios}`,
  )
}

/** Medians of what each round says: a machine is twice as fast in one minute as in another, and a round's builds follow each other. */
function compareUsages(one: readonly CommandUsage[], another: readonly CommandUsage[]): string {
  const ratiosOf = (figure: 'wallMs' | 'cpuMs' | 'peakMb') =>
    one.map((usage, round) => usage[figure] / another[round]![figure])
  const walls = ratiosOf('wallMs')
  const range = `(${Math.min(...walls).toFixed(2)} – ${Math.max(...walls).toFixed(2)})`
  return `wall ${medianOf(walls).toFixed(2)} ${range}, CPU ${medianOf(ratiosOf('cpuMs')).toFixed(2)}, peak ${medianOf(ratiosOf('peakMb')).toFixed(2)}`
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const formatSeconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

main(process.argv.slice(2))
