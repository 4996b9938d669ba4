import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { cacheFolder } from '../../src/eleventy/build-cache.ts'
import { writeLastGraph } from '../../src/eleventy/last-graph.ts'
import { SecondThread } from '../../src/eleventy/second-thread.ts'
import { resolveOptions, type TagArchiveOptions } from '../../src/options.ts'
import { TextsAhead } from '../../src/pages/texts-ahead.ts'
import type { Post } from '../../src/posts/post.ts'
import { corpus } from '../relations/archive.ts'
import { buildOnDisk, inNewProject, letFilesRest, silenceEleventy, writeFolder } from './build.ts'

const settings = vi.hoisted(() => ({ isWorth: true }))

// Few posts are no reason for a thread; what it does is the same.
vi.mock(import('../../src/eleventy/second-thread.ts'), async (original) => ({
  ...(await original()),
  isWorthSecondThread: () => settings.isWorth,
  fewestFeeds: 1,
}))

const count = 120

/** Four tags, a story now and then; one republished. */
const posts = Object.fromEntries(
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10)
    const place = `Kermadec${index % 97}`
    const text = `Le bac numéro ${index} de ${place} a quitté le quai à ${index % 24} heures, sous la pluie.`
    return [
      `posts/bac-${index}.md`,
      `---\ntitle: Bac ${index}\ndate: ${date}\ntags: [Mer ${index % 4}]\n---\n\n${text}\n`,
    ]
  }),
)

/** How often a build asked for its graph is how often it was a thread that made it. */
const watchThreads = () => {
  const relate = vi.spyOn(SecondThread.prototype, 'relate')
  onTestFinished(() => relate.mockRestore())
  return relate
}

/** Whether the last build was made with the relations of the one before. */
async function wasGuessed(threads: ReturnType<typeof watchThreads>): Promise<boolean> {
  const [, guess] = threads.mock.lastCall ?? []
  return (await threads.mock.results.at(-1)?.value) === guess
}

/** Below `posts/`, from the project's folder. */
const lastGraph = '../node_modules/.cache/tag-archive/graph.json'

async function buildByOne(folder: string): Promise<ReadonlyMap<string, string>> {
  settings.isWorth = false
  onTestFinished(() => {
    settings.isWorth = true
  })
  fs.rmSync(`${folder}/_site`, { recursive: true })
  return inNewProject(() => buildOnDisk(folder, { isAfterAnother: true }))
}

const formatFile = ({ id, title, date, body }: Post) =>
  `---\nid: ${id}\ntitle: ${JSON.stringify(title)}\ndate: ${date?.day}\ntags: [Mer]\n---\n\n${body}\n`

/** What builds keep of relations: of texts, of the archive, of what pages show. */
function readKept() {
  const [texts, added, archive, graph] = ['relations.bin', 'relations-added.bin', 'archive.bin', 'graph.json'].map(
    (name) => fs.readFileSync(path.join(cacheFolder, name), 'latin1'),
  )
  return { analyses: `${texts}${added}`, archive, graph }
}

