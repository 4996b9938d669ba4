import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { toMarkdown } from '../../src/import/body-markdown.ts'

const renderer = new MarkdownIt({ html: false })

describe('toMarkdown', () => {
  it.each<[string, readonly string[], string]>([
    ['one paragraph a line', ['Un.', 'Deux.'], 'Un.\n\nDeux.'],
    [
      'a list of bullets',
      ['Il faut :', '• du pain', '• du sel', 'Et du temps.'],
      'Il faut :\n\n- du pain\n- du sel\n\nEt du temps.',
    ],
    ['a list of numbers, from its own first', ['3. trois', '4. quatre'], '3. trois\n4. quatre'],
    ['two lists apart', ['- a', '- b', '• c', '• d'], '- a\n- b\n\n* c\n* d'],
    ['speech, not a list', ['– Bonjour.', '– Bonsoir.'], '– Bonjour.\n\n– Bonsoir.'],
    [
      'a list of dashes after a colon, whose items end in no full stop',
      ['Reçus :', '– un livre', '– une lampe'],
      'Reçus :\n\n- un livre\n- une lampe',
    ],
    ['text where a single line looks like an item', ['- seul', '2024. Une année.'], '\\- seul\n\n2024\\. Une année.'],
    [
      'numbers apart as the text that they are',
      ['1. Le début', 'Du texte.', '2. La fin'],
      '1\\. Le début\n\nDu texte.\n\n2\\. La fin',
    ],
  ])('makes %s', (_, lines, markdown) => {
    expect(toMarkdown(lines)).toBe(markdown)
  })

  it('breaks lines where the caller says that they go on a paragraph', () => {
    expect(toMarkdown(['Un vers', 'et deux', 'Fin.'], new Set([1]))).toBe('Un vers\\\net deux\n\nFin.')
  })

  it('renders verses to one paragraph, whatever they hold', () => {
    const special = fc.constantFrom(
      '===',
      '---',
      ':-:',
      '| a |',
      '|-|',
      '# t',
      '> q',
      '```',
      '~~~',
      '<b>',
      '[a]: /b',
      '+ x',
      'x\\',
    )
    const verse = fc.oneof(special, fc.stringMatching(/^[a-z:|*_`~=\\-]{1,9}$/))
    fc.assert(
      fc.property(fc.array(verse, { minLength: 2, maxLength: 6 }), (verses) => {
        const tokens = renderer.parse(toMarkdown(verses, new Set(verses.keys())), {})
        expect(tokens.map(({ type }) => type)).toEqual(['paragraph_open', 'inline', 'paragraph_close'])
        const lines = tokens[1]!.children!.map(({ type, content }) => (type === 'hardbreak' ? '\n' : content))
        expect(lines.join('').split('\n')).toEqual(verses)
      }),
      { numRuns: 1000 },
    )
  })

  it('renders to the text of its lines, whatever they hold', () => {
    const line = fc
      .oneof(
        fc.constantFrom(
          '- a',
          '* b',
          '• c',
          '1. x',
          '2. y',
          '2) z',
          '---',
          '===',
          '# t',
          '> q',
          '| a |',
          '```',
          'a  ',
          '10. k',
        ),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
      )
      .map((text) => text.replace(/[\r\n\0]/g, ' ').trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const blocks = renderer.parse(toMarkdown(lines), {}).filter(({ type }) => type === 'inline')
        const texts = blocks.map(({ children }) => (children ?? []).map(({ content }) => content).join(''))
        expect(texts).toHaveLength(lines.length)
        for (const [i, text] of texts.entries()) expect(lines[i]!.endsWith(text)).toBe(true)
        for (const [i, text] of texts.entries())
          expect(lines[i]!.slice(0, lines[i]!.length - text.length)).toMatch(
            /^(?:(?:[-*•·▪◦‣●○■►▸]|\d{1,3}[.)])\s*)?$/u,
          )
      }),
      { numRuns: 1000 },
    )
  })
})
