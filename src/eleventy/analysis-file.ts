import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { readStamp } from '../posts/kept-files.ts'
import { type KeptArchive, readKeptArchive, writeKeptArchive } from '../relations/kept-archive.ts'
import { RelationStore } from '../relations/relation-store.ts'
import type { ReadAt } from '../relations/stored-texts.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'

/** What was found out about texts, kept from build to build; read when it is first asked for. */
export class AnalysisFile {
  readonly #texts: string
  readonly #added: string
  readonly #archive: string
  #analyses: RelationStore | undefined
  /** Of the file with the texts that are known: two sites of one project may keep theirs there at once. */
  #textsStamp: string | undefined

  /** @param root - Folder of the project. */
  constructor(root = '.') {
    this.#texts = path.join(root, cacheFolder, 'relations.bin')
    this.#added = path.join(root, cacheFolder, 'relations-added.bin')
    this.#archive = path.join(root, cacheFolder, 'archive.bin')
  }

  /** That of earlier builds; nothing where there is no such file, or a damaged one. */
  read(): RelationStore {
    if (this.#analyses === undefined) {
      this.#noteTexts()
      this.#analyses = new RelationStore(readIfThere(this.#texts), readIfThere(this.#added))
    }
    return this.#analyses
  }

  /** Keeps what was asked for, for the next build. @returns Whether it is kept. */
  write(): boolean {
    const analyses = this.#analyses
    if (analyses === undefined) return false
    const { changes } = analyses
    if (changes === 'many') {
      if (!keepInCache(this.#texts, (put) => analyses.writeTexts(put))) return false
      this.#noteTexts()
    }
    return changes === 'none' || keepInCache(this.#added, (put) => analyses.writeAdded(put))
  }

  /**
   * What the last build knew of the archive as a whole; nothing where that goes with other texts than there are.
   *
   * @param version - Of what decides whether this build can use it.
   */
  readArchive(version: string): KeptArchive | undefined {
    const bytes = readIfThere(this.#archive)
    const kept = bytes && readKeptArchive(bytes, version)
    this.#noteTexts()
    return kept?.textsStamp === this.#textsStamp ? kept : undefined
  }

  writeArchive(kept: Omit<KeptArchive, 'textsStamp'>): void {
    const textsStamp = this.#textsStamp
    if (textsStamp !== undefined) keepInCache(this.#archive, (put) => writeKeptArchive({ ...kept, textsStamp }, put))
  }

  #noteTexts(): void {
    this.#textsStamp = readStamp(this.#texts)?.text
  }

  /**
   * Opens the file with the texts, for pieces of it.
   *
   * @returns `undefined` where it can't be read, has other things than it should, or is another one by now.
   */
  tryWithTexts<Result>(use: (readAt: ReadAt) => Result): Result | undefined {
    try {
      const file = openSync(this.#texts, 'r')
      try {
        const result = use((offset, bytes) => readSync(file, bytes, 0, bytes.length, offset))
        return readStamp(this.#texts)?.text === this.#textsStamp ? result : undefined
      } finally {
        closeSync(file)
      }
    } catch (error) {
      if (error instanceof RangeError || (error instanceof Error && 'errno' in error)) return undefined
      throw error
    }
  }
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
