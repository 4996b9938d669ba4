import { existsSync } from 'node:fs'
import path from 'node:path'
import { AnalysisFile } from '../eleventy/analysis-file.ts'
import type { RelationStore } from '../relations/relation-store.ts'
import type { Io } from './io.ts'

/** Relates posts with what builds of the site and earlier commands found out about them, and keeps what is new. */
export function relateWithKept<Found>(io: Io, relate: (kept: RelationStore) => Found): Found {
  const file = new AnalysisFile(io.cwd)
  const found = relate(file.read())
  // A folder of posts alone is left as it is.
  if (existsSync(path.join(io.cwd, 'node_modules'))) file.write()
  return found
}
