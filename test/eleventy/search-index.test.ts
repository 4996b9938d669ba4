import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { BuildResult } from '../../src/eleventy/eleventy-types.ts'
import { requirePagefind, writeSearchIndex } from '../../src/eleventy/search-index.ts'
import { toSearchRecords } from '../../src/pages/search-records.ts'
import { modelOf, tramGraph, tramPosts } from '../pages/sample-site.ts'
import { build, writeFolder } from './build.ts'

const records = () => toSearchRecords(modelOf(tramPosts, { graph: tramGraph }))
let output: string
beforeEach(() => {
  output = writeFolder({})
})

const finished = (result: Partial<BuildResult> = {}): BuildResult => ({
  directories: { output },
  outputMode: 'fs',
  results: [{ inputPath: 'index.md', outputPath: 'index.html' }],
  runMode: 'build',
  ...result,
})

const readIndex = (): ReadonlyMap<string, string> => {
  const names = fs.readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = names.map(({ parentPath, name }) => path.join(parentPath, name)).sort()
  return new Map(files.map((file) => [path.relative(output, file), fs.readFileSync(file).toString('base64')]))
}

test('the same posts give the same bytes, and what an earlier index had is gone', async () => {
  await writeSearchIndex(records, finished(), true)
  const first = readIndex()
  await writeSearchIndex(() => records().slice(0, 1), finished(), true)
  expect(readIndex().size).toBeLessThan(first.size)
  await writeSearchIndex(records, finished(), true)
  expect(readIndex()).toEqual(first)
  await writeSearchIndex(records, finished(), true)
  expect(readIndex()).toEqual(first)
  expect([...first.keys()].filter((name) => name.includes('fragment'))).toHaveLength(records().length)
})

test('holds nothing of the interfaces that Pagefind brings', async () => {
  await writeSearchIndex(records, finished(), true)
  expect([...readIndex().keys()].filter((name) => /ui|highlight/.test(name))).toEqual([])
})

test.each([
  ['in a dry run', { results: [undefined] }, true],
  ['where the pages are given as JSON', { outputMode: 'json' }, true],
  ['while the owner writes, if he wants it so', { runMode: 'serve' }, 'buildOnly'],
  ['in an incremental build, if he wants it so', { incremental: true }, 'buildOnly'],
  ['without the option', {}, false],
] as const)('is not made %s', async (_, result, search) => {
  await writeSearchIndex(records, finished(result), search)
  expect(readIndex().size).toBe(0)
})

test('a missing package stops the build before it begins, and says what to do', async () => {
  vi.doMock('pagefind', () => {
    throw new Error('Cannot find package')
  })
  onTestFinished(() => void vi.doUnmock('pagefind'))
  const error = await requirePagefind().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'SEARCH_MISSING', remedy: expect.stringContaining('npm install') })
})

test('the page stands at the address of the site’s language, linked from the header', async () => {
  const posts = { 'posts/a.md': '---\ntitle: A\n---\n\nTexte.\n' }
  const pages = await build(writeFolder(posts), { options: { search: true, site: { language: 'en' } } })
  const search = pages.find(({ url }) => url === '/search/')!.content
  expect(search).toMatch(/<script type="module" src="\/assets\/search\.[0-9a-f]{10}\.js">/)
  expect(pages.find(({ url }) => url === '/')!.content).toContain('<a href="/search/">Search</a>')
  // Data about the page is no script that runs.
  expect(pages.find(({ url }) => url === '/')!.content).not.toMatch(/<script(?! type="application\/ld\+json")/)
})
