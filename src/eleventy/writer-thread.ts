import { Worker } from 'node:worker_threads'

export interface WriterThread {
  /** Memory to put texts into; waits until some is free. */
  readonly takeBuffer: () => Promise<ArrayBuffer>
  /** Has files written that stand in the buffer one after another. */
  readonly send: (
    buffer: ArrayBuffer,
    files: readonly (readonly [folder: string, file: string, bytes: number])[],
  ) => void
  /** Waits until all is written. */
  readonly end: () => Promise<void>
}

/** A thread that does nothing but write. What it can't write stops all three calls with the reason. */
export function startWriterThread({
  batches,
  batchBytes,
}: {
  readonly batches: number
  readonly batchBytes: number
}): WriterThread {
  const worker = new Worker(threadCode, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 8 } })
  const free = Array.from({ length: batches }, () => new ArrayBuffer(batchBytes))
  let wake = (): void => {}
  worker.on('message', (buffer: ArrayBuffer) => {
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

/** A text, and JavaScript, because the plugin runs from TypeScript too, and Node 20 starts no thread from that. */
const threadCode = `
const { mkdirSync, writeFileSync } = require('node:fs')
const { parentPort } = require('node:worker_threads')
const folders = new Set()
parentPort.on('message', (message) => {
  if (message === undefined) return parentPort.close()
  const { buffer, files } = message
  let start = 0
  for (const [folder, file, bytes] of files) {
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    writeFileSync(file, new Uint8Array(buffer, start, bytes))
    start += bytes
  }
  parentPort.postMessage(buffer, [buffer])
})
`
