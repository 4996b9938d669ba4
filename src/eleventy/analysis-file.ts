import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { RelationStore } from '../relations/relation-store.ts'

/** Where tools keep what may be deleted at any time; nobody commits it. */
const inProject = path.join('node_modules', '.cache', 'tag-archive', 'relations.bin')

/** What was found out about texts, kept from build to build; read when it is first asked for. */
export class AnalysisFile {
  readonly #file: string
  #analyses: RelationStore | undefined

  /** @param root - Folder of the project. */
  constructor(root = '.') {
    this.#file = path.join(root, inProject)
  }

  /** That of earlier builds; nothing where there is no such file, or a damaged one. */
  read(): RelationStore {
    this.#analyses ??= new RelationStore(readIfThere(this.#file))
    return this.#analyses
  }

  /** Keeps what was asked for for the next build, where it can be kept: without it that is slower, and the same. */
  write(): void {
    const analyses = this.#analyses
    if (analyses?.isChanged !== true) return
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      const file = openSync(`${this.#file}.tmp`, 'w')
      try {
        analyses.write((piece) => writeFileSync(file, piece))
      } finally {
        closeSync(file)
      }
      renameSync(`${this.#file}.tmp`, this.#file)
    } catch {
      // A folder that is read-only, or a full disk: the build goes on.
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
