import { describe, expect, it } from 'vitest'
import { parsePostId, toPostId, toPostIdOfFile } from '../../src/posts/post-id.ts'

describe('toPostId', () => {
  it('is the same on every machine and in every version: it stands in published feeds', () => {
    expect(toPostId('Bonjour', 'Un texte.', 1)).toBe('pa5e5dc67dfd29914')
  })

  it('outlasts case, spaces and punctuation', () => {
    expect(toPostId('L’été à Paris', 'Il fait\u00a0chaud !', 1)).toBe(toPostId("l'été  À PARIS", 'Il fait chaud!', 1))
  })

  it('differs for another text, another title, another occurrence', () => {
    const ids = [
      toPostId('a', 'b', 1),
      toPostId('a', 'c', 1),
      toPostId('c', 'b', 1),
      toPostId('a', 'b', 2),
      toPostId('a b', '', 1),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('toPostIdOfFile', () => {
  it('follows from the name, in whichever form a file system spells its accents', () => {
    expect(toPostIdOfFile('e\u0301te\u0301.md')).toBe(toPostIdOfFile('été.md'))
    expect(toPostIdOfFile('a.md')).not.toBe(toPostIdOfFile('b.md'))
  })
})

describe('parsePostId', () => {
  it.each([['p1'], ['tag:example.org,2010:1'], ['d01749cea']])('accepts %j', (id) => {
    expect(parsePostId(id)).toBe(id)
  })
  it.each([[''], ['a b'], ['a\u0000'], ['x'.repeat(201)]])('refuses %j', (id) => {
    expect(parsePostId(id)).toBeUndefined()
  })
})
