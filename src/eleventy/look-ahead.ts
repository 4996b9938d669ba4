import { type Stats, statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { FileState } from './file-writer.ts'

/** Files to be looked at by another thread, one after the other, in memory that it shares. */
export interface LookOrder {
  /** Of the files. */
  readonly directory: string
  readonly names: readonly string[]
  /** How many were looked at. */
  readonly done: Int32Array
  /** Of each file its size and time, both −1 where there is none. */
  readonly found: Float64Array
}

/**
 * Sizes and times of files, looked up by a thread that goes on ahead of the one that asks: to look at thousands takes half a second, in
 * which others can work.
 */
export class LookAhead {
  readonly #order: LookOrder

  /**
   * @param names - In the order in which they will be asked for.
   * @param look - Has a thread look at them.
   */
  constructor(directory: string, names: readonly string[], look: (order: LookOrder) => void) {
    this.#order = {
      directory,
      names,
      done: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
      found: new Float64Array(new SharedArrayBuffer(names.length * 2 * Float64Array.BYTES_PER_ELEMENT)),
    }
    look(this.#order)
  }

  /** Of a file by its place. @returns `undefined` where the thread has not come so far. */
  at(place: number): FileState | undefined {
    const { done, found } = this.#order
    if (place >= Atomics.load(done, 0)) return undefined
    return [found[place * 2]!, found[place * 2 + 1]!]
  }
}

/** Starts a thread that does nothing else. */
export function lookInThread(order: LookOrder): void {
  const worker = new Worker(threadCode, {
    eval: true,
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
  // Whoever asks looks for themselves.
  worker.on('error', () => undefined)
  worker.unref()
}

/** For a thread that does other things too. @param isOver - Whether nobody will ask any more. */
export async function lookInTurns({ directory, names, done, found }: LookOrder, isOver: () => boolean): Promise<void> {
  for (const [place, name] of names.entries()) {
    const file = tryToLook(`${directory}/${name}`)
    // Whoever asks looks for themselves, and is told.
    if (file === 'failed') return
    found[place * 2] = file?.size ?? -1
    found[place * 2 + 1] = file?.mtimeMs ?? -1
    Atomics.store(done, 0, place + 1)
    if (place % filesOfTurn !== 0) continue
    await new Promise(setImmediate)
    if (isOver()) return
  }
}

function tryToLook(file: string): Stats | undefined | 'failed' {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return 'failed'
  }
}

/** A few milliseconds. */
const filesOfTurn = 256

/** A text, and JavaScript, because the plugin runs from TypeScript too, and Node 20 starts no thread from that. */
const threadCode = `
const { statSync } = require('node:fs')
const { directory, names, done, found } = require('node:worker_threads').workerData
for (const [place, name] of names.entries()) {
  const file = statSync(directory + '/' + name, { throwIfNoEntry: false })
  found[place * 2] = file === undefined ? -1 : file.size
  found[place * 2 + 1] = file === undefined ? -1 : file.mtimeMs
  Atomics.store(done, 0, place + 1)
}
`
