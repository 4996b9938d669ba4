import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Where tools keep what may be deleted at any time; nobody commits it. In the project's folder. */
export const cacheFolder: string = path.join('node_modules', '.cache', 'tag-archive')

/**
 * Keeps a file for the next build, whole or not at all, where it can be kept: without it that is slower, and the same. A folder may be
 * read-only, or a disk full.
 *
 * @param write - Gives its content, in one piece or several.
 * @returns Whether it is kept.
 */
export function keepInCache(file: string, write: (put: (piece: string | Uint8Array) => void) => void): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const handle = openSync(`${file}.tmp`, 'w')
    try {
      write((piece) => writeFileSync(handle, piece))
    } finally {
      closeSync(handle)
    }
    renameSync(`${file}.tmp`, file)
    return true
  } catch {
    return false
  }
}
