import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listSome, type Problem } from '../errors.ts'
import { generator } from '../generator.ts'
import { listOutputsBelow } from './manifest-file.ts'

/** Names of files that can tell whose they are. Folders in it that are outputs of their own are left out. */
export function listRecognisable(directory: string): readonly string[] {
  const others = listOutputsBelow(directory).map((name) => path.join(name, path.sep))
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
    (name) => isRecognisable(name) && !others.some((folder) => name.startsWith(folder)),
  )
}

/** The site may have files of its own, copied there: ours are known by their names, their stylesheets, or what our feeds and redirects say. */
export function isOurs(file: string): boolean {
  if (ourStylesheet.test(file)) return existsSync(file)
  try {
    return isRecognisable(file) && ourMark.test(readFileSync(file, 'utf8'))
  } catch {
    // A folder, or nothing that can be read.
    return false
  }
}

/** Of others nobody knows, and of some kinds nobody can. */
export const mayBeOurs = (file: string): boolean => !isRecognisable(file) || isOurs(file)

export const isRecognisable = (name: string): boolean => /\.(?:html|xml|json)$/.test(name) || ourStylesheet.test(name)

const ourStylesheet = /(?:^|[/\\])assets[/\\](?:tag-archive|feed)\.[0-9a-f]{10}\.css$/

const ourMark = new RegExp(
  `/assets/(?:tag-archive|feed)\\.[0-9a-f]{10}\\.css"|^\\{[^]*"_tag_archive":|<meta name="generator" content="${generator}">`,
)

/**
 * Eleventy deletes nothing, so a post that was deleted, renamed or made a draft would be published with the rest.
 *
 * @param names - In the folder.
 */
export function toStaleProblems(directory: string, names: readonly string[]): readonly Problem[] {
  if (names.length === 0) return []
  return [
    {
      code: 'PAGE_STALE',
      message: `${path.relative('.', directory) || directory} has files of an earlier build that no post makes any more: ${listSome(names)}.`,
      remedy: 'Delete the folder, and build again, before you publish it.',
      severity: 'doubt',
    },
  ]
}
