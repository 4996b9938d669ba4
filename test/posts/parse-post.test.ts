import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TagArchiveError } from '../../src/errors.ts'
import { formatPost } from '../../src/posts/format-post.ts'
import { normaliseBody, parsePost } from '../../src/posts/parse-post.ts'
import type { Post } from '../../src/posts/post.ts'
import { toSlug } from '../../src/posts/slug.ts'
import { day, post } from './build-post.ts'

const timeZone = 'Europe/Paris'
const parse = (text: string, path = 'un-article.md') => parsePost(text, { path, timeZone })
const file = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n\nTexte.\n`
const codeOf = (text: string): string => {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof TagArchiveError) return error.code
    throw error
  }
  return 'none'
}
const withoutAbsent = (value: Post) => JSON.parse(JSON.stringify({ ...value, keep: value.keep ?? [] }))

describe('parsePost', () => {
  it('needs a title and nothing else', () => {
    const { post } = parse(file('title: Bonjour'))
    expect(post).toMatchObject({
      title: 'Bonjour',
      slug: 'un-article',
      lang: 'fr',
      tags: [],
      body: 'Texte.',
      isDraft: false,
    })
    expect(post.date).toBeUndefined()
  })

  it('gives a file without id the same id at every reading, and another one to another file', () => {
    const text = file('title: Bonjour')
    expect(parse(text).post.id).toBe(parse(text).post.id)
    expect(parse(text, 'un-autre.md').post.id).not.toBe(parse(text).post.id)
  })

  it.each([
    ['a day', '2023-11-29', { kind: 'stated', day: '2023-11-29' }],
    ['a quoted day', '"2023-11-29"', { kind: 'stated', day: '2023-11-29' }],
    ['a day in single quotes', "'2023-11-29'", { kind: 'stated', day: '2023-11-29' }],
    [
      'a time with offset',
      '2023-11-29T18:30:00+01:00',
      { kind: 'stated', day: '2023-11-29', instant: '2023-11-29T17:30:00Z' },
    ],
    [
      'a time that is the next day in Paris',
      '2023-12-31T23:30:00Z',
      { kind: 'stated', day: '2024-01-01', instant: '2023-12-31T23:30:00Z' },
    ],
    [
      'a time with milliseconds',
      '2023-06-01T10:00:00.000Z',
      { kind: 'stated', day: '2023-06-01', instant: '2023-06-01T10:00:00Z' },
    ],
    [
      'a local time with a space',
      '2023-06-01 10:00:00',
      { kind: 'stated', day: '2023-06-01', instant: '2023-06-01T08:00:00Z' },
    ],
    [
      'a time as Jekyll writes it',
      '2023-06-01 9:05:00 +0200',
      { kind: 'stated', day: '2023-06-01', instant: '2023-06-01T07:05:00Z' },
    ],
  ])('reads %s', (_, text, expected) => {
    expect(parse(file('title: a', `date: ${text}`)).post.date).toEqual(expected)
  })

  it('tells inferred, bounded and undated posts apart', () => {
    const bounds = ['dateEarliest: 2023-11-29', 'dateLatest: 2023-12-05', 'dateEvidence: "mercredi 29 novembre"']
    expect(parse(file('title: a', 'date: 2023-11-29', ...bounds)).post.date).toEqual({
      kind: 'inferred',
      day: '2023-11-29',
      earliest: '2023-11-29',
      latest: '2023-12-05',
      evidence: 'mercredi 29 novembre',
    })
    expect(parse(file('title: a', bounds[1]!)).post.date).toEqual({
      kind: 'bounded',
      bound: 'latest',
      day: '2023-12-05',
      evidence: '',
    })
    expect(parse(file('title: a', 'date:')).post.date).toBeUndefined()
  })

  it('takes the word of an owner who sets a date and leaves the bounds, and tells him', () => {
    const { post, problems } = parse(
      file('title: a', 'date: 2024-02-01', 'dateEarliest: 2023-11-29', 'dateLatest: 2023-12-05'),
    )
    expect(post.date).toEqual({ kind: 'stated', day: '2024-02-01' })
    expect(problems.map(({ code }) => code)).toEqual(['DATE_OUTSIDE_BOUNDS'])
  })

  it.each([
    ['title: 1984', '1984'],
    ['title: 007', '007'],
    ['title: yes', 'yes'],
    ['title: true', 'true'],
    ['title: 2023-11-29', '2023-11-29'],
    ['title: "null"', 'null'],
    ["title: 'C''est dit : oui'", 'C’est dit : oui'.replace('’', "'")],
    ['title: >-\n  Sur deux\n  lignes', 'Sur deux lignes'],
    ['title: Après  # un commentaire', 'Après'],
    ['title: "\\U0001F389 {{ fête }}"', '🎉 {{ fête }}'],
  ])('reads %j as a text', (line, title) => {
    expect(parse(file(line)).post.title).toBe(title)
  })

  it.each([
    ['no front matter', 'Bonjour', 'FRONT_MATTER_MISSING'],
    ['code for front matter', '---js\n{ title: process.exit() }\n---\n', 'FRONT_MATTER_KIND'],
    ['front matter without an end', '---\ntitle: a\n', 'FRONT_MATTER_UNCLOSED'],
    ['broken YAML', file('title: "a'), 'FRONT_MATTER_SYNTAX'],
    ['one key twice', file('title: a', 'title: b'), 'FRONT_MATTER_SYNTAX'],
    ['a list for front matter', file('- a'), 'FRONT_MATTER_SHAPE'],
    ['an alias', file('title: &t a', 'description: *t'), 'FRONT_MATTER_ALIAS'],
    ['no title', file('date: 2023-11-29'), 'TITLE_MISSING'],
    ['an empty title', file('title: ""'), 'TITLE_MISSING'],
    ['a list for a title', file('title: [a]'), 'FRONT_MATTER_VALUE'],
    ['a map among tags', file('title: a', 'tags: [{ a: b }]'), 'FRONT_MATTER_VALUE'],
    ['29 February 2023', file('title: a', 'date: 2023-02-29'), 'FRONT_MATTER_VALUE'],
    ['a date in words', file('title: a', 'date: hier'), 'FRONT_MATTER_VALUE'],
    [
      'bounds in the wrong order',
      file('title: a', 'date: 2023-12-01', 'dateEarliest: 2023-12-05', 'dateLatest: 2023-11-29'),
      'FRONT_MATTER_VALUE',
    ],
    [
      'bounds without a date',
      file('title: a', 'dateEarliest: 2023-11-29', 'dateLatest: 2023-12-05'),
      'FRONT_MATTER_VALUE',
    ],
    ['a draft that is maybe one', file('title: a', 'draft: maybe'), 'FRONT_MATTER_VALUE'],
    ['a permalink to elsewhere', file('title: a', 'permalink: //evil.example/'), 'FRONT_MATTER_VALUE'],
    ['a slug with accents', file('title: a', 'slug: été'), 'SLUG_INVALID'],
    ['a relation to no slug', file('title: a', 'duplicateOf: Un Article'), 'SLUG_INVALID'],
    ['an id with a space', file('title: a', 'id: "a b"'), 'FRONT_MATTER_VALUE'],
    ['a position in words', file('title: a', 'source: { position: first }'), 'FRONT_MATTER_VALUE'],
  ])('refuses %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  it.each(['dateEarliest: 2022-06-05', 'dateLatest: 2022-11-10'])(
    'takes a date beside one bound, %s, as certain',
    (bound) => {
      const { post, problems } = parse(file('title: a', 'date: 2022-08-24', bound))
      expect(post?.date).toEqual({ kind: 'stated', day: '2022-08-24' })
      expect(problems.map(({ code }) => code)).toEqual(['DATE_OUTSIDE_BOUNDS'])
    },
  )

  it('names file, key and value in an error, and what to write', () => {
    expect(() => parse(file('title: a', 'draft: maybe'))).toThrow(
      'un-article.md: "draft" is "maybe". Write true or false',
    )
    expect(() => parse(file('title: a', 'source: { position: first }'))).toThrow('"source.position" is "first"')
    expect(() => parse(file('title: a', 'x: "'))).toThrow(/un-article\.md, line \d/)
  })

  it('takes a single tag for a list of one, and numbers for names', () => {
    expect(parse(file('title: a', 'tags: Twitter')).post.tags).toEqual(['Twitter'])
    expect(parse(file('title: a', 'tags:\n  - 2023\n  - "C#"')).post.tags).toEqual(['2023', 'C#'])
  })

  it('reads files with a byte order mark and Windows line ends', () => {
    const { post } = parse('\uFEFF---\r\ntitle: a\r\ntags: [b]\r\n---\r\n\r\nUn.\r\n\r\nDeux.\r\n')
    expect(post).toMatchObject({ title: 'a', tags: ['b'], body: 'Un.\n\nDeux.' })
  })

  it('ends the front matter at the first line of three hyphens, and leaves later ones to the body', () => {
    expect(parse('---\ntitle: a---b\n---\n\nUn.\n\n---\n\nDeux.\n').post).toMatchObject({
      title: 'a---b',
      body: 'Un.\n\n---\n\nDeux.',
    })
  })
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    'no',
    'null',
    '~',
    '2023-11-29',
    '- x',
    '#',
    '# x',
    'a: b',
    'a #b',
    '"',
    "'",
    '\\',
    '"\\"',
    '{{ x }}',
    '{% raw %}',
  ),
  fc.constantFrom(
    '---',
    '\n---\n',
    '🎉',
    '1e3',
    '0x1F',
    '.nan',
    '&a',
    '*a',
    '!!str a',
    '[a, b]',
    '{ a: b }',
    '\u2028',
    '\u0085',
    '\ud800',
    '\uFEFF',
  ),
  fc.constantFrom(
    'a, b',
    '%',
    '@',
    '`',
    '|',
    '>',
    '? a',
    ': a',
    ' a',
    'a ',
    '\ta',
    '\0',
    '\x7f',
    '-',
    '0',
    'true',
    'y',
    '<<',
    '__proto__',
  ),
)
const filled = hostile.filter((text) => text.trim() !== '')
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const slug = hostile.map((text) => toSlug(text))
const date = fc.oneof(
  fc.constant(undefined),
  fc.constant({ kind: 'stated', day: day('2023-11-29') } as const),
  fc.constant({ kind: 'stated', day: day('2024-01-01'), instant: '2023-12-31T23:30:00Z' } as const),
  hostile.map(
    (evidence) =>
      ({
        kind: 'inferred',
        day: day('2023-12-01'),
        earliest: day('2023-11-29'),
        latest: day('2023-12-05'),
        evidence,
      }) as const,
  ),
  hostile.map((evidence) => ({ kind: 'bounded', bound: 'earliest', day: day('2023-11-29'), evidence }) as const),
)
const anyPost: fc.Arbitrary<Post> = fc.record({
  id: fc.constant(post('a').id),
  slug,
  title: filled,
  date,
  tags: fc.array(filled, { maxLength: 4 }),
  lang: fc.constantFrom('fr', 'en', 'pt-BR'),
  body: fc
    .oneof(
      hostile,
      fc.array(hostile).map((lines) => lines.join('\n')),
    )
    .map(normaliseBody),
  source: optional(fc.record({ file: filled, position: fc.nat(), url: optional(filled) })),
  isDraft: fc.boolean(),
  isTruncated: fc.boolean(),
  relations: fc.record({ duplicateOf: optional(slug), followUpTo: optional(slug), notRelatedTo: fc.array(slug) }),
  guid: optional(filled),
  feedId: optional(filled),
  permalink: fc.constantFrom(undefined, '/2010/07/08/bonjour/'),
  updated: fc.constantFrom(undefined, '2024-02-01', '2024-02-01T10:00:00+01:00'),
  author: optional(filled),
  description: optional(filled),
  keep: fc.constantFrom([], ['title', 'body']),
})

