/** What runs in the thread of `second-thread.ts`. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { TagArchiveError } from '../errors.ts'
import { planFeeds } from '../feeds/plan-feeds.ts'
import { runSteps } from '../steps.ts'
import { AnalysisFile } from './analysis-file.ts'
import { FileWriter } from './file-writer.ts'
import { relateInSteps } from './relate-posts.ts'
import type { RelateResult, SecondThreadInput } from './second-thread.ts'
import { createModel } from './site.ts'
import { readTheme } from './theme.ts'
import { toOutputName } from './write-beside.ts'

assert(parentPort !== null, 'runs in a thread')
const input: SecondThreadInput = workerData
const result = relate(input)
parentPort.postMessage(result)
if ('graph' in result) {
  const model = createModel({ posts: input.posts, graph: result.graph }, { ...input, theme: readTheme(input.options) })
  assert(input.options.feeds !== false, 'there are feeds')
  const documents = planFeeds(model, input.options.feeds).documents.filter(({ source }) => source !== undefined)
  const [directory]: string[] = await once(parentPort, 'message')
  const writer = new FileWriter({ writtenHere: Number.POSITIVE_INFINITY })
  for (const document of documents) await writer.write(path.join(directory!, toOutputName(document)), document.text())
}

/** Of an error only what is told can leave the thread. */
function relate({ posts, options }: SecondThreadInput): RelateResult {
  try {
    return { graph: runSteps(relateInSteps(posts, { options, analyses: new AnalysisFile() })) }
  } catch (error) {
    if (!(error instanceof TagArchiveError)) throw error
    const { code, problem, remedy } = error
    return { error: { code, problem, remedy } }
  }
}
