import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fr } from '../../src/i18n/fr.ts'
import { resolveOptions, type TagNameOptions } from '../../src/options.ts'
import { createTagIndex, foldTagName } from '../../src/pages/tag-index.ts'
import { catchError } from '../catch-error.ts'
import { post } from '../posts/build-post.ts'

/** An index of posts that have these tags. */
const index = (tagsOfPosts: readonly (readonly string[])[], tagNames: TagNameOptions = {}) =>
  createTagIndex(
    tagsOfPosts.map((tags, at) => post(`Titre ${at}`, { tags })),
    { tagNames: resolveOptions({ tagNames }).tagNames, compareNames: fr.compareNames, language: 'fr' },
  )

const summary = ({ tags }: ReturnType<typeof index>) =>
  tags.map(({ name, slug, posts }) => `${name} ${slug} ${posts.length}`)

describe('spellings of one tag', () => {
  test.each([
    ['Twitter', 'twitter'],
    ['Été', 'ete'],
    ['Open source', 'opensource'],
    ['open-source', 'Open Source'],
    ['Œuvre', 'oeuvre'],
    ['Straße', 'STRASSE'],
    ['intelligence\u00a0artificielle', 'Intelligence Artificielle'],
    ['e\u0301t\u00e9', 'ÉTÉ'],
    ['Ёлка', 'ёлка'],
  ])('%s is %s', (a, b) => {
    expect(foldTagName(a)).toBe(foldTagName(b))
  })

  test.each([
    ['C', 'C++'],
    ['C#', 'C++'],
    ['мой', 'мои'],
    ['か', 'が'],
    ['art', 'arts'],
    ['-', '–'],
  ])('%s is not %s', (a, b) => {
    expect(foldTagName(a)).not.toBe(foldTagName(b))
  })

  test('any name folds to something, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        fc.pre(name.trim() !== '')
        const folded = foldTagName(name)
        expect(folded).not.toBe('')
        expect(foldTagName(folded)).toBe(folded)
      }),
    )
  })
})

describe('the index of tags', () => {
  test('shows the most used spelling; of equally used ones always the same', () => {
    expect(summary(index([['sncf'], ['SNCF'], ['SNCF']]))).toEqual(['SNCF sncf 3'])
    expect(summary(index([['sncf'], ['SNCF']]))).toEqual(summary(index([['SNCF'], ['sncf']])))
  })

  test('makes the address from the spelling with the most parted words, whichever is the most used', () => {
    expect(summary(index([['OpenSource'], ['OpenSource'], ['open source']]))).toEqual(['OpenSource open-source 3'])
  })

  test('counts a post once, however it spells a tag', () => {
    expect(index([['Été', 'été', 'ETE']]).tags[0]!.posts).toHaveLength(1)
  })

  test('sorts names as the language does', () => {
    expect(
      index([['Zola', 'École', 'eau', 'Énergie', 'Tag 10', 'Tag 9', 'œuvre']]).tags.map(({ name }) => name),
    ).toEqual(['eau', 'École', 'Énergie', 'œuvre', 'Tag 9', 'Tag 10', 'Zola'])
  })

  test('gives every tag an address', () => {
    expect(index([['C++', 'C#', '🎉', '東京', 'l’été']]).tags.every(({ slug }) => /^[a-z0-9-]+$/.test(slug))).toBe(true)
  })

  test('knows the tags of a post in the post’s order', () => {
    const tags = index([['b', 'a', 'B']])
    expect(tags.tagsOf(post('x', { tags: ['a', 'B', 'b', 'unknown'] })).map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

describe('what the owner says about tags', () => {
  test('aliases join tags under their name, in any spelling', () => {
    const tags = index([['X (Twitter)'], ['twitter'], ['Twitter']], { aliases: { 'x (twitter)': 'Twitter' } })
    expect(summary(tags)).toEqual(['Twitter x-twitter 3'])
  })

  test('aliases may follow each other, but not in a circle', () => {
    expect(summary(index([['a'], ['b'], ['c']], { aliases: { a: 'b', b: 'c' } }))).toEqual(['c a 3'])
    const error = catchError(() => index([['a']], { aliases: { a: 'b', b: 'a' } }))
    expect(error).toMatchObject({ code: 'ALIAS_CYCLE' })
  })

  test('names and addresses are looked up in any spelling', () => {
    const tags = index([['sncf', 'c plus plus']], { names: { SNCF: 'S.N.C.F.' }, slugs: { 'C-Plus-Plus': 'cpp' } })
    expect(summary(tags)).toEqual(['c plus plus cpp 1', 'S.N.C.F. s-n-c-f 1'])
  })

  test('two tags with one address are an error that says what to write', () => {
    const error = catchError(() => index([['Droit'], ['L’Art']], { slugs: { 'L’Art': 'droit' } }))
    expect(error).toMatchObject({ code: 'SLUG_CLASH' })
    expect(error.message).toContain('"Droit" and "L’Art" would both be written to /tag/droit/')
    expect(error.message).toContain('slugs: { "L’Art": "droit-2" }')
  })
})
