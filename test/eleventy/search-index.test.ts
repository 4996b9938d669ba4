import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { OutputManifest } from '../../src/eleventy/output-manifest.ts'
import { requirePagefind, type SearchTarget, writeSearchIndex } from '../../src/eleventy/search-index.ts'
import { type SearchRecord, toSearchRecords } from '../../src/pages/search-records.ts'
import { modelOf, tramGraph, tramPosts } from '../pages/sample-site.ts'
import { build, writeFolder } from './build.ts'

const records = () => toSearchRecords(modelOf(tramPosts, { graph: tramGraph }))
const fewer = () => records().slice(0, 1)
let output: string
beforeEach(() => {
  output = writeFolder({})
})

const whole = () => ({ directories: { output }, runMode: 'build' }) as const

async function write(
  toRecords: () => readonly SearchRecord[],
  {
    build = whole(),
    isRebuild = false,
    search = true,
  }: Partial<SearchTarget> & { readonly search?: boolean | 'buildOnly' } = {},
): Promise<void> {
  const manifest = new OutputManifest(output)
  const source = { records: toRecords, key: () => String(toRecords === fewer) }
  await writeSearchIndex(source, { build, manifest, isRebuild }, search)
  manifest.removeLeft()
  manifest.write([])
}

const readIndex = (): ReadonlyMap<string, string> => {
  const names = fs.readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = names.map(({ parentPath, name }) => path.join(parentPath, name)).sort()
  return new Map(files.map((file) => [path.relative(output, file), fs.readFileSync(file).toString('base64')]))
}

test('the same posts give the same bytes, and what an earlier index had is gone', async () => {
  await write(records)
  const first = readIndex()
  await write(fewer)
  expect(readIndex().size).toBeLessThan(first.size)
  await write(records)
  expect(readIndex()).toEqual(first)
  await write(records)
  expect(readIndex()).toEqual(first)
  expect([...first.keys()].filter((name) => name.includes('fragment'))).toHaveLength(records().length)
})

test('only what changed is written', async () => {
  await write(records)
  const first = readIndex()
  const past = new Date('2020-01-01')
  for (const name of first.keys()) fs.utimesSync(path.join(output, name), past, past)
  await write(() => records().map((record, at) => (at === 0 ? { ...record, title: 'Le tramway arrive' } : record)))
  const isOld = (name: string) => fs.statSync(path.join(output, name)).mtimeMs === past.getTime()
  const fragments = [...readIndex()].filter(([name]) => name.includes('fragment'))
  expect(fragments.filter(([name]) => !isOld(name))).toHaveLength(1)
  for (const [name, bytes] of readIndex()) expect(isOld(name)).toBe(first.get(name) === bytes)
})

test('holds nothing of the interfaces that Pagefind brings', async () => {
  await write(records)
  expect([...readIndex().keys()].filter((name) => /ui|highlight/.test(name))).toEqual([])
})

test.each([
  ['while the owner writes, if he wants it so', { runMode: 'serve' }, 'buildOnly'],
  ['in an incremental build, if he wants it so', { incremental: true }, 'buildOnly'],
  ['without the option', {}, false],
] as const)('is not made %s', async (_, result, search) => {
  await write(records, { build: { ...whole(), ...result }, search })
  expect(readIndex().size).toBe(0)
})

test('is made once while the owner writes, and anew by the next whole build', async () => {
  await write(records, { build: { ...whole(), runMode: 'serve' } })
  const first = readIndex()
  await write(fewer, { build: { ...whole(), runMode: 'serve' }, isRebuild: true })
  expect(readIndex()).toEqual(first)
  await write(fewer, { isRebuild: true })
  expect(readIndex().size).toBeLessThan(first.size)
})

test('is left alone where the same stands there, and mended where it doesn’t', async () => {
  await write(records)
  const first = readIndex()
  const notMade = vi.fn(records)
  await write(notMade)
  expect(notMade).not.toHaveBeenCalled()
  for (const spoil of [fs.rmSync, (file: string) => fs.writeFileSync(file, 'x')]) {
    spoil(path.join(output, [...first.keys()].find((name) => name.includes('fragment'))!))
    await write(records)
    expect(readIndex()).toEqual(first)
  }
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
