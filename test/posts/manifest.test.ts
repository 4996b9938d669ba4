import { describe, expect, it } from 'vitest'
import { formatManifest, type Manifest, parseManifest, toParagraphHashes } from '../../src/posts/manifest.ts'
import { toPostId } from '../../src/posts/post-id.ts'

const [a, b] = [toPostId('a', '', 1), toPostId('b', '', 1)]
const entry = (path: string) => ({
  path,
  written: { title: 'h1', body: 'h2' },
  tags: ['Twitter'],
  paragraphs: ['h3'],
  sources: new Map([
    ['b.txt', { article: b, url: undefined, fields: { title: 'h1' } }],
    ['a.txt', { article: a, url: 'https://example.org/a', fields: { title: 'h1' } }],
  ]),
})
const manifest: Manifest = {
  posts: new Map([
    [a, entry('a.md')],
    [b, entry('b.md')],
  ]),
  orders: [
    [b, a],
    [a, b],
  ].sort(),
}

describe('formatManifest', () => {
  it('writes what parseManifest reads back', () => {
    expect(parseManifest(formatManifest(manifest))).toEqual(manifest)
  })

  it('has one line for each post and each archive, in an order that the order of import does not change', () => {
    const reversed = { ...manifest, posts: new Map(Array.from(manifest.posts).reverse()) }
    expect(formatManifest(reversed)).toBe(formatManifest(manifest))
    expect(formatManifest(manifest).split('\n')).toHaveLength(8)
  })

  it('stays readable when an owner takes out a line, be it the last', () => {
    const lines = formatManifest(manifest).split('\n')
    for (const line of [4, 5]) {
      const parsed = parseManifest(lines.filter((_, index) => index !== line).join('\n'))
      expect('posts' in parsed ? parsed.posts.size : parsed).toBe(1)
    }
  })
})

describe('parseManifest', () => {
  it.each([
    ['text', 'hello'],
    ['an unfinished file', formatManifest(manifest).slice(0, 100)],
    ['a later version', formatManifest(manifest).replace('"version": 1', '"version": 2')],
    ['a list', '[]'],
    ['null', 'null'],
    ['a post without a path', '{ "version": 1, "posts": { "p1": { "written": {}, "tags": [], "paragraphs": [] } } }'],
    ['hashes that are numbers', formatManifest(manifest).replace('"h1"', '1')],
  ])('reports %s as damaged', (_, text) => {
    expect(parseManifest(text)).toMatchObject({ code: 'MANIFEST_DAMAGED' })
  })
})

describe('toParagraphHashes', () => {
  it('outlasts typography, and tells paragraphs apart', () => {
    expect(toParagraphHashes('« Un », dit-il.\n\nDeux.')).toEqual(toParagraphHashes('"Un" dit-il\n\n\nDeux !\n\n---\n'))
    expect(new Set(toParagraphHashes('Un.\n\nDeux.')).size).toBe(2)
  })
})
