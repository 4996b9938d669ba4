import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { TagArchiveError } from '../errors.ts'
import type { ResolvedOptions } from '../options.ts'
import type { Watched } from '../pages/memoize-by-post.ts'
import { type TextPlaces, TextsAhead } from '../pages/texts-ahead.ts'
import type { SiteAddress, UrlPath } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import { type PackedPosts, packPosts } from '../posts/post-text.ts'
import type { PackedAnalyses } from '../relations/packed-analyses.ts'
import { toShortHash } from '../short-hash.ts'
import { analyseFromEnd, type SharedBatch } from './analysis-share.ts'
import { type Claims, createClaims, tryToClaim } from './claims.ts'
import { readCodeVersion } from './code-version.ts'
import type { FileState } from './file-writer.ts'
import type { LookOrder } from './look-ahead.ts'
import type { KnownIndex } from './post-index-file.ts'

/** What the thread is started with. */
export interface SecondThreadInput extends SecondThreadSettings {
  /** Of the texts that are rendered ahead. */
  readonly memory: SharedArrayBuffer
  /** Of the code. */
  readonly version: string
}

export interface SecondThreadSettings {
  readonly options: ResolvedOptions
  readonly address: SiteAddress
}

/** What an earlier build knew of its posts, see `PostIndex`: most are what they were, and need not be sent one by one. */
export interface KnownOrder {
  readonly known: Uint8Array
}

/** Some posts, as soon as they are read: their texts are analysed while others are. */
export interface PostsOrder {
  /** Their places among those that are known; -1 for the next one of the others. */
  readonly read: readonly number[]
  readonly others: PackedPosts
  /** One, of their analysis. */
  readonly claims: Claims
}

/** What the main thread found out about texts that it has claimed. */
export interface AnalysesOrder {
  /** Which of the earlier orders has their posts, 0 for the first. */
  readonly batch: number
  readonly analyses: PackedAnalyses
}

/** To compare posts. */
export interface RelateOrder {
  /** Published ones, by their place among those that were sent. */
  readonly places: readonly number[]
  /** Hash of what relations are taken to be: if they are, nothing more need be said. */
  readonly guess: string | undefined
}

/** The answer. The graph is one that pages show, as JSON. */
export type RelateAnswer =
  | { readonly graph: string | undefined }
  | { readonly error: Pick<TagArchiveError, 'code' | 'problem' | 'remedy'> }

/** The last order; without it there is nothing more to do. */
export interface FeedsOrder {
  /** Of the outputs. */
  readonly directory: string
  /** Documents that are to be written. */
  readonly paths: readonly UrlPath[]
  /** Of their sources, in the same order. */
  readonly claims: Claims
  readonly textsAhead: TextPlaces
}

export interface FeedsAnswer {
  /** What was written, by name below the folder. */
  readonly written: ReadonlyMap<string, FileState>
  /** Of those that it could claim. */
  readonly sources: ReadonlyMap<UrlPath, Watched<string>>
}

/**
 * Compares the texts, while the main thread gets ready what doesn't depend on that; then makes and writes feeds while that one makes and
 * writes pages: feeds are half of a large site.
 */
export class SecondThread {
  /** Of posts whose texts were rendered while it compared: it takes over those that there are when it writes feeds. */
  readonly textsAhead: TextsAhead = new TextsAhead(createMemory())
  /** Sources of the feeds that it has written, as far as it could claim them. */
  readonly feedSources: Map<UrlPath, Watched<string>> = new Map()
  #sourceClaims: Claims = createClaims(0)
  readonly #hasRelations: boolean
  readonly #worker: Worker
  readonly #places = new Map<Post, number>()
  #known: ReadonlyMap<Post, number> = new Map()
  #batch: Post[] = []
  readonly #sent: SharedBatch[] = []
  readonly #ended: Promise<void>

