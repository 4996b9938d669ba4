import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodeParts, measureParts, type TextParts } from '../markup/text-parts.ts'
import { startWriterThread, type WriterThread } from './writer-thread.ts'

/**
 * Writes many files: the first ones itself, the rest in a thread of its own, so that making texts and writing them takes no longer
 * than the longer of the two.
 */
export class FileWriter {
  readonly #writtenHere: number
  #count = 0
  #thread: WriterThread | undefined
  #batch: Batch | undefined
  #space: Uint8Array = new Uint8Array(0)

  /** @param writtenHere - How many it writes itself. Default 200: a small site needs no thread. */
  constructor({ writtenHere = 200 }: { readonly writtenHere?: number } = {}) {
    this.#writtenHere = writtenHere
  }

  /** Waits where the thread is behind, so that few texts are in memory at any time. */
  async write(file: string, text: TextParts): Promise<void> {
    this.#count++
    if (this.#count <= this.#writtenHere || measureParts(text) > batchBytes) return this.#writeHere(file, text)
    this.#thread ??= startWriterThread({ batches, batchBytes })
    this.#batch ??= new Batch(await this.#thread.takeBuffer())
    if (!this.#batch.hasRoom(text)) {
      this.#batch.sendTo(this.#thread)
      this.#batch = new Batch(await this.#thread.takeBuffer())
    }
    this.#batch.add(file, text)
  }

  /** @throws what a file could not be written for. */
  async end(): Promise<void> {
    if (this.#thread === undefined) return
    this.#batch?.sendTo(this.#thread)
    await this.#thread.end()
  }

  /** In memory that one file after another is put into: new memory for each costs more than the encoding. */
  #writeHere(file: string, text: TextParts): void {
    const most = measureParts(text)
    if (this.#space.length < most) this.#space = new Uint8Array(most)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, this.#space.subarray(0, encodeParts(text, this.#space)))
  }
}

const batches = 4
const batchBytes = 2 << 20

/** Texts one after another, in memory that is handed over and comes back: kept as strings, they would make a build half as large again. */
class Batch {
  readonly #buffer: ArrayBuffer
  readonly #files: [folder: string, file: string, bytes: number][] = []
  #length = 0

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer
  }

  hasRoom(text: TextParts): boolean {
    return this.#length + measureParts(text) <= this.#buffer.byteLength
  }

  add(file: string, text: TextParts): void {
    const written = encodeParts(text, new Uint8Array(this.#buffer, this.#length))
    this.#files.push([path.dirname(file), file, written])
    this.#length += written
  }

  sendTo(thread: WriterThread): void {
    thread.send(this.#buffer, this.#files)
  }
}
