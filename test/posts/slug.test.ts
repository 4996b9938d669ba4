import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSlug, toSlug } from '../../src/posts/slug.ts'

describe('toSlug', () => {
  it.each([
    ['Œuvre', 'oeuvre'],
    ['Curriculum vitæ', 'curriculum-vitae'],
    ['Straße', 'strasse'],
    ['C++', 'cpp'],
    ['C#', 'c-sharp'],
    ['C# et C++ : duel', 'c-sharp-et-cpp-duel'],
    ['.NET', 'dot-net'],
    ['Canal+', 'canal-plus'],
    ['#MeToo', 'metoo'],
    ['l’été', 'l-ete'],
    ["l'été", 'l-ete'],
    ['don’t', 'dont'],
    ['e\u0301te\u0301', 'ete'],
    ['foo_bar/baz', 'foo-bar-baz'],
    ['1,5 %', '1-5-percent'],
    ['« Bonjour » !', 'bonjour'],
    ['Привет, мир', 'privet-mir'],
    ['مرحبا', 'mrhba'],
    ['Ελλάδα', 'ellada'],
    ['Việt Nam', 'viet-nam'],
    ['🎉 Fête 🎉', 'fete'],
  ])('makes of %j %j', (text, slug) => {
    expect(toSlug(text)).toBe(slug)
  })

  it('says signs in the language of the text', () => {
    expect(toSlug('Sons & lumières : 50 %', { lang: 'fr' })).toBe('sons-et-lumieres-50-pourcent')
    expect(toSlug('R&D', { lang: 'fr-CA' })).toBe('r-et-d')
  })

  it.each([['🎉'], ['東京'], ['한국'], ['שלום'], ['…'], ['']])(
    'gives %j, which has no Latin form, a stable hash',
    (text) => {
      expect(toSlug(text)).toMatch(/^x[0-9a-f]{8}$/)
      expect(toSlug(text)).toBe(toSlug(text))
    },
  )

  it('keeps two texts apart that share only their Latin part', () => {
    expect(toSlug('Voyage à 東京')).not.toBe(toSlug('Voyage à 大阪'))
    expect(toSlug('iPhone 発売')).toMatch(/^iphone-x[0-9a-f]{8}$/)
  })

  it('is the same for texts that differ by case only, in any script', () => {
    expect(toSlug('ÉTÉ')).toBe(toSlug('été'))
    expect(toSlug('Ｔｗｉｔｔｅｒ')).toBe(toSlug('twitter'))
  })

  it('ends a long slug at a word, or within a word that is longer than all', () => {
    expect(toSlug('un deux trois quatre', { maxLength: 12 })).toBe('un-deux')
    expect(toSlug('un deux trois quatre', { maxLength: 13 })).toBe('un-deux-trois')
    expect(toSlug('x'.repeat(200))).toHaveLength(80)
    expect(toSlug('mot '.repeat(100)).length).toBeLessThanOrEqual(80)
  })

  it('always gives a slug that an address and a file name can hold, and that is its own slug', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const slug = toSlug(text)
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(toSlug(slug)).toBe(slug)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('parseSlug', () => {
  it.each([['bonjour'], ['bonjour-2'], ['d01749cea'], ['v1.2_final'], ['2023']])('accepts %j', (slug) => {
    expect(parseSlug(slug, 'a.md: "slug"')).toBe(slug)
  })

  it.each([['Été'], ['a b'], ['../a'], ['a/b'], ['-a'], ['a.'], ['']])('refuses %j and proposes another', (slug) => {
    expect(() => parseSlug(slug, 'a.md: "slug"')).toThrow(/a\.md: "slug" is .* such as "/)
  })
})
