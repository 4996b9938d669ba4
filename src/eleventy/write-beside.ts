import path from 'node:path'
import type { UrlPath } from '../pages/urls.ts'
import type { BuildResult } from './eleventy-types.ts'
import { FileWriter } from './file-writer.ts'
import { measureStage } from './measure-stage.ts'
import type { OutputKind } from './site.ts'

/** A file of the site that is no template of Eleventy's. */
export interface BesideFile {
  readonly path: UrlPath
  readonly text: () => string
  /** Of a page that Eleventy would write too. */
  readonly kind?: OutputKind | undefined
}

/**
 * Writes what is no template of Eleventy's, one file after another, once Eleventy has written the rest. In a dry run, and where
 * Eleventy gives its pages as JSON, nothing is written, as for pages.
 */
export async function writeBeside(
  files: readonly BesideFile[],
  { directories, outputMode, results }: BuildResult,
): Promise<void> {
  if (outputMode !== 'fs' || results.every((result) => result === undefined)) return
  await measureStage('write', async () => {
    const writer = new FileWriter()
    for (const file of files) await writer.write(toOutputFile(file, directories.output), file.text())
    await writer.end()
  })
}

export const toOutputFile = ({ path: place }: BesideFile, directory: string): string =>
  path.join(directory, `${place}${place.endsWith('/') ? 'index.html' : ''}`)
