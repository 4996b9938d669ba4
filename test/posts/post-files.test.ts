import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyChanges } from '../../src/posts/apply-changes.ts'
import { readCommentFiles } from '../../src/posts/comment-files.ts'
import { emptyManifest, manifestName } from '../../src/posts/manifest.ts'
import type { Change } from '../../src/posts/plan-import.ts'
import { readPostFolder, readPostFolderIfAny, readPosts } from '../../src/posts/post-files.ts'
import { post } from './build-post.ts'

const timeZone = 'Europe/Paris'
let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'post-files-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const put = (name: string, text: string) => writeFile(path.join(directory, name), text)
const get = (name: string) => readFile(path.join(directory, name), 'utf8')
const create = (name: string, text: string): Change => ({
  status: 'created',
  path: name,
  post: post(name),
  origins: {},
  files: [],
  toText: () => text,
})

describe('readPosts', () => {
  it('reads the posts of a folder in the order of their names, and nothing else', async () => {
    await put('b.md', '---\ntitle: B\n---\n')
    await put('a.md', '---\ntitle: A\n---\n')
    await put('_draft.md', 'no post')
    await put('.tag-archive-c.md.tmp', '---\ntitle: half')
    await put(manifestName, '{}')
    await put('notes.txt', 'no post')
    await mkdir(path.join(directory, 'folder.md'))
    const { posts, problems } = await readPosts(directory, { timeZone })
    expect(posts.map(({ title }) => title)).toEqual(['A', 'B'])
    expect(problems).toEqual([])
  })

  it('leaves out a file that it cannot read, and says why', async () => {
    await put('a.md', '---\ntitle: A\n---\n')
    await put('b.md', '---\ndate: hier\n---\n')
    const { posts, problems } = await readPosts(directory, { timeZone })
    expect(posts).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'FRONT_MATTER_VALUE', severity: 'loss', source: { file: 'b.md' } }])
  })

  it.each([
    ['id', 'id: p1\ntitle: A', 'id: p1\ntitle: B', 'ID_CLASH'],
    ['slug', 'slug: x\ntitle: A', 'slug: x\ntitle: B', 'SLUG_CLASH'],
  ])('refuses two files with one %s, and names both', async (_, a, b, code) => {
    await put('a.md', `---\n${a}\n---\n`)
    await put('b.md', `---\n${b}\n---\n`)
    await expect(readPosts(directory, { timeZone })).rejects.toMatchObject({
      code,
      problem: expect.stringContaining('a.md and b.md'),
    })
  })

  it('says which folder is missing', async () => {
    await expect(readPosts(path.join(directory, 'none'), { timeZone })).rejects.toMatchObject({ code: 'POSTS_MISSING' })
  })

  it('sees the id of a file that is broken elsewhere, so that an import does not write its post twice', async () => {
    await put('a.md', '---\nid: p1\ntitle: "A\n---\n')
    expect((await readPostFolder(directory, { timeZone })).unreadable).toEqual([{ path: 'a.md', slug: 'a', id: 'p1' }])
  })

  it('says which files look like posts and are none', async () => {
    for (const name of ['2023/a.md', 'b.markdown', '_c.md', '2023/_d.md', 'e.txt', '.git/f.md']) {
      await mkdir(path.dirname(path.join(directory, name)), { recursive: true })
      await put(name, 'text')
    }
    const { files, problems } = await readPostFolder(directory, { timeZone })
    expect(files).toEqual([])
    expect(problems).toMatchObject([
      { code: 'FILES_IGNORED', message: expect.stringMatching(/^2023\/a\.md, b\.markdown: /) },
    ])
  })

  it('tells that a post was removed meanwhile, which is no link', async () => {
    await put('a.md', '---\ntitle: A\n---\n')
    await put('b.md', '---\ntitle: B\n---\n')
    const reading = readPosts(directory, { timeZone, onRead: () => rmSync(path.join(directory, 'b.md')) })
    await expect(reading).rejects.toMatchObject({
      code: 'POSTS_UNREADABLE',
      problem: expect.stringContaining('b.md was removed while the posts were read'),
    })
  })

  // It was taken for a folder that is not there, and the import wrote over all that its owner had edited.
  it('never takes a link that leads nowhere for a missing folder', async () => {
    await put('a.md', '---\ntitle: A\n---\n')
    await symlink('nowhere.md', path.join(directory, 'b.md'))
    await expect(readPostFolderIfAny(directory, { timeZone })).rejects.toMatchObject({ code: 'POSTS_UNREADABLE' })
  })

  it('lists a file of comments that can be read no more, and reads the others', async () => {
    await put('b.comments.json', '{ "post": "p1", "comments": [] }')
    await symlink('nowhere', path.join(directory, 'a.comments.json'))
    expect(await readCommentFiles(directory)).toMatchObject({
      files: [{ path: 'b.comments.json' }],
      unreadable: ['a.comments.json'],
      problems: [{ code: 'COMMENTS_INVALID' }],
    })
  })

  it('says so where the folder is a file', async () => {
    await put('posts', 'text')
    const reading = readPostFolder(path.join(directory, 'posts'), { timeZone })
    await expect(reading).rejects.toMatchObject({ code: 'POSTS_UNREADABLE', remedy: 'Name a folder.' })
  })
})

describe('applyChanges', () => {
  it('makes the folder, and leaves no temporary file', async () => {
    const out = path.join(directory, 'new', 'posts')
    await applyChanges(out, [create('a.md', 'A'), create('b.md', 'B')], emptyManifest)
    expect(await readdir(out)).toEqual([manifestName, 'a.md', 'b.md'])
  })

  it('clears away what a killed import left', async () => {
    await put('.tag-archive-a.md.tmp', 'half')
    await applyChanges(directory, [], emptyManifest)
    expect(await readdir(directory)).toEqual([manifestName])
  })

  it('leaves the old file whole where the new one cannot be put in its place', async () => {
    await put('a.md', 'old')
    // A folder in the way makes the renaming fail after the text was written.
    await mkdir(path.join(directory, 'b.md'))
    const writing = applyChanges(directory, [create('b.md', 'new')], emptyManifest)
    await expect(writing).rejects.toMatchObject({ code: 'WRITE_FAILED', problem: expect.stringContaining(directory) })
    expect(await readdir(directory)).toEqual(['a.md', 'b.md'])
    expect(await get('a.md')).toBe('old')
  })

  it('puts nothing into place where one file cannot be written', async () => {
    await put('a.md', 'old')
    const tooLong = `${'n'.repeat(300)}.md`
    const writing = applyChanges(directory, [create('a.md', 'new'), create(tooLong, 'new')], emptyManifest)
    await expect(writing).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(await readdir(directory)).toEqual(['a.md'])
    expect(await get('a.md')).toBe('old')
  })

  it('writes the manifest last, so that an import that failed is done again', async () => {
    await mkdir(path.join(directory, 'a.md'))
    await applyChanges(directory, [create('a.md', 'new')], emptyManifest).catch(() => undefined)
    expect(await readdir(directory)).not.toContain(manifestName)
  })
})
