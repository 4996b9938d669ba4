import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { TagArchiveError } from '../errors.ts'
import type { ResolvedOptions } from '../options.ts'
import type { SiteAddress } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import type { RelationGraph } from '../relations/relation-graph.ts'

export interface SecondThreadInput {
  /** Published ones. */
  readonly posts: readonly Post[]
  readonly options: ResolvedOptions
  readonly address: SiteAddress
}

/** What the thread tells, once it has compared the texts. */
export type RelateResult =
  | { readonly graph: RelationGraph }
  | { readonly error: Pick<TagArchiveError, 'code' | 'problem' | 'remedy'> }

/**
 * Compares the texts, then makes and writes the feeds while the main thread makes and writes the pages: feeds are half of a large site.
 * It writes nothing until it is told to, and what comparing takes of memory is the feeds' afterwards.
 */
export class SecondThread {
  readonly #worker: Worker
  readonly #related: Promise<RelateResult>
  readonly #ended: Promise<void>

  constructor({ options, ...input }: SecondThreadInput) {
    // Templates are functions, which no other thread can have, and feeds need none.
    const data: SecondThreadInput = { ...input, options: { ...options, templates: {} } }
    this.#worker = new Worker(threadCode, { eval: true, workerData: { module: workModule, ...data } })
    const failed = new Promise<never>((_resolve, reject) => this.#worker.on('error', reject))
    const related = new Promise<RelateResult>((resolve) => this.#worker.on('message', resolve))
    const ended = new Promise<void>((resolve) => this.#worker.on('exit', () => resolve()))
    this.#related = Promise.race([related, failed])
    this.#ended = Promise.race([ended, failed])
    this.#ended.catch(() => undefined)
  }

  /** @throws as `findRelations` does. */
  async relate(): Promise<RelationGraph> {
    const result = await this.#related
    // A build that fails after this ends without the feeds.
    this.#worker.unref()
    if ('error' in result) throw new TagArchiveError(result.error.code, result.error)
    return result.graph
  }

  /**
   * Writes the feeds of which keys tell whether they change, as files below the folder of the outputs.
   *
   * @throws what one could not be made or written for.
   */
  async writeFeeds(directory: string): Promise<void> {
    this.#worker.ref()
    this.#worker.postMessage(directory)
    await this.#ended
  }
}

/** Whether a thread makes up for being started. */
export const isWorthSecondThread = ({ posts, options }: Pick<SecondThreadInput, 'posts' | 'options'>): boolean =>
  options.feeds !== false && posts.length >= leastPosts && canStart()

/** At 1,000 posts it takes a sixth more time, at 2,500 no less, at 10,000 a third less. */
const leastPosts = 5_000

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
