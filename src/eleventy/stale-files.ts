import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listSome, type Problem } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'

/**
 * Files that can tell whose they are. Eleventy deletes nothing, so a post that was deleted, renamed or made a draft would be published
 * with the rest.
 */
export const listFilesThatTell = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => canTell.test(name))

const canTell = /\.(?:html|xml|json)$/

/** As far as a file can tell. */
export const mayBeOurs = (file: string): boolean => !file.endsWith('.html') || isOurs(file)

/** The site may have files of its own, copied there: ours are known by their stylesheets, or by what our feeds and redirects say. */
export const isOurs = (file: string): boolean =>
  /\/assets\/(?:tag-archive|feed)\.[0-9a-f]{10}\.css"|^\{[^[]{0,2000}"_tag_archive"|<meta name="generator" content="eleventy-plugin-tag-archive">/.test(
    readFileSync(file, 'utf8'),
  )

/** @param names - In the folder. */
export function toStaleProblems(directory: string, names: ReadonlySet<string>): readonly Problem[] {
  if (names.size === 0) return []
  const sorted = Array.from(names).sort(compareCodePoints)
  return [
    {
      code: 'PAGE_STALE',
      message: `${path.relative('.', directory) || directory} has files of an earlier build that no post makes any more: ${listSome(sorted)}.`,
      remedy: 'Delete the folder, and build again, before you publish it.',
      severity: 'doubt',
    },
  ]
}