describe('formatPost', () => {
  it('writes what parsePost reads back, whatever the texts', () => {
    fc.assert(
      fc.property(anyPost, fc.boolean(), (value, isNamedBySlug) => {
        const path = isNamedBySlug ? `${value.slug}.md` : 'another-name.md'
        const read = parsePost(formatPost(value, { path, timeZone }), { path, timeZone })
        expect(withoutAbsent(read.post)).toEqual(withoutAbsent(value))
        expect(read.problems).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('writes the keys of the contract in its order, and bare values where every YAML agrees on them', () => {
    const value = post('Grève : « le 5 mars »', {
      date: {
        kind: 'inferred',
        day: day('2023-11-29'),
        earliest: day('2023-11-29'),
        latest: day('2023-12-05'),
        evidence: 'mercredi 29 novembre',
      },
      tags: ['Twitter', 'yes', 'C#'],
      source: { file: 'twitter.txt', position: 1 },
    })
    expect(formatPost(value, { path: 'greve-le-5-mars.md', timeZone })).toBe(`---
id: ${value.id}
title: "Grève : « le 5 mars »"
date: 2023-11-29
dateEarliest: 2023-11-29
dateLatest: 2023-12-05
dateEvidence: mercredi 29 novembre
tags: [Twitter, "yes", "C#"]
lang: fr
source: { file: twitter.txt, position: 1 }
---

Un paragraphe.
`)
  })

  it('writes a time with the offset of the site, so that its day can be read off', () => {
    const value = post('a', { date: { kind: 'stated', day: day('2024-01-01'), instant: '2023-12-31T23:30:00Z' } })
    expect(formatPost(value, { path: 'a.md', timeZone })).toContain('\ndate: 2024-01-01T00:30:00+01:00\n')
  })
})
