import fs from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { LookAhead } from '../../src/eleventy/look-ahead.ts'
import { writeFolder } from './build.ts'

test('tells size and time of each file, and −1 of those that are not there', async () => {
  const folder = writeFolder({ 'a/b.html': '<p>', 'c.xml': '' })
  const ahead = new LookAhead(folder, ['a/b.html', 'c.xml', 'd.json'])
  await vi.waitFor(() => expect(ahead.find('d.json')).toEqual([-1, -1]), { timeout: 10_000 })
  for (const name of ['a/b.html', 'c.xml']) {
    const { size, mtimeMs } = fs.statSync(path.join(folder, name))
    expect(ahead.find(name)).toEqual([size, mtimeMs])
  }
  expect(ahead.find('e.html')).toBeUndefined()
})
