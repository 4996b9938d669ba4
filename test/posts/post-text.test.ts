import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Post } from '../../src/posts/post.ts'
import {
  digestOf,
  fieldsOf,
  lengthOf,
  PostText,
  packPosts,
  textFact,
  toPost,
  unpackPosts,
  withFields,
} from '../../src/posts/post-text.ts'
import { post } from './build-post.ts'

const bac = post('Le bac', { body: 'Le bac passe à l’aube.' })

/** The post as a later build knows it, with the file that its text is in. */
function keepOnDisk(one: Post): { readonly kept: Post; readonly file: string } {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'post-text-'))
  onTestFinished(() => fs.rmSync(directory, { recursive: true }))
  const file = path.join(directory, 'bac.md')
  fs.writeFileSync(file, `---\ntitle: ${one.title}\n---\n\n${one.body}\n`)
  return { kept: toPost(fieldsOf(one), new PostText({ file, facts: { digest: digestOf(one) } })), file }
}

test('a text is read when it is first asked for, and what is known of it before', () => {
  const { kept, file } = keepOnDisk(bac)
  fs.renameSync(file, `${file}.away`)
  expect(fieldsOf(kept)).toEqual(fieldsOf(bac))
  expect(digestOf(withFields(kept, { title: 'Le grand bac' }))).toBe(digestOf(bac))
  fs.renameSync(`${file}.away`, file)
  expect({ ...kept }).toEqual(bac)
  fs.rmSync(file)
  expect(kept.body).toBe(bac.body)
})

test('a text that is another one by now, or gone, stops what asks for it', () => {
  for (const change of [(file: string) => fs.appendFileSync(file, 'Et le soir.'), (file: string) => fs.rmSync(file)]) {
    const { kept, file } = keepOnDisk(bac)
    change(file)
    expect(() => kept.body).toThrow(expect.objectContaining({ code: 'POST_CHANGED' }))
  }
})

test('a copy with other fields has the same text, which is read for none of both', () => {
  const { kept, file } = keepOnDisk(bac)
  const copy = withFields(withFields(kept, { title: 'Un' }), { tags: ['Mer'] })
  expect(fieldsOf(copy)).toEqual({ ...fieldsOf(bac), title: 'Un', tags: ['Mer'] })
  expect(copy.body).toBe(bac.body)
  fs.rmSync(file)
  expect(kept.body).toBe(bac.body)
})

test('a fact is found out once for a text, whatever else the posts say that have it', () => {
  const find = vi.fn((body: string) => body.split(' ').length)
  const wordsOf = textFact('words of a test', find)
  expect([wordsOf(bac), wordsOf(withFields(bac, { title: 'Un' })), wordsOf(bac)]).toEqual([5, 5, 5])
  expect(find).toHaveBeenCalledTimes(1)
  expect(wordsOf({ ...bac, body: 'Court.' })).toBe(1)
})

test('a post arrives in another thread as it was, read or not', () => {
  const { kept } = keepOnDisk(bac)
  lengthOf(bac)
  const send = (one: Post): Post => unpackPosts(structuredClone(packPosts([one])))[0]!
  expect(send(bac)).toEqual(bac)
  const sent = send(kept)
  expect(digestOf(sent)).toBe(digestOf(bac))
  expect(sent).toEqual(bac)
})
