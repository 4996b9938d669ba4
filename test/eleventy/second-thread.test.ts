import fs from 'node:fs'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { SecondThread } from '../../src/eleventy/second-thread.ts'
import { buildOnDisk, silenceEleventy, writeFolder } from './build.ts'

// Few posts are no reason for a thread; what it does is the same.
vi.mock(import('../../src/eleventy/second-thread.ts'), async (original) => ({
  ...(await original()),
  isWorthSecondThread: () => true,
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

describe('the second thread', { timeout: 120_000 }, () => {
  test('leaves what one thread alone leaves', async () => {
    const threads = watchThreads()
    const folder = writeFolder(posts)
    const byTwo = await buildOnDisk(folder)
    expect(threads).toHaveBeenCalledOnce()
    const times = listTimes(folder)
    await buildOnDisk(folder, { isAfterAnother: true })
    expect(listTimes(folder), 'all that two threads wrote is known to the next build').toEqual(times)
    fs.rmSync(`${folder}/_site`, { recursive: true })
    fs.mkdirSync(`${folder}/_site`)
    const byOne = await buildOnDisk(folder, { isAfterAnother: true })
    expect(threads).toHaveBeenCalledOnce()
    expect(byTwo.size).toBeGreaterThan(count)
    expect([...byTwo.keys()].filter((name) => name.endsWith('atom-archive-1.xml'))).toHaveLength(5)
    expect(new Map([...byTwo].sort())).toEqual(new Map([...byOne].sort()))
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
    await expect(buildOnDisk(folder, { isAfterAnother: true })).rejects.toThrow(/feed\.xml/)
  })
})

test('few posts, and a site without feeds, are no reason for a thread', async () => {
  const { isWorthSecondThread } = await vi.importActual<typeof import('../../src/eleventy/second-thread.ts')>(
    '../../src/eleventy/second-thread.ts',
  )
  const [options, many] = [{ feeds: {} } as never, Array.from({ length: 10_000 }) as never]
  expect(isWorthSecondThread({ posts: many, options })).toBe(true)
  expect(isWorthSecondThread({ posts: [], options })).toBe(false)
  expect(isWorthSecondThread({ posts: many, options: { feeds: false } as never })).toBe(false)
})

const listTimes = (folder: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    fs
      .readdirSync(`${folder}/_site`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:html|xml|json)$/.test(name) && !name.includes('assets'))
      .map((name) => [name, fs.statSync(`${folder}/_site/${name}`).mtimeMs]),
  )
