import { TagArchiveError } from '../errors.ts'
import { capitalise } from '../markup/capitalise.ts'
import type { UrlPath } from './urls.ts'

export interface OutputFile {
  readonly path: UrlPath
  /** Asked for where something is wrong with it. */
  readonly describe: () => OutputDescription
}

export interface OutputDescription {
  /** What stands there, for the message: `tag "SNCF"`. */
  readonly name: string
  /** What moves it elsewhere; absent where the owner can't move it. */
  readonly remedy?: string | undefined
}

/**
 * Finds outputs that would overwrite each other, before anything is written: the same file, one that differs by case
 * only (the same on the disks of macOS and Windows), or a file where another needs a folder. `PATH_CLASH` each.
 */
export function findPathClashes(outputs: Iterable<OutputFile>): readonly TagArchiveError[] {
  const files = new Map<string, OutputFile>()
  const clashes: TagArchiveError[] = []
  for (const output of outputs) {
    const key = toFileKey(output.path)
    const other = files.get(key)
    if (other === undefined) files.set(key, output)
    else clashes.push(createClash(other, output))
  }
  for (const [key, output] of files) {
    for (const folder of foldersOf(key)) {
      const other = files.get(folder)
      if (other !== undefined) clashes.push(createClash(other, output))
    }
  }
  return clashes
}

const toFileKey = (path: string): string =>
  `${path}${path.endsWith('/') ? 'index.html' : ''}`.normalize('NFC').toLowerCase()

function* foldersOf(file: string): Iterable<string> {
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) yield file.slice(0, end)
}

function createClash(one: OutputFile, other: OutputFile): TagArchiveError {
  const [first, second] = [one.describe(), other.describe()]
  return new TagArchiveError('PATH_CLASH', {
    problem: `${capitalise(first.name)} and ${second.name} would both be written to ${other.path}.`,
    remedy: second.remedy ?? first.remedy ?? 'Change one of the two addresses.',
  })
}
