import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest'
import type { TagArchiveOptions } from '../../src/options.ts'
import { buildOnDisk, readFolder, startServing, writeFolder } from './build.ts'

const names = ['tram', 'quai', 'port', 'phare', 'gare', 'pont']

/** Others follow the first: it is the oldest. */
const posts = Object.fromEntries(
  names.map((name, index) => [
    `posts/${name}.md`,
    `---\ntitle: Le ${name}\ndate: ${index === 0 ? 2021 : 2023}-11-14\ntags: [Mer]\n---\n\nLe ${name} [arrive](/tag/mer/).\n`,
  ]),
)

const options: TagArchiveOptions = { feeds: { entries: 2 }, pageSize: 3, permalink: '/{year}/{slug}/' }

type Edit = (text: string) => string

const edits: Readonly<Record<string, Edit>> = {
  addToText: (text) => `${text}\nEncore un mot sur le port et la gare maritime.\n`,
  retitle: (text) => text.replace(/^title: (.*)$/m, 'title: $1 !'),
  retag: (text) => text.replace(/^tags: \[(.*)\]$/m, 'tags: [$1, Côte, Quai $1]'),
  untag: (text) => text.replace(/^tags: .*$/m, 'tags: []'),
  redate: (text) => text.replace(/^date: \d{4}-11/m, 'date: 2023-12'),
  move: (text) => text.replace(/^date: \d{4}/m, 'date: 2022'),
  hide: (text) => text.replace(/^title: /m, 'draft: true\ntitle: '),
  show: (text) => text.replace(/^draft: true\n/m, ''),
  follow: (text) => text.replace(/^title: /m, 'followUpTo: tram\ntitle: '),
  unfollow: (text) => text.replace(/^followUpTo: tram\n/m, ''),
  break: (text) => text.replace(/^title: /m, 'title '),
  mend: (text) => text.replace(/^title (?!:)/m, 'title: '),
}

let log: MockInstance
let warn: MockInstance
beforeEach(() => {
  log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => {
    for (const spy of [log, warn, error]) spy.mockRestore()
  }
})

