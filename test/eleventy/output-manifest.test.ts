import fs from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  keepManifest,
  keepWrittenSince,
  manifestFileOf,
  readManifest,
  WrittenFiles,
} from '../../src/eleventy/manifest-file.ts'
import { OutputManifest } from '../../src/eleventy/output-manifest.ts'
import { writeFolder } from './build.ts'

test('sees what others touched or deleted among thousands of files, which a thread of its own looks at', () => {
  const names = Array.from({ length: 3_000 }, (_, index) => `${index}.html`)
  const folder = writeFolder(Object.fromEntries(names.map((name) => [name, name])))
  const first = new OutputManifest(folder)
  for (const name of names) first.note(name, 'key')
  first.write([])
  onTestFinished(() => {
    const cache = 'node_modules/.cache/tag-archive'
    for (const name of fs.readdirSync(cache).filter((name) => name.includes(path.basename(folder))))
      fs.rmSync(path.join(cache, name))
  })
  fs.writeFileSync(path.join(folder, '7.html'), 'mine')
  fs.utimesSync(path.join(folder, '2000.html'), 1, 1)
  fs.rmSync(path.join(folder, '2999.html'))
  const second = new OutputManifest(folder)
  expect(names.filter((name) => !second.note(name, 'key'))).toEqual(['7.html', '2000.html', '2999.html'])
  expect(second.note('0.html', 'another')).toBe(false)
})

test('what another build deleted or wrote over before this one ended is not there for the next', () => {
  const folder = writeFolder({ 'gone.html': 'ours', 'other.html': 'ours', 'same.html': 'ours' })
  const names = ['gone.html', 'other.html', 'same.html']
  const first = new OutputManifest(folder)
  for (const name of names) first.note(name, 'key')
  for (const name of names) first.noteJustWritten(name)
  fs.rmSync(path.join(folder, 'gone.html'))
  fs.writeFileSync(path.join(folder, 'other.html'), 'of the other build')
  first.note('never.html', 'key')
  first.write([])
  const second = new OutputManifest(folder)
  expect(names.filter((name) => second.note(name, 'key'))).toEqual(['same.html'])
  expect(second.note('never.html', 'key')).toBe(false)
})

test('a page whose address changed in case only stands once, whether the disk knows case or not', () => {
  const folder = writeFolder({ 'Port.html': 'old' })
  const first = new OutputManifest(folder)
  first.note('Port.html', 'key')
  first.write([])
  const second = new OutputManifest(folder)
  fs.writeFileSync(path.join(folder, 'port.html'), 'new')
  second.note('port.html', 'key')
  expect(second.removeLeft()).toEqual([])
  expect(fs.readdirSync(folder).map((name) => name.toLowerCase())).toEqual(['port.html'])
  expect(fs.readFileSync(path.join(folder, 'port.html'), 'utf8')).toBe('new')
})

test('what was kept since a list counts for nothing beside another one, or none', () => {
  const directory = writeFolder({})
  const keep = () => keepManifest(directory, { files: new WrittenFiles([['a.html', ['k', 1, 2]]]), left: [] })
  const names = () => readManifest(directory).files.names
  const since = `${manifestFileOf(directory)}.since`
  expect(keepWrittenSince(directory, [['b.html', ['k', 3, 4]]])).toBe(false)
  keep()
  keepWrittenSince(directory, [['b.html', ['k', 3, 4]]])
  keepWrittenSince(directory, [['a.html', ['other', 5, 6]]])
  expect(names()).toEqual(['a.html', 'b.html'])
  expect(readManifest(directory).files.at(0)).toEqual(['other', 5, 6])
  const kept = fs.readFileSync(since)
  keep()
  fs.writeFileSync(since, kept)
  expect(names()).toEqual(['a.html'])
  fs.rmSync(manifestFileOf(directory))
  expect(names()).toEqual([])
})
