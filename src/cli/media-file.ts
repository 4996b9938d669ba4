import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { findMediaRefusal } from '../import/media/media-kinds.ts'

/** A file as it lies on the disk, links followed; none that a link leads to outside the folder. */
export async function findRealFile(root: string, file: string): Promise<string | undefined> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(file)])
    const below = path.relative(realRoot, real)
    const isInside = below !== '' && !below.startsWith('..') && !path.isAbsolute(below)
    return isInside && (await stat(real)).isFile() ? real : undefined
  } catch {
    return undefined
  }
}

/** Why a file may not come along, if so. */
export async function findRefusal(file: string, ending: string | undefined, size: number): Promise<string | undefined> {
  if (ending === undefined) return 'is of no kind that a post shows'
  if (size > mostBytes) return 'is larger than 100 MB'
  return findMediaRefusal(ending, ending === 'svg' ? await readFile(file) : await readStart(file))
}

/** What GitHub takes of one file. */
const mostBytes = 100e6

async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(64), 0, 64, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** 64 bits of what a file holds: enough for the files of any blog. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex').slice(0, 16)
}
