import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { TagArchiveError } from '../errors.ts'
import type { ResolvedOptions } from '../options.ts'
import type { SiteAddress, UrlPath } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import { toShortHash } from '../short-hash.ts'

/** What the thread is started with. */
export interface SecondThreadInput {
  readonly options: ResolvedOptions
  readonly address: SiteAddress
}

/** The first thing that it is asked. */
export interface RelateOrder {
  /** Published ones. */
  readonly posts: readonly Post[]
  /** Hash of what relations are taken to be: if they are, nothing more need be said. */
  readonly guess: string | undefined
}

/** Its answer. The graph is one that pages show, as JSON. */
export type RelateAnswer =
  | { readonly graph: string | undefined }
  | { readonly error: Pick<TagArchiveError, 'code' | 'problem' | 'remedy'> }

/** The last thing; without it there is nothing more to do. */
export interface FeedsOrder {
  /** Of the outputs. */
  readonly directory: string
  /** Documents that are to be written. */
  readonly paths: ReadonlySet<UrlPath>
}

/**
 * Compares the texts, while the main thread gets ready what doesn't depend on that; then makes and writes feeds while that one makes and
 * writes pages: feeds are half of a large site. What comparing takes of memory is the feeds' afterwards.
 */
export class SecondThread {
  readonly #worker: Worker
  readonly #related: Promise<RelateAnswer>
  readonly #ended: Promise<void>

  /** Begins to load what it needs. */
  constructor({ options, address }: SecondThreadInput) {
    // Templates are functions, which no other thread can have, and feeds need none.
    const data: SecondThreadInput = { options: { ...options, templates: {} }, address }
    this.#worker = new Worker(threadCode, { eval: true, workerData: { module: workModule, ...data } })
    const failed = new Promise<never>((_resolve, reject) => this.#worker.on('error', reject))
    const related = new Promise<RelateAnswer>((resolve) => this.#worker.on('message', resolve))
    const ended = new Promise<void>((resolve) => this.#worker.on('exit', () => resolve()))
    this.#related = Promise.race([related, failed])
    this.#ended = Promise.race([ended, failed])
    for (const promise of [this.#related, this.#ended]) promise.catch(() => undefined)
    // A build that fails meanwhile ends without it.
    this.#worker.unref()
  }

  /**
   * @param guess - What pages most likely show of relations, as JSON.
   * @returns What they show: the guess, where it was right.
   * @throws as `findRelations` does.
   */
  async relate(posts: readonly Post[], guess?: string): Promise<string> {
    this.#worker.ref()
    const order: RelateOrder = { posts, guess: guess && toShortHash(guess) }
    this.#worker.postMessage(order)
    const answer = await this.#related
    this.#worker.unref()
    if ('error' in answer) throw new TagArchiveError(answer.error.code, answer.error)
    return answer.graph ?? guess!
  }

  /** @throws what one of the feeds could not be made or written for. */
  async writeFeeds(order: FeedsOrder): Promise<void> {
    this.#worker.ref()
    this.#worker.postMessage(order)
    await this.#ended
  }

  /** Waits until it has kept what it found out for the next build. */
  async end(): Promise<void> {
    this.#worker.ref()
    this.#worker.postMessage(undefined)
    await this.#ended
  }

  /** Stops it wherever it is. */
  async giveUp(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** Whether a thread makes up for being started. */
export const isWorthSecondThread = (postsDirectory: string, { feeds, relations }: ResolvedOptions): boolean =>
  (feeds !== false || relations !== false) && countFiles(postsDirectory) >= leastPosts && canStart()

/** At 1,000 posts it takes a sixth more time, at 2,500 no less, at 10,000 a third less. */
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
