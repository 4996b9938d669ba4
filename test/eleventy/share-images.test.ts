import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { encodePalettePng } from '../../src/eleventy/palette-png.ts'
import { requireShareImages } from '../../src/eleventy/share-images.ts'
import { shareCard, shareCardColours } from '../../src/templates/share-card.ts'
import { buildOnDisk, writeFolder } from './build.ts'

const long =
  'Pourquoi la ligne de tram du quai des Brumes ouvrira plus tard que prévu, et ce que la ville compte faire '
const posts = {
  'posts/a.md': '---\ntitle: L’été au port\ndate: 2024-06-15\n---\n\nTexte.\n',
  'posts/long.md': `---\ntitle: "${long.repeat(4)}"\n---\n\nTexte.\n`,
  'posts/hostile.md': `---\ntitle: "${'a'.repeat(400)} <script>&amp; 🎉"\n---\n\nTexte.\n`,
  'posts/japanese.md': '---\ntitle: 港の夏\nlang: ja\n---\n\nTexte.\n',
}
const site = { title: 'Le Phare', description: 'Un journal du port.', url: 'https://example.org/blog/' }

const imageOf = (page: string | undefined): string =>
  /<meta property="og:image" content="https:\/\/example.org\/blog\/([^"]+)">/.exec(page ?? '')![1]!

test('each article has a picture of its size, light enough, and the same in every build', async () => {
  const directory = writeFolder(posts)
  const options = { options: { site, shareImages: 'posts' as const } }
  const files = await buildOnDisk(directory, options)
  const page = files.get('articles/a/index.html')!
  const picture = path.join(directory, '_site', imageOf(page))
  const drawn = fs.readFileSync(picture)
  expect([drawn.readUInt32BE(16), drawn.readUInt32BE(20)]).toEqual([1200, 630])
  expect(page).toContain('<meta property="og:image:width" content="1200">')
  expect(page).toContain('<meta property="og:image:alt" content="L’été au port">')
  expect(page).toContain('<meta name="twitter:card" content="summary_large_image">')
  const pictures = [...files.keys()].filter((name) => name.endsWith('.png'))
  expect(pictures).toHaveLength(4)
  for (const name of pictures) expect(fs.statSync(path.join(directory, '_site', name)).size, name).toBeLessThan(40_000)
  const time = fs.statSync(picture).mtimeMs
  expect(await buildOnDisk(directory, { ...options, isAfterAnother: true })).toEqual(files)
  expect(fs.statSync(picture).mtimeMs).toBe(time)
  fs.rmSync('node_modules/.cache/tag-archive/share-images', { recursive: true })
  expect(await buildOnDisk(directory, options)).toEqual(files)
  expect(fs.readFileSync(picture).equals(drawn)).toBe(true)
})

test('a title in letters that the font lacks has the site’s picture', async () => {
  const files = await buildOnDisk(writeFolder(posts), { options: { site, shareImages: 'posts' } })
  expect(imageOf(files.get('articles/japanese/index.html'))).toBe(imageOf(files.get('index.html')))
  expect(imageOf(files.get('articles/a/index.html'))).not.toBe(imageOf(files.get('index.html')))
})

test('a picture that nothing names any more goes, and one of the site is enough', async () => {
  const directory = writeFolder(posts)
  await buildOnDisk(directory, { options: { site, shareImages: 'posts' } })
  const files = await buildOnDisk(directory, { options: { site, shareImages: 'site' }, isAfterAnother: true })
  expect([...files.keys()].filter((name) => name.endsWith('.png'))).toEqual([imageOf(files.get('index.html'))])
  expect(imageOf(files.get('articles/a/index.html'))).toBe(imageOf(files.get('index.html')))
})

test('without the option no page names a picture, and none is drawn', async () => {
  const files = await buildOnDisk(writeFolder(posts), { options: { site } })
  expect([...files].filter(([name, text]) => name.endsWith('.png') || text.includes('og:image'))).toEqual([])
})

test('a missing package stops the build before it begins, and says what to do', async () => {
  vi.doMock('@resvg/resvg-js', () => {
    throw new Error('Cannot find package')
  })
  onTestFinished(() => void vi.doUnmock('@resvg/resvg-js'))
  const error = await requireShareImages().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'SHARE_IMAGE_MISSING', remedy: expect.stringContaining('npm install') })
})

/** Fails when pictures would come out different: then raise `drawingVersion` in `share-images.ts`, and put the new digest here. */
test('the version of drawings is raised when they change', () => {
  const card = shareCard({ title: 'L’été au port', foot: 'Le Phare', date: '2024' }, (text) => text.length / 2)
  const pixels = Uint8Array.from({ length: 64 }, (_, at) => at * 4)
  const png = Buffer.from(encodePalettePng({ width: 4, height: 4, pixels }, shareCardColours()))
  const data = png.indexOf('IDAT')
  const bytes = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))
  const digest = createHash('sha256').update(JSON.stringify([card, shareCardColours(), bytes.toString('hex')]))
  expect(digest.digest('hex').slice(0, 16)).toBe('ede788f72c8ee92d')
})
