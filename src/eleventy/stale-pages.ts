import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listSome, type Problem } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { BuildResult } from './eleventy-types.ts'
import { type BesideFile, toOutputName } from './write-beside.ts'

/**
 * Files that an earlier build left: Eleventy deletes nothing, so a post that was deleted, renamed or made a draft would be
 * published with the rest. Only a whole build knows all that belongs there.
 */
export function findStalePages(beside: readonly BesideFile[], build: BuildResult): readonly Problem[] {
  const { directories, outputMode, runMode, incremental, results } = build
  const pages = results.flatMap((result) => result?.outputPath || [])
  if (outputMode !== 'fs' || runMode !== 'build' || incremental === true || pages.length === 0) return []
  const written = new Set(
    [...pages, ...beside.map((file) => path.join(directories.output, toOutputName(file)))].map(toFull),
  )
  const stale = readdirSync(directories.output, { recursive: true, encoding: 'utf8' })
    .filter((name) => isPageOrFeed.test(name) && !written.has(toFull(path.join(directories.output, name))))
    .filter((name) => isOurs(path.join(directories.output, name)))
  return stale.length === 0 ? [] : [toProblem(directories.output, stale.sort(compareCodePoints))]
}

const toFull = (file: string): string => path.resolve(file)

const isPageOrFeed = /\.(?:html|xml|json)$/

/** The site may have files of its own, copied there: ours are known by their stylesheets, or by what our feeds say. */
export const isOurs = (file: string): boolean =>
  /\/assets\/(?:tag-archive|feed)\.[0-9a-f]{10}\.css"|^\{[^[]{0,2000}"_tag_archive"/.test(readFileSync(file, 'utf8'))

function toProblem(directory: string, names: readonly string[]): Problem {
  return {
    code: 'PAGE_STALE',
    message: `${path.relative('.', directory) || directory} has pages of an earlier build that no post makes any more: ${listSome(names)}.`,
    remedy: 'Delete the folder, and build again, before you publish it.',
    severity: 'doubt',
  }
}
