import { readFileSync } from 'node:fs'
import path from 'node:path'
import { RelationStore } from '../relations/relation-store.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'

/** What was found out about texts, kept from build to build; read when it is first asked for. */
export class AnalysisFile {
  readonly #file: string
  #analyses: RelationStore | undefined

  /** @param root - Folder of the project. */
  constructor(root = '.') {
    this.#file = path.join(root, cacheFolder, 'relations.bin')
  }

  /** That of earlier builds; nothing where there is no such file, or a damaged one. */
  read(): RelationStore {
    this.#analyses ??= new RelationStore(readIfThere(this.#file))
    return this.#analyses
  }

  /** Keeps what was asked for, for the next build. */
  write(): void {
    const analyses = this.#analyses
    if (analyses?.isChanged !== true) return
    keepInCache(this.#file, (put) => analyses.write(put))
  }
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
