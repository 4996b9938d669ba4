import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DiffPart, diffWords } from '../../src/pages/word-diff.ts'

const show = (parts: readonly DiffPart[]) =>
  parts
    .map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]`, skipped: '…' })[kind])
    .join('')

describe('a comparison word by word', () => {
  test.each([
    ['a word', 'une salle comble.', 'une salle pleine.', 'une salle [-comble-]{+pleine+}.'],
    ['an accented word', 'l’été dernier', 'l’hiver dernier', 'l’[-été-]{+hiver+} dernier'],
    ['neighbouring words, as one change', 'une voiture rouge', 'un vélo rouge', '[-une voiture-]{+un vélo+} rouge'],
    ['an addition', 'Le port', 'Le port, et pour qui ?', 'Le port{+, et pour qui ?+}'],
    ['nothing', 'Le même', 'Le même', 'Le même'],
  ])('shows %s', (_, from, to, shown) => {
    expect(show(diffWords(from, to).parts)).toBe(shown)
  })

  test('counts words, not signs', () => {
    expect(diffWords('Il pleut.', 'Il pleut fort, dehors !')).toMatchObject({ added: 2, removed: 0 })
  })

  test('shortens what both texts share to a few words around a change', () => {
    const long = Array.from({ length: 100 }, (_, index) => `mot${index}`).join(' ')
    const shown = show(diffWords(`${long} fin ${long}`, `${long} suite ${long}`).parts)
    expect(shown).toBe(
      `…${long.split(' ').slice(-12).join(' ')} [-fin-]{+suite+} ${long.split(' ').slice(0, 12).join(' ')}…`,
    )
  })

  test('cuts what both share at spaces, and no number in two', () => {
    const long = 'Le miroir fait 6,5 mètres, dit-on ; '.repeat(20)
    const { parts } = diffWords(`Avant. ${long}fin`, `Après. ${long}suite`)
    const end = parts[parts.findIndex(({ kind }) => kind === 'skipped') + 1]
    expect(end!.text).toMatch(/^(?:Le|miroir|fait|6,5|mètres,|dit-on) /)
  })

  test('compares long rewritten texts by paragraphs instead of taking minutes', () => {
    const words = (prefix: string) => Array.from({ length: 3_000 }, (_, index) => `${prefix}${index}`).join(' ')
    const { added, removed } = diffWords(`Début.\n\n${words('a')}`, `Début.\n\n${words('b')}`)
    expect([added, removed]).toEqual([3_000, 3_000])
  })

  test('loses nothing of either text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', ' ', ', ', '\n\n', 'été'), { maxLength: 60 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { parts } = diffWords(from, to)
        const without = (kind: DiffPart['kind']) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        expect(without('added')).toBe(from)
        expect(without('removed')).toBe(to)
      }),
    )
  })
})
