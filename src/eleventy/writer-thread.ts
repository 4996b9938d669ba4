import { Worker } from 'node:worker_threads'

/** A file, as bytes one after another with others. */
export type BatchedFile = readonly [name: string, bytes: number]

export interface WriterThread {
  /** Memory to put texts into; waits until some is free. */
  readonly takeBuffer: () => Promise<ArrayBuffer>
  /** Has files written that stand in the buffer one after another. */
  readonly send: (buffer: ArrayBuffer, files: readonly BatchedFile[]) => void
  /** Waits until all is written. */
  readonly end: () => Promise<void>
}

export interface WriterThreadSettings {
  /** That files are named in. */
  readonly directory: string
  readonly batches: number
  readonly batchBytes: number
  /** Told of each file that is written; the time is that of its change. */
  readonly onWritten: (name: string, bytes: number, modifiedMs: number) => void
}

/** A thread that does nothing but write. What it can't write stops all three calls with the reason. */
export function startWriterThread({ directory, batches, batchBytes, onWritten }: WriterThreadSettings): WriterThread {
  const worker = new Worker(threadCode, {
    eval: true,
    workerData: directory,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
  const free = Array.from({ length: batches }, () => new ArrayBuffer(batchBytes))
  let wake = (): void => {}
  worker.on('message', ({ buffer, files, times }: WrittenBatch) => {
    for (const [at, [name, bytes]] of files.entries()) onWritten(name, bytes, times[at]!)
    free.push(buffer)
    wake()
  })
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
  ended.catch(() => undefined)
  return {
    takeBuffer: async () => {
      // A pause for what has come back, and for the garbage collector.
      await new Promise(setImmediate)
      if (free.length === 0) {
        const returned = new Promise<void>((resolve) => {
          wake = resolve
        })
        await Promise.race([returned, ended])
      }
      return free.pop() ?? new ArrayBuffer(batchBytes)
    },
    send: (buffer, files) => worker.postMessage({ buffer, files }, [buffer]),
    end: () => {
      worker.postMessage(undefined)
      return ended
    },
  }
}

interface WrittenBatch {
  readonly buffer: ArrayBuffer
  readonly files: readonly BatchedFile[]
  readonly times: readonly number[]
}

/** A text, and JavaScript, because the plugin runs from TypeScript too, and Node 20 starts no thread from that. */
const threadCode = `
const { mkdirSync, statSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { parentPort, workerData } = require('node:worker_threads')
const folders = new Set()
parentPort.on('message', (message) => {
  if (message === undefined) return parentPort.close()
  const { buffer, files } = message
  const times = []
  let start = 0
  for (const [name, bytes] of files) {
    const file = path.join(workerData, name)
    const folder = path.dirname(file)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    writeFileSync(file, new Uint8Array(buffer, start, bytes))
    times.push(statSync(file).mtimeMs)
    start += bytes
  }
  parentPort.postMessage({ buffer, files, times }, [buffer])
})
`
