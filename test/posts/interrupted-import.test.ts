import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readPosts } from '../../src/posts/post-files.ts'
import { textArchive } from '../cli/text-archive.ts'

const bin = fileURLToPath(new URL('../../bin/tag-archive.js', import.meta.url))
const count = 300
const archive = textArchive(
  'Villes',
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `Le conseil municipal, séance ${index + 1}`,
      [
        `La séance numéro ${index + 1} a duré ${index + 2} heures, et les élus ont voté le budget des écoles de la ville.`,
        `Le maire a promis d’y revenir à la séance ${index + 2}, avec les chiffres que l’opposition demandait depuis des mois.`,
      ],
    ]),
  ),
)

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'interrupted-'))
  await writeFile(path.join(directory, 'archive.txt'), archive)
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const startImport = () =>
  spawn(process.execPath, [bin, 'import', 'archive.txt', '--json'], { cwd: directory, stdio: 'ignore' })
const whenEnded = (child: ReturnType<typeof startImport>) =>
  new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))

/** Kills the import as soon as a file of that ending lies in the folder. */
async function importAndKill(ending: string): Promise<void> {
  const child = startImport()
  let isOver = false
  const ended = whenEnded(child).then(() => {
    isOver = true
  })
  while (!isOver && (await listFiles(ending)).length === 0);
  child.kill('SIGKILL')
  await ended
}

const listFiles = async (ending: string): Promise<readonly string[]> => {
  const names = await readdir(path.join(directory, 'posts')).catch(() => [])
  return names.filter((name) => name.endsWith(ending))
}

const readAll = async (): Promise<ReadonlyMap<string, string>> => {
  const posts = path.join(directory, 'posts')
  const names = await readdir(posts)
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(posts, name), 'utf8')] as const)),
  )
}

it.each([
  ['writes posts beside their places', '.tmp'],
  ['puts posts into place', '.md'],
])('leaves every file whole when it is killed while it %s, and completes at the next run', async (_, ending) => {
  await importAndKill(ending)
  const posts = path.join(directory, 'posts')
  expect((await readPosts(posts, { timeZone: 'Europe/Paris' })).problems).toEqual([])

  expect(await whenEnded(startImport())).toBe(0)
  const resumed = await readAll()
  await rm(posts, { recursive: true })
  expect(await whenEnded(startImport())).toBe(0)
  expect(resumed).toEqual(await readAll())
  expect(await listFiles('.md')).toHaveLength(count)
  expect(await listFiles('.tmp')).toEqual([])
})
