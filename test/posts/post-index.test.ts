import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { readPosts } from '../../src/posts/post-files.ts'
import { KnownPosts, PostIndex } from '../../src/posts/post-index.ts'
import { digestOf, fieldsOf, markOf, textFact } from '../../src/posts/post-text.ts'
import { parseSlug } from '../../src/posts/slug.ts'
import { toFields, toStoredFields } from '../../src/posts/stored-fields.ts'

vi.mock(import('node:fs'), async (original) => {
  const all = await original()
  const readFileSync = vi.fn(all.readFileSync)
  return { ...all, readFileSync, default: { ...all, readFileSync } } as typeof all
})

let directory: string
const names = Array.from({ length: 60 }, (_, at) => `bac-${at}.md`)
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'post-index-'))
  onTestFinished(() => fs.rmSync(directory, { recursive: true }))
  for (const name of names) write(name, `title: ${name}\ndate: 2024-02-0${1 + (name.length % 9)}`)
  write('sans-titre.md', 'date: 2024-02-01')
  write('cle.md', 'title: Clé\ntags: [Mer]\nTags: [Port]')
})

const write = (name: string, fields: string, body = `Le texte de ${name}.`) =>
  fs.writeFileSync(path.join(directory, name), `---\n${fields}\n---\n\n${body}\n`)

/** As a build does that begins some time after the files were written. */
async function read(index: PostIndex) {
  const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 9_000)
  vi.mocked(fs.readFileSync).mockClear()
  const { posts, problems } = await readPosts(directory, { timeZone: 'Europe/Paris', recallKept: () => index.kept })
  later.mockRestore()
  const files = vi.mocked(fs.readFileSync).mock.calls.map(([file]) => path.basename(String(file)))
  return { posts, problems, files: files.filter((file) => file.endsWith('.md')) }
}

async function readAndKeep(index = new PostIndex()) {
  const found = await read(index)
  return { ...found, json: index.toJson() }
}

test('a later build reads what changed, and knows the rest', async () => {
  const first = await readAndKeep()
  expect(first.files).toHaveLength(names.length + 2)
  write('bac-7.md', 'title: Le bac', 'Un autre texte.')
  fs.rmSync(path.join(directory, 'bac-8.md'))
  write('rade.md', 'title: La rade')
  const second = await read(new PostIndex(first.json))
  expect(second.files).toEqual(['bac-7.md', 'rade.md'])
  const plain = await read(new PostIndex())
  expect(second.posts).toEqual(plain.posts)
  expect(second.problems).toEqual(plain.problems)
  expect(second.problems.map(({ code }) => code)).toEqual(['KEY_UNKNOWN', 'TITLE_MISSING'])
})

test('it is written where it would say much more than the one there is', async () => {
  const index = new PostIndex()
  await read(index)
  expect(index.isChanged).toBe(true)
  index.noteKept()
  expect(index.isChanged).toBe(false)
  const { json } = await readAndKeep()
  const again = async (change: () => void) => {
    change()
    const later = new PostIndex(json)
    const { posts } = await read(later)
    return { later, posts }
  }
  expect((await again(() => undefined)).later.isChanged).toBe(false)
  expect((await again(() => write('bac-1.md', 'title: Un'))).later.isChanged).toBe(false)
  const { later, posts } = await again(() => undefined)
  const vowelsOf = textFact('vowels of a test', (body) => body.match(/[aeiouy]/g)?.length ?? 0)
  for (const post of posts) vowelsOf(post)
  expect(later.isChanged).toBe(true)
  for (const name of names.slice(0, 30)) fs.rmSync(path.join(directory, name))
  expect((await again(() => undefined)).later.isChanged).toBe(true)
})

test('what it keeps of a text is enough to know it again', async () => {
  const { json } = await readAndKeep()
  const { posts } = await read(new PostIndex(json))
  const [plain] = (await read(new PostIndex())).posts
  expect(digestOf(posts[0]!)).toBe(digestOf(plain!))
  expect(posts[0]!.body).toBe(plain!.body)
})

test('posts of an index can be had one by one, with marks that change with all that they say', async () => {
  const { posts, json } = await readAndKeep()
  const known = new KnownPosts(Buffer.from(json))
  const marks = posts.map((_, at) => Buffer.from(known.markAt(at)).toString())
  expect(posts.map((_, at) => known.at(at))).toEqual(posts)
  expect(marks).toEqual(posts.map(markOf))
  expect(known.at(3)).toBe(known.at(3))
  const [post] = posts
  const others = [
    { ...post!, title: 'Un autre' },
    { ...post!, tags: ['Mer'] },
    { ...post!, isTruncated: true },
    { ...post!, relations: { ...post!.relations, followUpTo: parseSlug('bac-1', 'followUpTo') } },
    { ...post!, keep: ['body'] },
    { ...post!, body: 'Autre texte.' },
  ]
  expect(new Set([...others.map(markOf), marks[0]])).toHaveLength(others.length + 1)
  for (const other of others) expect(toFields(toStoredFields(fieldsOf(other)))).toEqual(fieldsOf(other))
})
