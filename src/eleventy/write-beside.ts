import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { UrlPath } from '../pages/urls.ts'
import type { BuildResult } from './eleventy-types.ts'
import { measureStage } from './measure-stage.ts'

/** A file of the site that is no template of Eleventy's. */
export interface BesideFile {
  readonly path: UrlPath
  readonly text: () => string
}

/**
 * Writes files of which there are many and that hold no page for readers, one after another, once Eleventy has written the rest.
 *
 * They are no templates, because Eleventy keeps the text of each page until the end: of 10,000 posts the history of the feeds
 * would take a gigabyte. In a dry run, and where Eleventy gives its pages as JSON, nothing is written, as for pages.
 */
export function writeBeside(files: readonly BesideFile[], { directories, outputMode, results }: BuildResult): void {
  if (outputMode !== 'fs' || results.every((result) => result === undefined)) return
  measureStage('beside', () => {
    for (const beside of files) {
      const file = toOutputFile(beside, directories.output)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, beside.text())
    }
  })
}

export const toOutputFile = ({ path: place }: BesideFile, directory: string): string =>
  path.join(directory, `${place}${place.endsWith('/') ? 'index.html' : ''}`)
