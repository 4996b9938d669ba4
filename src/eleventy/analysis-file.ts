import { readFileSync } from 'node:fs'
import path from 'node:path'
import { RelationStore } from '../relations/relation-store.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'

/** What was found out about texts, kept from build to build; read when it is first asked for. */
export class AnalysisFile {
  readonly #texts: string
  readonly #added: string
  #analyses: RelationStore | undefined

  /** @param root - Folder of the project. */
  constructor(root = '.') {
    this.#texts = path.join(root, cacheFolder, 'relations.bin')
    this.#added = path.join(root, cacheFolder, 'relations-added.bin')
  }

  /** That of earlier builds; nothing where there is no such file, or a damaged one. */
  read(): RelationStore {
    this.#analyses ??= new RelationStore(readIfThere(this.#texts), readIfThere(this.#added))
    return this.#analyses
  }

  /** Keeps what was asked for, for the next build. */
  write(): void {
    const analyses = this.#analyses
    if (analyses === undefined) return
    const { changes } = analyses
    if (changes === 'many') keepInCache(this.#texts, (put) => analyses.writeTexts(put))
    if (changes !== 'none') keepInCache(this.#added, (put) => analyses.writeAdded(put))
  }
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
