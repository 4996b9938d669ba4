import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editPost, type ImportedField } from '../../src/posts/format-post.ts'
import { parsePost } from '../../src/posts/parse-post.ts'
import { day } from './build-post.ts'

const timeZone = 'Europe/Paris'
const path = 'a.md'
const owners = `---
# Relu en mars
tags:   [ 'Twitter',  Musk ]   # deux
layout: wide

title: >-
  Un titre
  replié
weight: 007
date: 2023-11-29
nested:
    - a:   1
      b: "x"
---


Un paragraphe.   
---
Fin, sans ligne vide`

function edit(text: string, fields: readonly ImportedField[], changes: Partial<ReturnType<typeof read>>): string {
  return editPost(text, { ...read(text), ...changes }, new Set(fields), { path, timeZone })
}
const read = (text: string) => parsePost(text, { path, timeZone }).post

describe('editPost', () => {
  it('changes the value of one key and no other byte', () => {
    expect(edit(owners, ['title'], { title: 'Deux: points' })).toBe(
      owners.replace('>-\n  Un titre\n  replié', '"Deux: points"'),
    )
    expect(edit(owners, ['tags'], { tags: ['Musk'] })).toBe(
      owners.replace("tags:   [ 'Twitter',  Musk ]", 'tags: [Musk]'),
    )
  })

  it('changes the body and no other byte', () => {
    expect(edit(owners, ['body'], { body: 'Autre.' })).toBe(
      owners.replace(/\n\n\nUn paragraphe[\s\S]*$/, '\n\nAutre.\n'),
    )
  })

  it('puts a new key in its place, and takes a key out with its line', () => {
    const bounds = {
      kind: 'inferred',
      day: day('2023-12-01'),
      earliest: day('2023-11-29'),
      latest: day('2023-12-05'),
      evidence: 'mardi',
    } as const
    const dated = edit(owners, ['date'], { date: bounds })
    expect(dated).toBe(
      owners.replace(
        'date: 2023-11-29',
        'date: 2023-12-01\ndateEarliest: 2023-11-29\ndateLatest: 2023-12-05\ndateEvidence: mardi',
      ),
    )
    expect(edit(dated, ['date'], { date: { kind: 'stated', day: day('2023-11-29') } })).toBe(owners)
    expect(edit(owners, ['date'], { date: undefined })).toBe(owners.replace('date: 2023-11-29\n', ''))
  })

  it('keeps the line ends of Windows', () => {
    const text = '---\r\ntitle: a\r\ntags: [b]\r\n---\r\n\r\nUn.\r\n'
    expect(edit(text, ['title', 'lang', 'body'], { title: 'c', lang: 'fr', body: 'Un.\n\nDeux.' })).toBe(
      '---\r\ntitle: c\r\ntags: [b]\r\nlang: fr\r\n---\r\n\r\nUn.\r\n\r\nDeux.\r\n',
    )
  })

  it('refuses front matter in braces rather than rewrite it', () => {
    expect(() => edit('---\n{ "title": "a" }\n---\n', ['title'], { title: 'b' })).toThrow(/one key a line/)
  })

  it('is read back as what was written, whatever the values and whichever fields', () => {
    const fields = fc.subarray<ImportedField>(['title', 'tags', 'lang', 'guid', 'body'])
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((found) => found.trim() !== '')
    fc.assert(
      fc.property(fields, text, fc.array(text), (names, title, tags) => {
        const wanted = { title, tags, lang: 'de', guid: title, body: 'Autre.' }
        const after = read(edit(owners, names, wanted))
        const before = read(owners)
        for (const key of ['title', 'tags', 'lang', 'guid', 'body'] as const) {
          expect(after[key]).toEqual(names.includes(key) ? wanted[key] : before[key])
        }
      }),
    )
  })
})
