import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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

/**
 * Keeps a text.
 *
 * @param version - Of whatever decides whether a later build can use it.
 */
export function keepText(name: string, version: string, text: string): void {
  const bytes = Buffer.from(text)
  keepInCache(path.join(cacheFolder, name), (put) => {
    put(`${seal(version, bytes)}\n`)
    put(bytes)
  })
}

/** The text that was kept; `undefined` where there is none, or one of another version, or a damaged one. */
export const recallText = (name: string, version: string): string | undefined => recallBytes(name, version)?.toString()

/** The same as bytes. */
export function recallBytes(name: string, version: string): Buffer<ArrayBuffer> | undefined {
  try {
    const whole = readFileSync(path.join(cacheFolder, name))
    const end = whole.indexOf('\n')
    const text = whole.subarray(end + 1)
    return whole.toString('latin1', 0, end) === seal(version, text) ? text : undefined
  } catch {
    return undefined
  }
}

/** @param text - Its bytes: to make them of a text takes as long as the seal. */
const seal = (version: string, text: Uint8Array): string =>
  createHash('sha1').update(`${version}\n`).update(text).digest('base64')
