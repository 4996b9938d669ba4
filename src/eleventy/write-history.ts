import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FeedDocument } from '../feeds/plan-documents.ts'
import type { BuildResult } from './eleventy-types.ts'
import { measureStage } from './measure-stage.ts'

/**
 * Writes the documents of the feeds' history, one after another, once Eleventy has written the rest.
 *
 * They are no templates, because Eleventy keeps the text of each page until the end: of 10,000 posts the history would take a
 * gigabyte. In a dry run, and where Eleventy gives its pages as JSON, nothing is written, as for pages.
 */
export function writeHistory(
  documents: readonly FeedDocument[],
  { directories, outputMode, results }: BuildResult,
): void {
  if (outputMode !== 'fs' || results.every((result) => result === undefined)) return
  measureStage('history', () => {
    for (const document of documents) {
      const file = path.join(directories.output, document.path)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, document.text())
    }
  })
}
