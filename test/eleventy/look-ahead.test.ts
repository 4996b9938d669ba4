import fs from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { LookAhead, type LookOrder, lookInThread, lookInTurns } from '../../src/eleventy/look-ahead.ts'
import { writeFolder } from './build.ts'

test.each([
  ['a thread that does nothing else', lookInThread],
  ['one that does other things too', (order: LookOrder) => void lookInTurns(order, () => false)],
])('%s tells size and time of each file, and −1 of those that are not there', async (_, look) => {
  const folder = writeFolder({ 'a/b.html': '<p>', 'c.xml': '' })
  const ahead = new LookAhead(folder, ['a/b.html', 'c.xml', 'd.json'], look)
  await vi.waitFor(() => expect(ahead.at(2)).toEqual([-1, -1]), { timeout: 10_000 })
  for (const [place, name] of ['a/b.html', 'c.xml'].entries()) {
    const { size, mtimeMs } = fs.statSync(path.join(folder, name))
    expect(ahead.at(place)).toEqual([size, mtimeMs])
  }
  expect(ahead.at(3)).toBeUndefined()
})
