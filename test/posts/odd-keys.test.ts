import { describe, expect, it } from 'vitest'
import { parsePost } from '../../src/posts/parse-post.ts'

const parse = (line: string) => parsePost(`---\ntitle: A\n${line}\n---\n`, { path: 'a.md', timeZone: 'Europe/Paris' })

describe('a key that is nearly one of ours', () => {
  it.each([
    ['followupTo: b', 'followUpTo'],
    ['duplicateof: b', 'duplicateOf'],
    ['Tags: [a]', 'tags'],
    ['descripton: a', 'description'],
    ['permalinks: /a/', 'permalink'],
  ])('is told, with the one that was meant: %s', (line, meant) => {
    expect(parse(line).problems).toMatchObject([{ code: 'KEY_UNKNOWN', remedy: `Did you mean "${meant}"?` }])
  })

  it.each(['layout: post', 'dates: x', 'ids: 1', 'image: a.png', 'category: Ville', 'lange: x'])(
    'is no other key of the owner: %s',
    (line) => expect(parse(line).problems).toEqual([]),
  )
})

describe('a post is held back', () => {
  it.each([
    'draft: true',
    'Draft: true',
    'drafts: true',
    'DRAFT: true',
    'Draft: yes',
    'published: false',
    'published: no',
  ])('by %s', (line) => {
    expect(parse(line).post.isDraft).toBe(true)
  })

  it.each(['draft: false', 'Draft: false', 'published: true', 'published: 2023-11-29'])('but not by %s', (line) => {
    expect(parse(line).post.isDraft).toBe(false)
  })
})
