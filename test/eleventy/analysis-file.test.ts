import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { AnalysisFile } from '../../src/eleventy/analysis-file.ts'
import { cacheFolder } from '../../src/eleventy/build-cache.ts'
import type { Post } from '../../src/posts/post.ts'
import { toKnownArchive } from '../../src/relations/known-archive.ts'
import { gatherFindings } from '../../src/relations/relation-findings.ts'
import { corpus } from '../relations/archive.ts'
import { writeFolder } from './build.ts'

/** What a build finds out of posts, to be kept beside their texts. */
function find(analyses: AnalysisFile, posts: readonly Post[]) {
  const findings = gatherFindings(posts, { cache: analyses.read() })
  const archive = toKnownArchive(posts, findings)
  return {
    keep: () => {
      analyses.write()
      const texts = analyses.read().placesOf(findings.analysed.keys, archive.lists.vocabulary)
      analyses.writeArchive({ archive, texts, marks: new Uint8Array(0), version: 'v', graphKey: 'g' })
    },
  }
}

const posts = corpus(30, 5)
const others = corpus(30, 6)

test('an archive counts only beside the texts that it was made with, whoever keeps theirs meanwhile', () => {
  const root = writeFolder({})
  find(new AnalysisFile(root), posts).keep()
  expect(new AnalysisFile(root).readArchive('v')).toBeDefined()
  expect(new AnalysisFile(root).readArchive('another version')).toBeUndefined()
  const again = find(new AnalysisFile(root), posts)
  replaceTexts(root)
  again.keep()
  expect(new AnalysisFile(root).readArchive('v')).toBeUndefined()
})

test('texts are not read from a file that took the place of theirs', () => {
  const root = writeFolder({})
  find(new AnalysisFile(root), posts).keep()
  const analyses = new AnalysisFile(root)
  analyses.readArchive('v')
  expect(analyses.tryWithTexts(() => 'of the texts')).toBe('of the texts')
  replaceTexts(root)
  expect(analyses.tryWithTexts(() => 'of the texts')).toBeUndefined()
})

/** As another site of the same project does. */
function replaceTexts(root: string): void {
  const elsewhere = writeFolder({})
  find(new AnalysisFile(elsewhere), others).keep()
  const place = path.join(cacheFolder, 'relations.bin')
  fs.copyFileSync(path.join(elsewhere, place), path.join(root, place))
}
