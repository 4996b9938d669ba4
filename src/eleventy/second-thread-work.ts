/** What runs in the thread of `second-thread.ts`. */
import assert from 'node:assert/strict'
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { FeedDocument } from '../feeds/plan-documents.ts'
import { planFeeds } from '../feeds/plan-feeds.ts'
import { once } from '../once.ts'
import { type Watched, watchTexts } from '../pages/memoize-by-post.ts'
import type { ShownGraph } from '../pages/shown-graph.ts'
import { TextsAhead } from '../pages/texts-ahead.ts'
import type { UrlPath } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import { toShortHash } from '../short-hash.ts'
import { tryToClaim } from './claims.ts'
import { collectGarbage } from './collect-garbage.ts'
import { FileWriter } from './file-writer.ts'
import { writeLastGraph } from './last-graph.ts'
import { type LookOrder, lookInTurns } from './look-ahead.ts'
import type {
  AnalysesOrder,
  FeedsAnswer,
  FeedsOrder,
  KnownOrder,
  PostsOrder,
  RelateAnswer,
  RelateOrder,
  SecondThreadInput,
} from './second-thread.ts'
import { createModel } from './site.ts'
import { readTheme } from './theme.ts'
import { ThreadRelations } from './thread-relations.ts'
import { toOutputName } from './write-beside.ts'

assert(parentPort !== null, 'runs in a thread')
const { options, address, memory, version }: SecondThreadInput = workerData
const textsAhead = new TextsAhead(memory)
const orders = on(parentPort, 'message')
let isLastOrder = false
const compared = await comparePosts()
if (compared !== undefined) {
  const planned = once(() => {
    collectGarbage()
    return planDocuments(compared)
  })
  // Of a first build all will be asked for.
  if (compared.isFirst && options.feeds !== false) planned()
  const order = await receive<FeedsOrder | undefined>()
  isLastOrder = true
  if (order !== undefined) await writeFeeds(order, planned())
}
await orders.return?.()

interface ComparedPosts {
  readonly posts: () => readonly Post[]
  readonly graph: ShownGraph
  /** Nothing was known of relations. */
  readonly isFirst: boolean
}

/** Compares, answers, and keeps what it found out, of which nothing stays in memory. */
async function comparePosts(): Promise<ComparedPosts | undefined> {
  const { posts, guess, result } = await relatePosts(new ThreadRelations(options, version))
  if ('error' in result) {
    answer(result)
    return undefined
  }
  const json = JSON.stringify(result.graph)
  const graphKey = toShortHash(json)
  const isGuessed = graphKey === guess
  answer({ graph: isGuessed ? undefined : json })
  if (!isGuessed) writeLastGraph(json)
  result.keep(graphKey)
  return { posts, graph: result.graph, isFirst: guess === undefined }
}

/** Takes posts as they come, until all are there. */
async function relatePosts(relations: ThreadRelations) {
  for (;;) {
    const order = await receive<LookOrder | KnownOrder | PostsOrder | AnalysesOrder | RelateOrder>()
    if ('places' in order) return { posts: relations.list(order), guess: order.guess, result: relations.relate(order) }
    if ('names' in order) void lookInTurns(order, () => isLastOrder)
    else if ('known' in order) relations.know(order)
    else if ('analyses' in order) relations.keepAnalyses(order)
    else relations.take(order)
  }
}

function answer(message: RelateAnswer | FeedsAnswer): void {
  parentPort!.postMessage(message)
}

async function receive<Order>(): Promise<Order> {
  const { value } = await orders.next()
  return value[0]
}

function planDocuments({ posts, graph }: ComparedPosts): readonly FeedDocument[] {
  assert(options.feeds !== false, 'there are feeds')
  const model = createModel({ posts: posts(), graph, textsAhead }, { options, address, theme: readTheme(options) })
  return planFeeds(model, options.feeds).documents
}

async function writeFeeds(order: FeedsOrder, documents: readonly FeedDocument[]): Promise<void> {
  const { directory, paths, claims } = order
  textsAhead.learn(order.textsAhead)
  const writer = new FileWriter(directory, { writtenHere: Number.POSITIVE_INFINITY })
  const documentsByPath = new Map(documents.map((document) => [document.path, document]))
  const wanted = paths.map((path) => {
    const document = documentsByPath.get(path)
    assert(document !== undefined, `both threads plan the feed ${path}`)
    return document
  })
  for (const document of wanted) await writer.write(toOutputName(document), document.text())
  const sources = new Map<UrlPath, Watched<string>>()
  for (let at = wanted.length - 1; at >= 0 && tryToClaim(claims, at); at--) {
    const { path, source } = wanted[at]!
    sources.set(path, watchTexts(source))
  }
  answer({ written: writer.written, sources })
}