  /** Begins to load what it needs. */
  constructor({ options, address }: SecondThreadSettings) {
    this.#hasRelations = options.relations !== false
    // Templates are functions, which no other thread can have, and feeds need none.
    const { memory } = this.textsAhead
    const version = readCodeVersion('.')
    const data: SecondThreadInput = { options: { ...options, templates: {} }, address, memory, version }
    this.#worker = new Worker(threadCode, {
      eval: true,
      workerData: { module: workModule, ...data },
      resourceLimits: { maxYoungGenerationSizeMb },
    })
    this.#ended = new Promise((resolve, reject) => {
      this.#worker.on('error', reject)
      this.#worker.on('exit', () => resolve())
    })
    this.#ended.catch(() => undefined)
    // A build that fails meanwhile ends without it.
    this.#worker.unref()
  }

  know({ json, posts }: KnownIndex): void {
    this.#known = new Map(posts.map((post, at) => [post, at]))
    const order: KnownOrder = { known: json }
    this.#worker.postMessage(order, [json.buffer])
  }

  look(order: LookOrder): void {
    this.#worker.postMessage(order)
  }

  /** Sends a post that was read. */
  take(post: Post): void {
    this.#places.set(post, this.#places.size)
    this.#batch.push(post)
    if (this.#batch.length === batchSize) this.#sendBatch()
  }

  /**
   * @param posts - Published ones.
   * @param guess - What pages most likely show of relations, as JSON.
   * @returns What they show: the guess, where it was right.
   * @throws as `findRelations` does.
   */
  async relate(posts: readonly Post[], guess?: string): Promise<string> {
    // Those that have changed since they were read.
    for (const post of posts) if (!this.#places.has(post)) this.take(post)
    this.#sendBatch()
    const places = posts.map((post) => this.#places.get(post)!)
    this.#places.clear()
    this.#known = new Map()
    // Where relations are guessed, most analyses are known too.
    if (guess === undefined && this.#hasRelations) this.#analyseShare()
    this.#sent.length = 0
    const order: RelateOrder = { places, guess: guess && toShortHash(guess) }
    const answer = await this.#ask<RelateAnswer>(order)
    this.#worker.unref()
    if ('error' in answer) throw new TagArchiveError(answer.error.code, answer.error)
    return answer.graph ?? guess!
  }

  /**
   * Writes feeds, then makes their sources from the last one backwards, until it meets one that was claimed.
   *
   * @throws what one of the feeds could not be made or written for.
   */
  async writeFeeds(order: Pick<FeedsOrder, 'directory' | 'paths'>): Promise<FeedsAnswer['written']> {
    this.#sourceClaims = createClaims(order.paths.length)
    const { written, sources } = await this.#ask<FeedsAnswer>({
      ...order,
      claims: this.#sourceClaims,
      textsAhead: this.textsAhead.places,
    })
    for (const [path, source] of sources) this.feedSources.set(path, source)
    await this.#ended
    return written
  }

  /** @param at - Place of a feed among those that it writes. @returns Whether its source is left to the caller. */
  claimSource(at: number): boolean {
    return tryToClaim(this.#sourceClaims, at)
  }

  /** Waits until it has kept what it found out for the next build. */
  async end(): Promise<void> {
    this.#worker.ref()
    this.#worker.postMessage(undefined)
    await this.#ended
  }

  #sendBatch(): void {
    const posts = this.#batch
    const read = posts.map((post) => this.#known.get(post) ?? -1)
    const claims = createClaims(1)
    const order: PostsOrder = { read, others: packPosts(posts.filter((_, at) => read[at] === -1)), claims }
    this.#worker.postMessage(order)
    this.#sent.push({ posts, claims })
    this.#batch = []
  }

  #analyseShare(): void {
    analyseFromEnd(this.#sent, (batch, analyses) => {
      const order: AnalysesOrder = { batch, analyses }
      this.#worker.postMessage(
        order,
        Object.values(analyses).map(({ buffer }) => buffer),
      )
    })
  }

  async #ask<Answer>(order: RelateOrder | FeedsOrder): Promise<Answer> {
    this.#worker.ref()
    const answered = new Promise<Answer>((resolve) => this.#worker.once('message', resolve))
    this.#worker.postMessage(order)
    const ended = this.#ended.then(() => Promise.reject(new Error('The second thread ended before it answered.')))
    return Promise.race([answered, ended])
  }

  /** Stops it wherever it is. */
  async giveUp(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** What Node 20 and 22 allow by themselves. Node 24 allows four times as much: 120 MiB at 10,000 posts, for which nothing is faster. */
const maxYoungGenerationSizeMb = 48

/** As much as 100,000 posts of 350 words take; no more, whatever the size of the archive. What is not filled stays with the system. */
const mostBytesAhead = 256 << 20

/** Where there is no room for it, nothing is rendered ahead. */
function createMemory(): SharedArrayBuffer {
  try {
    return new SharedArrayBuffer(mostBytesAhead)
  } catch {
    return new SharedArrayBuffer(0)
  }
}

/** Posts that are sent together. */
const batchSize = 200

/** Whether a thread makes up for being started. */
export const isWorthSecondThread = (postsDirectory: string, { feeds, relations }: ResolvedOptions): boolean =>
  (feeds !== false || relations !== false) && countFiles(postsDirectory) >= leastPosts && canStart()

/** At 1,000 and 2,500 posts it takes more time, at 10,000 a third less. */
const leastPosts = 5_000

/** Fewer are written sooner than the thread gets ready for it. */
export const fewestFeeds: number = 500

function countFiles(directory: string): number {
  try {
    return readdirSync(directory).length
  } catch {
    return 0
  }
}

const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'))
const workModule = new URL(`second-thread-work${ending}`, import.meta.url).href

/** From TypeScript, a thread needs what loads the site's configuration. */
function canStart(): boolean {
  try {
    return ending !== '.ts' || createRequire(import.meta.url).resolve('jiti') !== ''
  } catch {
    return false
  }
}

/** A text, and JavaScript, because Node 20 starts no thread from TypeScript. */
const threadCode = `
const { createRequire } = require('node:module')
const { module } = require('node:worker_threads').workerData
if (module.endsWith('.ts')) createRequire(module)('jiti').createJiti(module).import(module)
else import(module)
`
