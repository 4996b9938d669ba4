import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareCard, shareCardColours } from '../../src/templates/share-card.ts'

/** Every sign is as wide as half its height. */
const measure = (text: string): number => text.length / 2
const linesOf = (title: string): readonly string[] =>
  [...shareCard({ title, foot: '', date: '' }, measure).matchAll(/font-weight="600">([^<]*)</g)].map(
    ([, line]) => line!,
  )

test.each([
  ['L’été', ['L’été']],
  ['Le tram passera par le quai des Brumes', ['Le tram passera par le', 'quai des Brumes']],
])('%s is broken between words', (title, lines) => {
  expect(linesOf(title)).toEqual(lines)
})

test('what is too long ends with an ellipsis', () => {
  const lines = linesOf('Le tram passera par le quai des Brumes. '.repeat(9).trim())
  expect(lines).toHaveLength(4)
  expect(lines.at(-1)).toMatch(/\p{L}…$/u)
})

test('below the title stand a date and the site’s name, or two lines of a description', () => {
  const foot = 'Un journal du port, de ses quais, de ses trams et de celles et ceux qui y travaillent. '
    .repeat(2)
    .trim()
  const feetOf = (date: string) =>
    [...shareCard({ title: 'A', foot, date }, measure).matchAll(/font-size="36">([^<]*)</g)].map(([, line]) => line!)
  expect(feetOf('2024')).toEqual(['2024', expect.stringMatching(/^Un journal.*…$/)])
  expect(feetOf('')).toEqual([expect.stringMatching(/^Un journal/), expect.stringMatching(/…$/)])
})

test('no title makes a line wider than the picture, or more lines than there is room for', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: fc.constantFrom('a', 'é', ' ', '-', 'm') }), (title) => {
      const lines = linesOf(title)
      expect(lines.length).toBeLessThanOrEqual(4)
      for (const line of lines) expect(measure(line) * 72).toBeLessThanOrEqual(988)
    }),
  )
})

test('a title is text, and its colours are few enough for a palette', () => {
  expect(shareCard({ title: '</text><script>', foot: '&', date: '' }, measure)).toContain('&lt;/text&gt;&lt;script&gt;')
  expect(shareCardColours()).toHaveLength(16)
})
