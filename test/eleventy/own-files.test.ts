import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type BuildOptions, buildOnDisk, type OwnerConfig, silenceEleventy, writeFolder } from './build.ts'

const posts = { 'posts/a.md': '---\ntitle: A\n---\n\nTexte.\n' }
const site = { title: '<Le Phare> du port', url: 'https://example.org/blog/', language: 'en' as const }
const ownIcon = '<svg xmlns="http://www.w3.org/2000/svg"/>'

test('a site has an icon and a manifest under its path prefix, and a page names both', async () => {
  const files = await buildOnDisk(writeFolder(posts), { options: { site } })
  const manifest = JSON.parse(files.get('site.webmanifest')!) as Record<string, unknown>
  expect(manifest).toMatchObject({
    name: site.title,
    short_name: '<Le Phare>',
    lang: 'en',
    start_url: '/blog/',
    scope: '/blog/',
    icons: [{ src: '/blog/favicon.svg', type: 'image/svg+xml', sizes: 'any' }],
  })
  expect(files.get('favicon.svg')).toContain('>L</text>')
  expect(files.get('index.html')).toContain('<link rel="icon" href="/blog/favicon.svg">')
  expect(files.get('index.html')).toContain('<link rel="manifest" href="/blog/site.webmanifest">')
})

const copied: BuildOptions['configure'] = (config) => {
  const { addPassthroughCopy } = config as OwnerConfig & { addPassthroughCopy(paths: Record<string, string>): void }
  addPassthroughCopy.call(config, { [path.join(directory, 'static')]: '/' })
}
let directory: string

test.each([
  ['copied', { 'static/favicon.svg': ownIcon }, copied],
  ['made by a template', { 'icon.njk': `---\npermalink: /favicon.svg\n---\n${ownIcon}` }, undefined],
])('an icon of the site’s own stays where it is %s, build after build', async (_, own, configure) => {
  directory = writeFolder({ ...posts, ...own })
  const options = { options: { site }, ...(configure && { configure }) }
  const first = await buildOnDisk(directory, options)
  expect(first.get('favicon.svg')).toBe(ownIcon)
  expect(first.has('site.webmanifest')).toBe(true)
  const second = await buildOnDisk(directory, { ...options, isAfterAnother: true })
  expect(second).toEqual(first)
})

test.each([
  ['page', 'index.html', "ownPages: ['home']"],
  ['tag page', 'tag/mer/index.html', 'permalink'],
  ['feed', 'feed.xml', 'feeds: false'],
])('a copied file in the place of a %s stops the build with what to do', async (_, name, remedy) => {
  silenceEleventy()
  const post = '---\ntitle: A\ntags: [Mer]\n---\n\nTexte.\n'
  directory = writeFolder({ 'posts/a.md': post, [`static/${name}`]: 'mine' })
  const building = buildOnDisk(directory, { options: { site }, configure: copied })
  await expect(building).rejects.toMatchObject({
    code: 'OUTPUT_CONFLICT',
    problem: expect.stringContaining(`static/${name} `),
    remedy: expect.stringContaining(remedy),
  })
  expect(fs.readFileSync(path.join(directory, '_site', name), 'utf8')).toBe('mine')
})

test('an icon that the site begins to have takes the place of ours', async () => {
  directory = writeFolder(posts)
  fs.mkdirSync(path.join(directory, 'static'))
  const options = { options: { site }, configure: copied }
  expect((await buildOnDisk(directory, options)).get('favicon.svg')).toContain('>L</text>')
  fs.writeFileSync(path.join(directory, 'static/favicon.svg'), ownIcon)
  const files = await buildOnDisk(directory, { ...options, isAfterAnother: true })
  expect(files.get('favicon.svg')).toBe(ownIcon)
})

test('a page of the site’s own stays at the old address of a post', async () => {
  directory = writeFolder({
    'posts/a.md': '---\ntitle: A\ndate: 2024-01-01\nsource:\n  url: https://ancien.example/p1/\n---\n\nUn.\n',
    'posts/b.md': '---\ntitle: B\ndate: 2024-01-02\nsource:\n  url: https://ancien.example/p2/\n---\n\nDeux.\n',
    'own.njk': '---\npermalink: /p1/\n---\nmine',
  })
  const first = await buildOnDisk(directory)
  expect(first.get('p1/index.html')).toBe('mine')
  expect(first.get('p2/index.html')).toContain('/articles/b/')
  expect(await buildOnDisk(directory, { isAfterAnother: true })).toEqual(first)
})
