/** What runs in the thread of `second-thread.ts`. */
import assert from 'node:assert/strict'
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { TagArchiveError } from '../errors.ts'
import type { FeedDocument } from '../feeds/plan-documents.ts'
import { planFeeds } from '../feeds/plan-feeds.ts'
import { once } from '../once.ts'
import type { ShownGraph } from '../pages/shown-graph.ts'
import { TextsAhead } from '../pages/texts-ahead.ts'
import type { Post } from '../posts/post.ts'
import { readKnownPosts } from '../posts/post-index.ts'
import { unpackPosts } from '../posts/post-text.ts'
import { analyseAhead, keepAnalyses } from '../relations/analysis-cache.ts'
import { unpackAnalyses } from '../relations/packed-analyses.ts'
import { toShortHash } from '../short-hash.ts'
import { runSteps } from '../steps.ts'
import { AnalysisFile } from './analysis-file.ts'
import { tryToClaim } from './analysis-share.ts'
import { collectGarbage } from './collect-garbage.ts'
import { FileWriter } from './file-writer.ts'
import { writeLastGraph } from './last-graph.ts'
import { relateInSteps } from './relate-posts.ts'
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
import { toOutputName } from './write-beside.ts'

assert(parentPort !== null, 'runs in a thread')
const { options, address, memory }: SecondThreadInput = workerData
const textsAhead = new TextsAhead(memory)
const orders = on(parentPort, 'message')
const compared = await comparePosts(new AnalysisFile())
if (compared !== undefined) {
  const planned = once(() => {
    collectGarbage()
    return planDocuments(compared)
  })
  // Of a first build all will be asked for.
  if (compared.isFirst && options.feeds !== false) planned()
  const order = await receive<FeedsOrder | undefined>()
  if (order !== undefined) await writeFeeds(order, planned())
}
await orders.return?.()

interface ComparedPosts {
  readonly posts: readonly Post[]
  readonly graph: ShownGraph
  /** Nothing was known of relations. */
  readonly isFirst: boolean
}

/** Compares, answers, and keeps what it found out, of which nothing stays in memory. */
async function comparePosts(analyses: AnalysisFile): Promise<ComparedPosts | undefined> {
  // While the main thread reads the posts.
  if (options.relations !== false) analyses.read()
  const { posts, guess } = await receivePosts(analyses)
  const result = relate(posts, analyses)
  if ('error' in result) {
    answer(result)
    return undefined
  }
  const json = JSON.stringify(result.graph)
  const isGuessed = toShortHash(json) === guess
  answer({ graph: isGuessed ? undefined : json })
  if (!isGuessed) writeLastGraph(json)
  analyses.write()
  return { posts, graph: result.graph, isFirst: guess === undefined }
}

function answer(message: RelateAnswer | FeedsAnswer): void {
  parentPort!.postMessage(message)
}

async function receive<Order>(): Promise<Order> {
  const { value } = await orders.next()
  return value[0]
}

/** Analyses texts as they come, but for those that the main thread has claimed, until all are there. */
async function receivePosts(
  analyses: AnalysisFile,
): Promise<Pick<RelateOrder, 'guess'> & { readonly posts: readonly Post[] }> {
  const read: Post[] = []
  const batches: (readonly Post[])[] = []
  let known: readonly Post[] = []
  for (;;) {
    const order = await receive<KnownOrder | PostsOrder | AnalysesOrder | RelateOrder>()
    if ('places' in order) return { posts: order.places.map((place) => read[place]!), guess: order.guess }
    if ('known' in order) {
      known = readKnownPosts(order.known)
      continue
    }
    if ('analyses' in order) {
      keepAnalyses(batches[order.batch]!, unpackAnalyses(order.analyses), analyses.read())
      continue
    }
    const others = unpackPosts(order.others)[Symbol.iterator]()
    const posts = order.read.map((at) => (at === -1 ? others.next().value! : known[at]!))
    read.push(...posts)
    batches.push(posts)
    if (options.relations !== false && tryToClaim(order.claim)) analyseAhead(posts, analyses.read())
  }
}

/** Of an error only what is told can leave the thread. */
function relate(
  posts: readonly Post[],
  analyses: AnalysisFile,
): { readonly graph: ShownGraph } | Extract<RelateAnswer, { error: unknown }> {
  try {
    return { graph: runSteps(relateInSteps(posts, { options, analyses })) }
  } catch (error) {
    if (!(error instanceof TagArchiveError)) throw error
    const { code, problem, remedy } = error
    return { error: { code, problem, remedy } }
  }
}

function planDocuments({ posts, graph }: ComparedPosts): readonly FeedDocument[] {
  assert(options.feeds !== false, 'there are feeds')
  const model = createModel({ posts, graph, textsAhead }, { options, address, theme: readTheme(options) })
  return planFeeds(model, options.feeds).documents
}

async function writeFeeds(order: FeedsOrder, documents: readonly FeedDocument[]): Promise<void> {
  const { directory, paths } = order
  textsAhead.learn(order.textsAhead)
  const writer = new FileWriter(directory, { writtenHere: Number.POSITIVE_INFINITY })
  for (const document of documents)
    if (paths.has(document.path)) await writer.write(toOutputName(document), document.text())
  answer(writer.written)
}
