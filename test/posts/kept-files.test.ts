import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { KeptFiles } from '../../src/posts/kept-files.ts'

let file: string
beforeEach(() => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'kept-files-'))
  onTestFinished(() => fs.rmSync(directory, { recursive: true }))
  file = path.join(directory, 'a.md')
})

/** Reads the file by a clock that is some time ahead of the file system's. */
function readLater(kept: KeptFiles<string>, aheadMs: number): string {
  const now = Date.now
  Date.now = () => now() + aheadMs
  try {
    return kept.recall(file, () => {
      reads++
      return fs.readFileSync(file, 'utf8')
    })
  } finally {
    kept.end()
    Date.now = now
  }
}
let reads = 0

test('a file that has rested is read once, until it changes in length or in time', () => {
  const kept = new KeptFiles<string>()
  reads = 0
  fs.writeFileSync(file, 'one')
  expect([readLater(kept, 9_000), readLater(kept, 9_000), readLater(kept, 9_000)]).toEqual(['one', 'one', 'one'])
  expect(reads).toBe(1)
  const { atime, mtime } = fs.statSync(file)
  fs.writeFileSync(file, 'two')
  fs.utimesSync(file, atime, mtime)
  expect(readLater(kept, 9_000)).toBe('two')
})

test('a file that has just changed is read again, for it may have changed twice in one moment', () => {
  const kept = new KeptFiles<string>()
  reads = 0
  fs.writeFileSync(file, 'one')
  readLater(kept, 0)
  readLater(kept, 0)
  expect(reads).toBe(2)
})

test('where a file system tells moments apart, a file may be kept soon after it has changed', () => {
  const kept = new KeptFiles<string>()
  reads = 0
  fs.writeFileSync(file, 'one')
  const isExact = fs.statSync(file, { bigint: true }).ctimeNs % 1_000_000n !== 0n
  readLater(kept, 400)
  readLater(kept, 400)
  expect(reads).toBe(isExact ? 1 : 2)
})

test('a file that is gone and comes back is read again', () => {
  const kept = new KeptFiles<string>()
  fs.writeFileSync(file, 'one')
  readLater(kept, 9_000)
  fs.rmSync(file)
  expect(() => readLater(kept, 9_000)).toThrow('ENOENT')
  fs.writeFileSync(file, 'new')
  expect(readLater(kept, 9_000)).toBe('new')
})

test('a reading that was given up half way forgets nothing', () => {
  const kept = new KeptFiles<string>()
  fs.writeFileSync(file, 'one')
  readLater(kept, 9_000)
  kept.recall(`${file}.other`, () => 'other')
  expect(kept.findLatest(file)).toBe('one')
})
