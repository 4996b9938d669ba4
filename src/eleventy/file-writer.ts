import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodeParts, measureParts, type TextParts } from '../markup/text-parts.ts'
import { type BatchedFile, startWriterThread, type WriterThread } from './writer-thread.ts'

/** By which one sees later whether somebody touched a file. */
export type FileState = readonly [size: number, modifiedMs: number]

/** Of a file that is not there. */
export const absent: FileState = [-1, -1]

/**
 * Writes many files: the first ones itself, the rest in a thread of its own, so that making texts and writing them takes no longer
 * than the longer of the two.
 */
export class FileWriter {
  readonly #directory: string
  readonly #writtenHere: number
  readonly #written = new Map<string, FileState>()
  #count = 0
  #thread: WriterThread | undefined
  #batch: Batch | undefined
  #space: Uint8Array = new Uint8Array(0)

  /**
   * @param directory - That files are named in.
   * @param writtenHere - How many it writes itself. Default 200: a small site needs no thread.
   */
  constructor(directory: string, { writtenHere = 200 }: { readonly writtenHere?: number } = {}) {
    this.#directory = directory
    this.#writtenHere = writtenHere
  }

  /** What was written, by name; all of it once `end` is done. Asked for later, so many would take as long as they took to write. */
  get written(): ReadonlyMap<string, FileState> {
    return this.#written
  }

  /** Waits where the thread is behind, so that few texts are in memory at any time. */
  async write(name: string, text: TextParts): Promise<void> {
    this.#count++
    if (this.#count <= this.#writtenHere || measureParts(text) > batchBytes) return this.#writeHere(name, text)
    this.#thread ??= startWriterThread({ directory: this.#directory, batches, batchBytes, onWritten: this.#note })
    this.#batch ??= new Batch(await this.#thread.takeBuffer())
    if (!this.#batch.hasRoom(text)) {
      this.#batch.sendTo(this.#thread)
      this.#batch = new Batch(await this.#thread.takeBuffer())
    }
    this.#batch.add(name, text)
  }

  /** @throws what a file could not be written for. */
  async end(): Promise<void> {
    if (this.#thread === undefined) return
    this.#batch?.sendTo(this.#thread)
    await this.#thread.end()
  }

  /** In memory that one file after another is put into: new memory for each costs more than the encoding. */
  #writeHere(name: string, text: TextParts): void {
    const file = path.join(this.#directory, name)
    const most = measureParts(text)
    if (this.#space.length < most) this.#space = new Uint8Array(most)
    mkdirSync(path.dirname(file), { recursive: true })
    const bytes = encodeParts(text, this.#space)
    writeFileSync(file, this.#space.subarray(0, bytes))
    this.#note(name, bytes, statSync(file).mtimeMs)
  }

  readonly #note = (name: string, bytes: number, modifiedMs: number): void => {
    this.#written.set(name, [bytes, modifiedMs])
  }
}

const batches = 4
const batchBytes = 2 << 20

/** Texts one after another, in memory that is handed over and comes back: kept as strings, they would make a build half as large again. */
class Batch {
  readonly #buffer: ArrayBuffer
  readonly #files: BatchedFile[] = []
  #length = 0

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer
  }

  hasRoom(text: TextParts): boolean {
    return this.#length + measureParts(text) <= this.#buffer.byteLength
  }

  add(name: string, text: TextParts): void {
    const written = encodeParts(text, new Uint8Array(this.#buffer, this.#length))
    this.#files.push([name, written])
    this.#length += written
  }

  sendTo(thread: WriterThread): void {
    thread.send(this.#buffer, this.#files)
  }
}
