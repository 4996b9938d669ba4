import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeMarkdown } from '../../src/markup/markdown-escape.ts'
import { toPlainText } from '../../src/markup/plain-text.ts'

describe('the words of a Markdown text', () => {
  test.each([
    ['**gras** et *italique* et `code`', 'gras et italique et code'],
    ['un_nom_de_variable, 3 * 4', 'un_nom_de_variable, 3  4'],
    ['[un lien](https://example.org/a_(b) "titre") !', 'un lien !'],
    ['![une image](/i.jpg)', 'une image'],
    ['[un lien][1]\n\n[1]: https://example.org', '[un lien \n\n'],
    ['## Titre\n\n> cité\n\n- point', 'Titre\n\ncité\n\npoint'],
    ['1\\. pas une liste, \\*pas\\* du gras', '1. pas une liste, *pas* du gras'],
    ['a<br>b &amp; c &#233; &nope;', 'a b & c é &nope;'],
    ['```js\ncode\n```', '\ncode\n'],
  ])('%j', (markdown, plain) => expect(toPlainText(markdown)).toBe(plain))

  test('are those that were escaped', () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
    const line = fc
      .stringMatching(/^[\p{L}\p{N} .,;:!?'"()[\]*_`~#>+-]{1,40}$/u)
      .map((text) => text.trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(line, (text) => {
        expect(words(toPlainText(escapeMarkdown(text)))).toEqual(words(text))
      }),
    )
  })

  test('take time in proportion to the text', () => {
    const hostile = ['[', '![', '](', '<a ', '&#', '**', '\\', '> ', '[]('].map((mark) => mark.repeat(20_000))
    const start = performance.now()
    for (const text of hostile) toPlainText(text)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
