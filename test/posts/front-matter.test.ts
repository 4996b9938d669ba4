import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatList, formatMap, formatText } from '../../src/posts/format-front-matter.ts'
import { parseYamlFrontMatter } from '../../src/posts/front-matter.ts'
import { readPlainFrontMatter } from '../../src/posts/plain-front-matter.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[a-z0-9 ,.:#"'{}[\]&*!|>%@-]{0,12}$/),
  fc.constantFrom(
    'yes',
    'null',
    'Null',
    'TRUE',
    '1_000',
    '1e3',
    '12:30',
    '2023-11-29',
    'e1',
    'a, b',
    '[a]',
    '{ a: b }',
    '',
    ' ',
  ),
)

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`

describe('formatText', () => {
  it('is read back by the yaml package as the same text, alone, in a list and in a map', () => {
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1 }), (alone, list) => {
        const yaml = `a: ${formatText(alone)}\nb: ${formatList(list)}\nc: ${formatMap({ d: alone, e: 1 })}\n`
        const read = parseYamlFrontMatter(yaml, 'a.md')
        expect([read.get('a'), read.get('b'), read.get('c')]).toEqual([
          alone,
          list,
          new Map([
            ['d', alone],
            ['e', '1'],
          ]),
        ])
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves ordinary words bare, and quotes what some YAML takes for something else', () => {
    expect(['Twitter', 'mercredi 29 novembre', 'Été 2023', 'yes', 'n', '1984', 'a: b'].map(formatText)).toEqual([
      'Twitter',
      'mercredi 29 novembre',
      'Été 2023',
      '"yes"',
      '"n"',
      '"1984"',
      '"a: b"',
    ])
  })
})

describe('readPlainFrontMatter', () => {
  it('reads what it reads at all as the yaml package does', () => {
    const value = fc.oneof(
      text,
      text.map(formatText),
      fc.array(text).map(formatList),
      fc.array(fc.oneof(text, text.map(formatText), text.map(quote))).map((items) => `[${items.join(',')}]`),
      text.map(quote),
      text.map((a) => formatMap({ file: a, position: 3 })),
    )
    const key = fc.constantFrom('title', 'tags', 'date', 'x')
    const item = fc.tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constant('  - ') }, fc.constantFrom('- ', '    - ', '  -', '   ')),
      fc.oneof(text, text.map(formatText), text.map(quote)),
    )
    const line = fc.oneof(
      fc.tuple(key, value).map(([name, found]) => `${name}: ${found}`),
      fc
        .tuple(key, fc.array(item, { maxLength: 3 }))
        .map(([name, items]) => [`${name}:`, ...items.map((parts) => parts.join(''))].join('\n')),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const yaml = lines.map((found) => `${found}\n`).join('')
        const plain = readPlainFrontMatter(yaml)
        if (plain !== undefined) expect(plain, yaml).toEqual(parseYamlFrontMatter(yaml, 'a.md'))
      }),
      { numRuns: 3000 },
    )
  })

  it('reads what the importer writes, so that a build needs nothing slower', () => {
    const yaml =
      'id: p1\ntitle: "a: \\"b\\" é"\ndate: 2023-11-29\ntags: [Twitter, "C#"]\nsource: { file: a.txt, position: 1 }\ndraft: true\n'
    expect(readPlainFrontMatter(yaml)?.get('tags')).toEqual(['Twitter', 'C#'])
  })

  it.each([
    ['as JSON is', 'tags: ["Tout doux","C#"]\n'],
    ['one a line', 'tags:\n  - Tout doux\n  - "C#"\n'],
    ['one a line that begins with the key', "tags:\n- 'Tout doux'\n- 'C#'\nx: z\n"],
  ])('reads tags that are written %s, as people do', (_, yaml) => {
    expect(readPlainFrontMatter(yaml)?.get('tags')).toEqual(['Tout doux', 'C#'])
  })

  it.each([
    ['# comment\n'],
    ['a: b # c\n'],
    ['a:\n  - b\n - c\n'],
    ['a:\n  - b: c\n'],
    ["a: 'b''c'\n"],
    ['a: *b\n'],
    ['a: null\n'],
    ['a: b\na: c\n'],
    ['a:\n'],
  ])('leaves %j to the yaml package', (yaml) => {
    expect(readPlainFrontMatter(yaml)).toBeUndefined()
  })
})
