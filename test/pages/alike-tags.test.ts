import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAlikeTags, toAlikeProblems } from '../../src/pages/alike-tags.ts'
import { createTagIndex } from '../../src/pages/tag-index.ts'
import { post } from '../posts/build-post.ts'

/** @param counts - How many posts have each tag. */
function findAlike(counts: Readonly<Record<string, number>>): readonly string[] {
  return findAlikeTags(toTags(counts)).map(({ rarer, other }) => `${rarer.name} → ${other.name}`)
}

function toTags(counts: Readonly<Record<string, number>>) {
  const posts = Object.entries(counts).flatMap(([tag, count]) =>
    Array.from({ length: count }, (_, at) => post(`${tag} ${at}`, { tags: [tag] })),
  )
  const compareNames = (a: string, b: string) => (a < b ? -1 : 1)
  return createTagIndex(posts, { tagNames: { aliases: {}, names: {}, slugs: {} }, compareNames, language: 'fr' }).tags
}

describe('tags that look alike', () => {
  test.each([
    ['singular and plural', { Élection: 12, Élections: 9 }, ['Élections → Élection']],
    ['journal and journaux', { Journal: 3, Journaux: 5 }, ['Journal → Journaux']],
    ['city and cities', { City: 1, Cities: 5 }, ['City → Cities']],
    ['a letter too few, once', { Wikipédia: 10, Wikpédia: 1 }, ['Wikpédia → Wikipédia']],
    ['two letters that changed places', { Patrimoine: 10, Patrimione: 2 }, ['Patrimione → Patrimoine']],
    ['another letter', { Gouvernement: 10, Gouvernemant: 1 }, ['Gouvernemant → Gouvernement']],
  ])('are found: %s', (_, counts, expected) => {
    expect(findAlike(counts)).toEqual(expected)
  })

  test.each([
    ['short names', { Iran: 10, Irak: 1 }],
    ['two names that are both in use', { Autriche: 10, Autruche: 8 }],
    ['years and other numbers', { 'Élections 2021': 10, 'Élections 2022': 1 }],
    ['longer names', { Twitter: 10, 'Twitter Blue': 1 }],
  ])('are not: %s', (_, counts) => {
    expect(findAlike(counts)).toEqual([])
  })

  test('are told with the line that makes them one', () => {
    const [problem] = toAlikeProblems(findAlikeTags(toTags({ Élection: 2, Élections: 1 })))
    expect(problem?.message).toBe('The tags "Élections" (1) and "Élection" (2) look alike.')
    expect(problem?.remedy).toContain('aliases: { "Élections": "Élection" }')
  })

  test('whatever letter of a long name is left out once, the name is found', () => {
    const name = fc.stringMatching(/^[b-z]{8,20}$/)
    fc.assert(
      fc.property(name, fc.nat(), (known, place) => {
        const at = place % known.length
        const slip = known.slice(0, at) + known.slice(at + 1)
        expect(findAlike({ [known]: 6, [slip]: 1 })).toEqual([`${slip} → ${known}`])
      }),
    )
  })
})
