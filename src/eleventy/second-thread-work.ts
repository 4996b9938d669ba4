/** What runs in the thread of `second-thread.ts`. */
import assert from 'node:assert/strict'
import { once as nextOf } from 'node:events'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { TagArchiveError } from '../errors.ts'
import type { FeedDocument } from '../feeds/plan-documents.ts'
import { planFeeds } from '../feeds/plan-feeds.ts'
import { once } from '../once.ts'
import type { ShownGraph } from '../pages/shown-graph.ts'
import type { Post } from '../posts/post.ts'
import { toShortHash } from '../short-hash.ts'
import { runSteps } from '../steps.ts'
import { AnalysisFile } from './analysis-file.ts'
import { FileWriter } from './file-writer.ts'
import { writeLastGraph } from './last-graph.ts'
import { relateInSteps } from './relate-posts.ts'
import type { FeedsOrder, RelateAnswer, RelateOrder, SecondThreadInput } from './second-thread.ts'
import { createModel } from './site.ts'
import { readTheme } from './theme.ts'
import { toOutputName } from './write-beside.ts'

assert(parentPort !== null, 'runs in a thread')
const { options, address }: SecondThreadInput = workerData
const analyses = new AnalysisFile()
// While the main thread reads the posts.
if (options.relations !== false) analyses.read()
const { posts, guess } = await receive<RelateOrder>()
const relations = relate(posts)
const json = 'graph' in relations ? JSON.stringify(relations.graph) : ''
const isGuessed = toShortHash(json) === guess
const answer: RelateAnswer = 'graph' in relations ? { graph: isGuessed ? undefined : json } : relations
parentPort.postMessage(answer)
if ('graph' in relations) {
  if (!isGuessed) writeLastGraph(json)
  analyses.write()
  const planned = once(() => planDocuments(relations.graph))
  // Of a first build all will be asked for.
  if (guess === undefined && options.feeds !== false) planned()
  const order = await receive<FeedsOrder | undefined>()
  if (order !== undefined) await writeFeeds(order, planned())
}

async function receive<Message>(): Promise<Message> {
  const [message] = await nextOf(parentPort!, 'message')
  return message
}

/** Of an error only what is told can leave the thread. */
function relate(all: readonly Post[]): { readonly graph: ShownGraph } | Extract<RelateAnswer, { error: unknown }> {
  try {
    return { graph: runSteps(relateInSteps(all, { options, analyses })) }
  } catch (error) {
    if (!(error instanceof TagArchiveError)) throw error
    const { code, problem, remedy } = error
    return { error: { code, problem, remedy } }
  }
}

function planDocuments(graph: ShownGraph): readonly FeedDocument[] {
  assert(options.feeds !== false, 'there are feeds')
  const model = createModel({ posts, graph }, { options, address, theme: readTheme(options) })
  return planFeeds(model, options.feeds).documents
}

async function writeFeeds({ directory, paths }: FeedsOrder, documents: readonly FeedDocument[]): Promise<void> {
  const writer = new FileWriter({ writtenHere: Number.POSITIVE_INFINITY })
  for (const document of documents)
    if (paths.has(document.path)) await writer.write(path.join(directory, toOutputName(document)), document.text())
}
