import { Worker } from 'node:worker_threads'
import type { FileState } from './file-writer.ts'

/**
 * Sizes and times of files, looked up by a thread that goes on ahead of the one that asks: to look at thousands takes half a second, in
 * which others can work.
 */
export class LookAhead {
  readonly #places: ReadonlyMap<string, number>
  /** How many files were looked at. */
  readonly #done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  /** Of each file its size and time, both −1 where there is none. */
  readonly #found: Float64Array

  /** @param names - In the order in which they will be asked for. */
  constructor(directory: string, names: readonly string[]) {
    this.#places = new Map(names.map((name, place) => [name, place]))
    this.#found = new Float64Array(new SharedArrayBuffer(names.length * 2 * Float64Array.BYTES_PER_ELEMENT))
    const workerData = { directory, names, done: this.#done, found: this.#found }
    const worker = new Worker(threadCode, { eval: true, workerData, resourceLimits: { maxYoungGenerationSizeMb: 8 } })
    // Whoever asks looks for themselves.
    worker.on('error', () => undefined)
    worker.unref()
  }

  /** `undefined` where the thread has not come so far. */
  find(name: string): FileState | undefined {
    const place = this.#places.get(name)
    if (place === undefined || place >= Atomics.load(this.#done, 0)) return undefined
    return [this.#found[place * 2]!, this.#found[place * 2 + 1]!]
  }
}

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