describe('the second thread', { timeout: 120_000 }, () => {
  beforeEach(letFilesRest)

  test('leaves what one thread alone leaves', async () => {
    const threads = watchThreads()
    const ahead = vi.spyOn(TextsAhead.prototype, 'add')
    const folder = writeFolder(posts)
    fs.rmSync(path.join('posts', lastGraph), { force: true })
    const byTwo = await buildOnDisk(folder)
    expect(threads).toHaveBeenCalledOnce()
    expect(ahead).toHaveBeenCalled()
    const times = listTimes(folder)
    await buildOnDisk(folder, { isAfterAnother: true })
    expect(await wasGuessed(threads)).toBe(true)
    expect(listTimes(folder), 'all that two threads wrote is known to the next build').toEqual(times)
    const byOne = await buildByOne(folder)
    expect(byTwo.size).toBeGreaterThan(count)
    expect([...byTwo.keys()].filter((name) => name.endsWith('atom-archive-1.xml'))).toHaveLength(5)
    expect(new Map([...byTwo].sort())).toEqual(new Map([...byOne].sort()))
  })

  test('makes the sources of feeds that the other one would make', async () => {
    const threads = watchThreads()
    // However soon the pages are written.
    const claim = vi.spyOn(SecondThread.prototype, 'claimSource').mockReturnValue(false)
    onTestFinished(() => claim.mockRestore())
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    const [thread] = threads.mock.contexts as SecondThread[]
    expect([...thread!.feedSources.keys()]).toEqual(expect.arrayContaining(['/feed.xml', '/feed-archive-1.json']))
    const times = listTimes(folder)
    fs.rmSync(path.join(cacheFolder, 'keys.json'))
    await buildOnDisk(folder, { isAfterAnother: true })
    expect(listTimes(folder)).toEqual(times)
  })

  const edit = (folder: string, name: string, pattern: RegExp, replacement: string) => {
    const file = path.join(folder, 'posts', name)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(pattern, replacement))
  }

  test.each<[string, boolean, (folder: string) => void]>([
    ['a text', true, (folder) => edit(folder, 'bac-5.md', /$/, 'Rien de plus.\n')],
    ['what relates posts', false, (folder) => edit(folder, 'bac-9.md', /^date/m, 'followUpTo: bac-7\ndate')],
    ['a post’s file, which goes', true, (folder) => fs.rmSync(`${folder}/posts/bac-6.md`)],
    ['the file of the last relations, which is damaged', false, () => edit('.', lastGraph, /"/, "'")],
    ['the file of the last relations, of another site', false, () => writeLastGraph('{"relations":7}')],
  ])('makes what a first build makes after a change to %s', async (_, isGuessed, change) => {
    const threads = watchThreads()
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    change(folder)
    const byTwo = await buildOnDisk(folder, { isAfterAnother: true })
    expect(await wasGuessed(threads)).toBe(isGuessed)
    expect(new Map([...byTwo].sort())).toEqual(new Map([...(await buildByOne(folder))].sort()))
  })

  test('looks only at what an edit changes, and leaves what a first build leaves', async () => {
    const archive = corpus(120, 11)
    const folder = writeFolder(Object.fromEntries(archive.map((post) => [`posts/${post.slug}.md`, formatFile(post)])))
    await buildOnDisk(folder)
    const words = archive.flatMap(({ body }) => body.split(/[\s.,]+/))
    const met = { updates: 0, graphs: 0 }
    for (let step = 0; step < 14; step++) {
      const { slug } = archive[(step * 37) % archive.length]!
      const some = words.slice(step * 211, step * 211 + 1 + (step % 5)).join(' ')
      // A sentence more, or none of the last: what is similar changes, and stories do.
      edit(folder, `${slug}.md`, step % 3 === 2 ? /[^.\n]+\.\n$/ : /\n$/, ` ${some} ${some}.\n`)
      const before = readKept()
      const warm = await buildOnDisk(folder, { isAfterAnother: true })
      const after = readKept()
      if (after.analyses === before.analyses && after.archive !== before.archive) met.updates++
      if (after.graph !== before.graph) met.graphs++
      expect(new Map([...warm].sort()), `edit ${step} of ${slug}`).toEqual(
        new Map([...(await buildByOne(folder))].sort()),
      )
      settings.isWorth = true
    }
    expect(met.updates).toBeGreaterThan(8)
    expect(met.graphs).toBeGreaterThan(1)
  })

  test('tells what is wrong with relations as one thread does', async () => {
    silenceEleventy()
    const threads = watchThreads()
    const folder = writeFolder({
      ...posts,
      'posts/a.md': '---\ntitle: A\ndate: 2019-01-01\nfollowUpTo: b\n---\n\nUn.\n',
      'posts/b.md': '---\ntitle: B\ndate: 2019-01-02\nfollowUpTo: a\n---\n\nDeux.\n',
    })
    await expect(buildOnDisk(folder)).rejects.toThrow(/followUpTo/)
    expect(threads).toHaveBeenCalledOnce()
    expect(fs.existsSync(`${folder}/_site/feed.xml`)).toBe(false)
  })

  test('ends a build with what it can’t write', async () => {
    silenceEleventy()
    const folder = writeFolder({ ...posts, '_site/tag/mer-1/feed.xml/taken': '' })
    await expect(buildOnDisk(folder, { isAfterAnother: true })).rejects.toThrow(
      /can't be written: EISDIR.*feed\.xml.*move away/s,
    )
  })
})

test('few posts, and a site without feeds and relations, are no reason for a thread', async () => {
  const { isWorthSecondThread } = await vi.importActual<typeof import('../../src/eleventy/second-thread.ts')>(
    '../../src/eleventy/second-thread.ts',
  )
  const [few, many] = [10, 5_000].map((count) =>
    path.join(
      writeFolder(Object.fromEntries(Array.from({ length: count }, (_, index) => [`posts/${index}.md`, '']))),
      'posts',
    ),
  )
  const isWorth = (folder: string, options: TagArchiveOptions = {}) =>
    isWorthSecondThread(folder, resolveOptions(options))
  expect(isWorth(many!)).toBe(true)
  expect(isWorth(many!, { feeds: false })).toBe(true)
  expect(isWorth(many!, { feeds: false, relations: false })).toBe(false)
  expect(isWorth(few!)).toBe(false)
  expect(isWorth(path.join(few!, 'none'))).toBe(false)
})

const listTimes = (folder: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    fs
      .readdirSync(`${folder}/_site`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:html|xml|json)$/.test(name) && !name.includes('assets'))
      .map((name) => [name, fs.statSync(`${folder}/_site/${name}`).mtimeMs]),
  )
