import { readFileSync } from 'node:fs'
import path from 'node:path'
import { toShortHash } from '../short-hash.ts'
import { cacheFolder, keepInCache } from './build-cache.ts'

const file = path.join(cacheFolder, 'graph.json')

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

/** Keeps it for the next build. */
export const writeLastGraph = (json: string): void => {
  keepInCache(file, (put) => put(`${toShortHash(json)}\n${json}`))
}
