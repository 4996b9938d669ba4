import { describe, expect, test } from 'vitest'
import { tokenise, tokenKind } from '../../src/relations/tokens.ts'

const words = (text: string): readonly string[] => {
  const { starts, ends, count } = tokenise(text)
  return Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]))
}

describe('words of a text', () => {
  test.each([
    ['l’été à Paris', ['été', 'Paris']],
    ['Œuvre d’Éric', ['Œuvre', 'Éric']],
    ['7.500, 7 500 et 2 000 000', ['7.500', '7 500', 'et', '2 000 000']],
    ['en 2022 500 salariés', ['en', '2022', '500', 'salariés']],
    ['3,6 milliards', ['3', '6', 'milliards']],
    ['Covid-19', ['Covid', '19']],
    ['東京タワー', ['東', '京', 'タ', 'ワ', 'ー']],
    ['Привет, мир', ['Привет', 'мир']],
    ['🎉 — !', []],
    ['', []],
  ])('%j', (text, expected) => expect(words(text)).toEqual(expected))

  test.each([
    ['Été', 'ete'],
    ['ÉTÉ', 'été'.normalize('NFD')],
    ['7.500', '7 500'],
    ['7,500', '7500'],
  ])('%j is the same word as %j', (one, other) =>
    expect([...tokenise(one).hashes]).toEqual([...tokenise(other).hashes]),
  )

  test('a capital at the start of a sentence or a quotation is told from one within', () => {
    const { kinds } = tokenise('Hier Paris a dit : « Londres attendra. » Puis Rome')
    const isName = [...kinds].map(
      (kind) => (kind & tokenKind.capitalised) !== 0 && (kind & tokenKind.sentenceStart) === 0,
    )
    expect(isName).toEqual([false, true, false, false, false, false, true])
  })
})
