import fs from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isOurs, isRecognisable, listRecognisable } from '../../src/eleventy/stale-files.ts'
import { type BuildOptions, buildOnDisk, inNewProject, writeFolder } from './build.ts'

const format = (title: string, tag: string, fields = '') =>
  `---\ntitle: ${title}\ndate: 2023-11-14\ntags: [${tag}]\n${fields}---\n\nLe ${title}.\n`
const posts = {
  'posts/quai.md': format('quai [1]', 'Mer', 'source: { url: https://ancien.example/2019/quai/ }\n'),
  'posts/port.md': format('port', 'Terre'),
}
const options: BuildOptions['options'] = {
  site: { author: 'Ana [Le Goff]', description: 'Un [carnet].', title: 'Le [Phare]' },
  feeds: { hub: 'https://hub.example/' },
}

test('every page, feed, redirect and style sheet tells that it is ours', async () => {
  const folder = writeFolder(posts)
  const files = await buildOnDisk(folder, { options })
  const names = [...files.keys()].filter(isRecognisable)
  const others = names.filter((name) => !isOurs(path.join(folder, '_site', name)))
  expect(others).toEqual(['sitemap.xml'])
  expect(names).toContain('2019/quai/index.html')
  expect(names).toContain('tag/mer/feed.json')
})

test.each([
  ['<p>mine', 'a.html'],
  ['{"mine":true}', 'feed.json'],
  ['<rss/>', 'feed.xml'],
])('what others wrote doesn’t: %s', (text, name) => {
  expect(isOurs(path.join(writeFolder({ [name]: text }), name))).toBe(false)
})

test('a folder with the name of a page is none', () => {
  const folder = writeFolder({ 'v1.html/a.txt': 'a' })
  expect(isOurs(path.join(folder, 'v1.html'))).toBe(false)
})

test('another site of the plugin’s in a folder of this one is not told', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
  const folder = writeFolder(posts)
  await inNewProject(async () => {
    await buildOnDisk(folder, { options, output: '_site/en' })
    const build = () => buildOnDisk(folder, { options, isAfterAnother: true })
    await build()
    expect((await build()).has('en/index.html')).toBe(true)
    expect(listRecognisable(path.join(folder, '_site')).some((name) => name.startsWith('en'))).toBe(false)
    expect(warn).not.toHaveBeenCalled()
    fs.rmSync('node_modules', { recursive: true })
    await build()
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('en/'))
  })
})
