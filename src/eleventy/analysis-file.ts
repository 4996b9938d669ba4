import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AnalysisStore } from '../relations/analysis-store.ts'

/** Where tools keep what may be deleted at any time; nobody commits it. */
const file = path.join('node_modules', '.cache', 'tag-archive', 'relations.bin')

/** Analyses of texts, kept from build to build; read when they are first asked for. */
export class AnalysisFile {
  #analyses: AnalysisStore | undefined

  /** Those of earlier builds; none where there is no such file, or a damaged one. */
  read(): AnalysisStore {
    this.#analyses ??= new AnalysisStore(readIfThere())
    return this.#analyses
  }

  /** Keeps them for the next build, where they can be kept: without them it is slower, and the same. */
  write(): void {
    const analyses = this.read()
    if (!analyses.isChanged) return
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(`${file}.tmp`, analyses.toBytes())
      renameSync(`${file}.tmp`, file)
    } catch {
      // A folder that is read-only, or a full disk: the build goes on.
    }
  }
}

function readIfThere(): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