describe('a build while somebody writes', () => {
  test('leaves the same files as a first build, over a series of edits', async () => {
    const folder = writeFolder(posts)
    const rebuild = await startServing(folder, { options })
    const steps = fc.sample(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.constantFrom(...names.slice(1))), {
        minLength: 1,
        maxLength: 3,
      }),
      { numRuns: 40, seed: 11 },
    )
    for (const [index, step] of steps.entries()) {
      for (const [edit, name] of step) change(folder, name, edits[edit]!)
      await rebuild(...step.map(([, name]) => `posts/${name}.md`))
      // Some edits come while the rest of the one before is still to be done.
      if (index % 4 !== 3) continue
      await untilDone()
      expect(readFolder(path.join(folder, '_site')), `${index}: ${step.join(' ')}`).toEqual(await buildFirst(folder))
    }
  }, 120_000)

  test('writes the page of the post that was edited, and then what else it changes', async () => {
    const folder = writeFolder(posts)
    const rebuild = await startServing(folder, { options })
    const before = timesOf(folder)
    change(folder, 'gare', edits.retitle!)
    await rebuild('posts/gare.md')
    expect(listChanged(before, timesOf(folder)).filter((name) => !name.startsWith('assets/'))).toEqual([
      '2023/gare/index.html',
    ])
    expect(fs.readFileSync(path.join(folder, '_site/2023/gare/index.html'), 'utf8')).toMatch(/<h1>Le gare\s!</)
    const first = timesOf(folder)
    await untilDone()
    const changed = listChanged(first, timesOf(folder))
    expect(changed).toContain('index.html')
    expect(changed).toContain('tag/mer/index.html')
    // It was right at once.
    expect(changed).not.toContain('2023/gare/index.html')
  })

  test('does all at once where more than a post’s own text changes', async () => {
    const folder = writeFolder(posts)
    const rebuild = await startServing(folder, { options })
    for (const edit of ['move', 'hide'] as const) {
      change(folder, 'gare', edits[edit]!)
      await rebuild('posts/gare.md')
      expect(readFolder(path.join(folder, '_site')), edit).toEqual(await buildFirst(folder))
    }
    fs.writeFileSync(path.join(folder, 'posts/cale.md'), posts['posts/quai.md']!.replaceAll('quai', 'cale'))
    change(folder, 'quai', edits.addToText!)
    await rebuild('posts/quai.md', 'posts/cale.md')
    expect(readFolder(path.join(folder, '_site'))).toEqual(await buildFirst(folder))
  })

  test('does all at once where Eleventy writes the pages, for a transform', async () => {
    const folder = writeFolder(posts)
    const rebuild = await startServing(folder, {
      options,
      configure: (config) => config.addTransform('mine', (content) => `${content}<!-- mine -->`),
    })
    change(folder, 'gare', edits.retitle!)
    await rebuild('posts/gare.md')
    const files = readFolder(path.join(folder, '_site'))
    expect(files.get('index.html')).toMatch(/Le gare\s!/)
    expect(files.get('2023/gare/index.html')).toContain('<!-- mine -->')
  })

  test('tells of a post that can’t be read, and goes on when it can be', async () => {
    const folder = writeFolder(posts)
    const rebuild = await startServing(folder, { options })
    change(folder, 'gare', edits.break!)
    await rebuild('posts/gare.md')
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('gare.md, line 2: '))
    expect(warn).toHaveBeenLastCalledWith(
      expect.stringContaining("A post is left out of the site, since gare.md can't be read."),
    )
    expect(fs.existsSync(path.join(folder, '_site/2023/gare/index.html'))).toBe(false)
    change(folder, 'gare', edits.mend!)
    await rebuild('posts/gare.md')
    expect(readFolder(path.join(folder, '_site'))).toEqual(await buildFirst(folder))
  })

  test('tells what stops the rest, and does it when that is mended', async () => {
    const folder = writeFolder(posts)
    const rebuild = await startServing(folder, { options })
    change(folder, 'gare', (text) => text.replace(/^title: /m, 'followUpTo: nowhere\ntitle: '))
    await rebuild('posts/gare.md')
    await vi.waitFor(() => expect(console.error).toHaveBeenCalledWith(expect.stringContaining('nowhere')), {
      timeout: 10_000,
    })
    change(folder, 'gare', (text) => text.replace(/^followUpTo: nowhere\n/m, ''))
    await rebuild('posts/gare.md')
    await untilDone()
    expect(readFolder(path.join(folder, '_site'))).toEqual(await buildFirst(folder))
  })

  test('leaves to the next process what this one did not do', async () => {
    const folder = writeFolder(posts)
    const rebuild = await startServing(folder, { options })
    change(folder, 'gare', edits.retag!)
    await rebuild('posts/gare.md')
    expect(await buildOnDisk(folder, { options, isAfterAnother: true })).toEqual(await buildFirst(folder))
  })

  test('leaves nothing behind of an edit that is taken back before the rest is done', async () => {
    const folder = writeFolder(posts)
    await buildOnDisk(folder, { options })
    const rebuild = await startServing(folder, { options })
    change(folder, 'gare', edits.addToText!)
    await rebuild('posts/gare.md')
    // The server ends here.
    fs.writeFileSync(path.join(folder, 'posts/gare.md'), posts['posts/gare.md']!)
    expect(await buildOnDisk(folder, { options, isAfterAnother: true })).toEqual(await buildFirst(folder))
  })

  test('leaves nothing behind of a post that goes before the rest is done', async () => {
    const folder = writeFolder({ ...posts, 'styles.css': ':root { --thread: teal }' })
    const styled = { ...options, styles: [path.join(folder, 'styles.css')] }
    const rebuild = await startServing(folder, { options: styled })
    change(folder, 'gare', edits.addToText!)
    await rebuild('posts/gare.md')
    // The server ends here: another process finds the post gone, and other styles.
    fs.rmSync(path.join(folder, 'posts/gare.md'))
    fs.writeFileSync(path.join(folder, 'styles.css'), ':root { --thread: navy }')
    const left = await buildOnDisk(folder, { options: styled, isAfterAnother: true })
    expect(left).toEqual(await buildFirst(folder, styled))
  })
})

function change(folder: string, name: string, edit: Edit): void {
  const file = path.join(folder, 'posts', `${name}.md`)
  fs.writeFileSync(file, edit(fs.readFileSync(file, 'utf8')))
}

/** Until the last build that was told of is a whole one. */
async function untilDone(): Promise<void> {
  const isWhole = () => {
    const told = log.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('tag-archive wrote'))
    return told.at(-1)?.includes('files') === true
  }
  await vi.waitFor(() => expect(isWhole()).toBe(true), { timeout: 20_000 })
}

/** The posts of one folder, built into another where nothing was before. */
async function buildFirst(folder: string, given = options): Promise<ReadonlyMap<string, string>> {
  const told = log.mock.calls.length
  const files = await buildOnDisk(writeFolder({}), { options: { ...given, posts: path.join(folder, 'posts') } })
  log.mock.calls.length = told
  return files
}

function timesOf(folder: string): ReadonlyMap<string, number> {
  const files = fs.readdirSync(path.join(folder, '_site'), { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(path.join(folder, '_site'), file), fs.statSync(file).mtimeMs]),
  )
}

const listChanged = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] =>
  [...after].flatMap(([name, time]) => (before.get(name) === time ? [] : [name]))
