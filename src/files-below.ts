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
  return entries
    .filter(isWanted)
    .map(({ parentPath, name }) => path.relative(directory, path.join(parentPath, name)).split(path.sep).join('/'))
}
