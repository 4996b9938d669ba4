import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * Paths of the files in a folder and in those below it, relative to it, with `/` between parts on every machine. In no order.
 *
 * @throws What the file system throws where the folder can't be read.
 */
export async function listFilesBelow(
  directory: string,
  isWanted = (entry: Dirent): boolean => entry.isFile(),
): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  // Once for each folder: for each of ten thousand files it would take longer than to list them.
  const prefixes = new Map<string, string>()
  const prefixOf = (folder: string): string => {
    const prefix = prefixes.get(folder) ?? toPrefix(directory, folder)
    prefixes.set(folder, prefix)
    return prefix
  }
  return entries.filter(isWanted).map(({ parentPath, name }) => `${prefixOf(parentPath)}${name}`)
}

function toPrefix(directory: string, folder: string): string {
  const below = path.relative(directory, folder)
  return below === '' ? '' : `${below.split(path.sep).join('/')}/`
}
