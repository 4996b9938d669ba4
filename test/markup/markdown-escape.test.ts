import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../../src/markup/markdown-escape.ts'

const renderer = new MarkdownIt({ html: false })

/** Text of a block of rendered Markdown; fails where anything but one paragraph of plain text came out. */
function plainText(markdown: string): string {
  const [open, inline, close, ...rest] = renderer.parse(markdown, {})
  expect([open?.type, inline?.type, close?.type, rest.length]).toEqual([
    'paragraph_open',
    'inline',
    'paragraph_close',
    0,
  ])
  return (inline?.children ?? [])
    .map((token) => {
      expect(['text', 'text_special']).toContain(token.type)
      return token.content
    })
    .join('')
}

describe('escapeMarkdown', () => {
  it.each([
    '# pas un titre',
    '#hashtag',
    '> pas une citation',
    '- tiret',
    '---',
    '- - -',
    '+ plus',
    '* étoile *',
    '1. premier',
    '12) douzième',
    '2024.',
    '===',
    '~~~',
    '~~rayé~~',
    '```',
    '`code`',
    '_souligné_',
    'snake_case_name',
    'l’«_id_»',
    '[lien](https://example.org/a_b_c)',
    '[ref]: https://example.org',
    '![image](x.png)',
    '<script>alert(1)</script>',
    '<https://example.org>',
    'AT&amp;T, &lt; et &#35;',
    'a \\ b \\* c \\',
    '{{ page.title }}',
    '{% if x %}{# c #}',
    '{{{raw}}}',
    '| a | b |',
    'Le prix : 3 * 4 < 13 & 5 > 2',
    '[…]',
    '!',
  ])('renders %j to the same text', (line) => {
    expect(plainText(escapeMarkdown(line))).toBe(line)
  })

  it('leaves ordinary prose as it is', () => {
    const prose = 'En 2023, C# et snake_case – « 50 % » (n° 1) : https://example.org/a_b?c=d&e=f #tag!'
    expect(escapeMarkdown(prose)).toBe(prose)
  })

  it('leaves nothing that a template language would open', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{%#} a]{1,20}$/), (line) => {
        expect(escapeMarkdown(line)).not.toMatch(/\{[{%#]/)
      }),
    )
  })

  it('renders any line to the same text', () => {
    const character = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&=:;"\'0123456789 \t aéœ') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    )
    const line = fc
      .array(character, { minLength: 1, maxLength: 30 })
      .map((characters) =>
        characters
          .join('')
          .replace(/[\r\n\0]/g, ' ')
          .trim(),
      )
      .filter((text) => text !== '')
    fc.assert(
      fc.property(line, (text) => {
        expect(plainText(escapeMarkdown(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })
})
