import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrapLines } from '../../src/import/unwrap-lines.ts'

const words = 'The sun is slow in February and fast in November and no clock was ever told about it by anyone'.split(
  ' ',
)
const paragraph = (start: number, length: number) =>
  Array.from({ length }, (_, i) => words[(start * 7 + i * 5) % words.length]).join(' ')

function wrap(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

const unwrap = (text: string) => unwrapLines(text).map((line) => line.text)

describe('unwrapLines', () => {
  it('joins what was wrapped at any usual width, whatever the paragraphs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 80 }),
        fc.array(fc.nat(90), { minLength: 4, maxLength: 9 }),
        (width, starts) => {
          const paragraphs = starts.map((start) => paragraph(start, 60))
          const wrapped = paragraphs.map((text) => wrap(text, width)).join('\n\n')
          // The page's width is that of its widest line: it may be a little less than the one that it was wrapped at.
          const lost = unwrap(wrapped).filter((line) => line !== '').length - paragraphs.length
          expect(unwrap(wrapped).join(' ').split(/\s+/)).toEqual(paragraphs.join(' ').split(' '))
          expect(lost).toBeLessThanOrEqual(paragraphs.length)
        },
      ),
    )
  })

  it('leaves titles, lists and verses of a wrapped page as they are', () => {
    const prose = [0, 1, 2].map((start) => wrap(paragraph(start, 70), 72))
    const text = [
      prose[0],
      '- a curve\n- a table',
      'Roses are red\nviolets are blue',
      'Mottoes\nJune 2, 2009',
      prose[1],
      prose[2],
    ]
    expect(unwrap(text.join('\n\n')).slice(2, 10)).toEqual([
      '- a curve',
      '- a table',
      '',
      'Roses are red',
      'violets are blue',
      '',
      'Mottoes',
      'June 2, 2009',
    ])
  })

  it('touches no page of whole paragraphs, nor one of short lines', () => {
    const whole = [0, 1, 2].map((start) => paragraph(start, 70)).join('\n')
    const verses = Array.from({ length: 30 }, (_, i) => paragraph(i, 4 + (i % 3))).join('\n')
    expect(unwrap(whole)).toEqual(whole.split('\n'))
    expect(unwrap(verses)).toEqual(verses.split('\n'))
  })

  it('tells the numbers of the lines that it joined', () => {
    const text = `A title\n\n${wrap(paragraph(0, 200), 72)}`
    const last = text.split('\n').length
    expect(unwrapLines(text).at(-1)).toMatchObject({ first: 3, last })
  })

  it('leaves a page of short lines alone, though one word more would fit on none', () => {
    const lines = ['Titre premier', 'Titre deuxième', 'Archives', 'Catégories', 'Commentaires', 'Rechercher'].concat([
      'Abonnements',
      'Contributions',
      'Dictionnaires',
      'Correspondants',
    ])
    expect(unwrapLines(lines.join('\n')).map(({ text }) => text)).toEqual(lines)
  })
})
