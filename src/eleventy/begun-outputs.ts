import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRecord } from '../is-record.ts'
import { isBelow } from './manifest-file.ts'

/** A file that is about to be written. */
export interface BegunFile {
  /** Relative to the folder of the outputs. */
  readonly name: string
  /** Where it is known beforehand. */
  readonly bytes?: number | undefined
}

/** What builds were about to write that came to no end: killed, or failed. */
export class BegunOutputs {
  readonly #file: string
  /** How many bytes each would have; `undefined` where nobody knew. */
  readonly #bytes: Map<string, number | undefined>

  /** @param file - Where they are kept. */
  constructor(file: string) {
    this.#file = file
    this.#bytes = new Map(readLines(file).flatMap(parseLine))
  }

  get names(): readonly string[] {
    return [...this.#bytes.keys()]
  }

  has(name: string): boolean {
    return this.#bytes.has(name)
  }

  bytesOf(name: string): number | undefined {
    return this.#bytes.get(name)
  }

  /** Keeps what this build is about to write. */
  add(files: readonly BegunFile[]): void {
    const others = files.filter(({ name, bytes }) => !this.#bytes.has(name) || this.#bytes.get(name) !== bytes)
    if (others.length === 0) return
    for (const { name, bytes } of others) this.#bytes.set(name, bytes)
    const line = JSON.stringify(Object.fromEntries(others.map(({ name, bytes = null }) => [name, bytes])))
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      // Not after what a killed build has cut.
      appendFileSync(this.#file, `\n${line}`)
    } catch {
      // Without it a later build asks pages and feeds themselves whose they are.
    }
  }

  /** Once all is written. */
  forget(): void {
    try {
      rmSync(this.#file, { force: true })
    } catch {
      // What it names is known to the manifest, or stands there no more.
    }
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Of a line that is cut nothing was written yet. */
function parseLine(line: string): readonly (readonly [name: string, bytes: number | undefined])[] {
  try {
    const files: unknown = JSON.parse(line)
    if (!isRecord(files)) return []
    return Object.entries(files).flatMap(([name, bytes]) =>
      isBelow(name) ? [[name, typeof bytes === 'number' ? bytes : undefined]] : [],
    )
  } catch {
    return []
  }
}
