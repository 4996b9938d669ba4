import fs from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
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
