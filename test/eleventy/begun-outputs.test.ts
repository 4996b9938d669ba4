import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BegunOutputs } from '../../src/eleventy/begun-outputs.ts'
import { writeFolder } from './build.ts'

test('what was begun is known to later builds, once each, until one comes to its end', () => {
  const file = path.join(writeFolder({}), 'cache/outputs.begun')
  new BegunOutputs(file).add([{ name: 'a.html' }, { name: 'media/b.png', bytes: 12 }])
  const size = fs.statSync(file).size
  const second = new BegunOutputs(file)
  second.add([{ name: 'a.html' }, { name: 'media/b.png', bytes: 12 }])
  expect(fs.statSync(file).size).toBe(size)
  second.add([{ name: 'media/b.png', bytes: 13 }])
  const third = new BegunOutputs(file)
  expect(third.names).toEqual(['a.html', 'media/b.png'])
  expect([third.bytesOf('a.html'), third.bytesOf('media/b.png')]).toEqual([undefined, 13])
  third.forget()
  expect(new BegunOutputs(file).names).toEqual([])
})

test('a line that is cut, and one that leads elsewhere, costs nothing else', () => {
  const file = path.join(
    writeFolder({ begun: '{"a.html":null,"../b.html":null,"/c.html":null}\n{"d.html":null,"e.ht' }),
    'begun',
  )
  new BegunOutputs(file).add([{ name: 'f.html' }])
  expect(new BegunOutputs(file).names).toEqual(['a.html', 'f.html'])
})
