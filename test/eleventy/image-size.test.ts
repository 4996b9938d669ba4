import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readImageSize } from '../../src/eleventy/image-size.ts'
import { buildOnDisk, writeFolder } from './build.ts'
import { gif, jpegOf, pngOf } from './pictures.ts'

const sizeOf = (bytes: string | Buffer) => {
  const file = path.join(writeFolder({}), 'picture')
  fs.writeFileSync(file, bytes)
  return readImageSize(file)
}

describe('the size of a picture', () => {
  test.each<[string, string | Buffer, object | undefined]>([
    ['a PNG', pngOf(640, 480), { width: 640, height: 480 }],
    ['a GIF', gif, { width: 1, height: 1 }],
    ['a JPEG', jpegOf(640, 480), { width: 640, height: 480 }],
    ['a JPEG of a camera held upright', jpegOf(640, 480, { orientation: 6 }), { width: 480, height: 640 }],
    ['a JPEG with much before it', jpegOf(640, 480, { before: 300_000 }), { width: 640, height: 480 }],
    ['a drawing', '<?xml version="1.0"?><svg viewBox="0 0 30 20" xmlns="x"><g/></svg>', { width: 30, height: 20 }],
    ['a drawing without a size', '<svg xmlns="x"><g/></svg>', undefined],
    ['a picture cut off', pngOf(640, 480).subarray(0, 12), undefined],
    ['a picture of no height', pngOf(640, 0), undefined],
    ['a page', '<!DOCTYPE html><title>Not found</title>', undefined],
    ['nothing', '', undefined],
  ])('is told by %s', (_, bytes, size) => {
    expect(sizeOf(bytes)).toEqual(size)
  })

  test('is unknown where there is no file, or a folder', () => {
    expect(readImageSize('nowhere.png')).toBeUndefined()
    expect(readImageSize(import.meta.dirname)).toBeUndefined()
  })

  test('takes no more of a file than its head: one that no memory has room for', () => {
    const file = path.join(writeFolder({}), 'picture')
    fs.writeFileSync(file, pngOf(4000, 3000))
    fs.truncateSync(file, 8_000_000_000)
    expect(readImageSize(file)).toEqual({ width: 4000, height: 3000 })
  })
})

describe('pictures of articles', () => {
  const body = `![Le port](/media/port.png)\n\n${'Un texte. '.repeat(80)}\n\n![Le phare](/media/phare.jpg) ![Ailleurs](https://ancien.example/quai.png)`
  const posts = { 'posts/a.md': `---\ntitle: Le port\n---\n\n${body}\n`, 'posts/media/README': 'Pictures.' }
  const addPictures = (folder: string) => {
    fs.writeFileSync(path.join(folder, 'posts/media/port.png'), pngOf(640, 480))
    fs.writeFileSync(path.join(folder, 'posts/media/phare.jpg'), jpegOf(640, 480, { orientation: 8 }))
  }
  const options = { site: { url: 'https://example.org/blog/' } }

  test('have their place kept free, and wait until a reader comes near, but for the first', async () => {
    const folder = writeFolder(posts)
    addPictures(folder)
    const page = (await buildOnDisk(folder, { options })).get('articles/a/index.html') ?? ''
    expect([...page.matchAll(/<img [^>]+>/g)].map(([image]) => image)).toEqual([
      '<img src="/blog/media/port.png" alt="Le port" width="640" height="480">',
      '<img src="/blog/media/phare.jpg" alt="Le phare" width="480" height="640" loading="lazy" decoding="async">',
      '<img src="https://ancien.example/quai.png" alt="Ailleurs" loading="lazy" decoding="async">',
    ])
  })

  test('that come later get their sizes in the next build', async () => {
    const folder = writeFolder(posts)
    await buildOnDisk(folder, { options })
    addPictures(folder)
    const page = (await buildOnDisk(folder, { options, isAfterAnother: true })).get('articles/a/index.html')
    expect(page).toContain('width="640" height="480"')
  })

  test.each(['![b](/media/b\\_c.png)', '![b](/media/b&#95;c.png)', '![b](/me\u0001dia/b_c.png)'])(
    'have the size of the file that is there now, however a text writes its name: %j',
    async (text) => {
      const folder = writeFolder({ 'posts/a.md': `---\ntitle: A\ndate: 2024-01-01\n---\n\n${text}\n` })
      const picture = path.join(folder, 'posts/media/b_c.png')
      fs.mkdirSync(path.dirname(picture))
      for (const width of [100, 300]) {
        fs.writeFileSync(picture, pngOf(width, 50))
        const page = (await buildOnDisk(folder, { isAfterAnother: true })).get('articles/a/index.html')
        expect(page).toContain(`width="${width}" height="50"`)
      }
    },
  )
})
