import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { toShortHash } from '../short-hash.ts'

const cache = path.join('node_modules', '.cache', 'tag-archive')
const file = path.join(cache, 'graph.json')

/** What pages of the last build showed of its relations, as JSON; `undefined` where that isn't known, or damaged. */
export function readLastGraph(): string | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const json = text.slice(end + 1)
    return text.slice(0, end) === toShortHash(json) ? json : undefined
  } catch {
    return undefined
  }
}

/** Keeps it for the next build, where it can be kept: without it that is slower, and the same. */
export function writeLastGraph(json: string): void {
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(`${file}.tmp`, `${toShortHash(json)}\n${json}`)
    renameSync(`${file}.tmp`, file)
  } catch {
    // A folder that is read-only, or a full disk: the build goes on.
  }
}
