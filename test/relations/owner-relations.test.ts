import { describe, expect, test } from 'vitest'
import { findRelations } from '../../src/relations/find-relations.ts'
import { catchError } from '../catch-error.ts'
import { dated, owner } from './archive.ts'
import { bridge, orchard } from './articles.ts'

const old = dated('2023-02-06', 'Ancien', bridge)
const recent = dated('2023-03-06', 'Nouveau', orchard)

describe('contradictions in front matter', () => {
  test.each([
    [
      'a slug that no post has',
      [{ ...recent, relations: owner({ duplicateOf: 'perdu' }) }],
      'RELATION_UNKNOWN_SLUG',
      '"perdu"',
    ],
    [
      'the post itself',
      [{ ...recent, relations: owner({ followUpTo: 'nouveau' }) }],
      'RELATION_UNKNOWN_SLUG',
      'names the post itself',
    ],
    [
      'two posts that are copies of each other',
      [
        { ...old, relations: owner({ duplicateOf: 'nouveau' }) },
        { ...recent, relations: owner({ duplicateOf: 'ancien' }) },
      ],
      'RELATION_CYCLE',
      '"ancien" → "nouveau" → "ancien"',
    ],
    [
      'a follow-up that is older than its predecessor',
      [{ ...old, relations: owner({ followUpTo: 'nouveau' }) }, recent],
      'RELATION_ORDER',
      '"ancien"',
    ],
    [
      'a copy that is not related',
      [old, { ...recent, relations: owner({ duplicateOf: 'ancien', notRelatedTo: ['ancien'] }) }],
      'RELATION_CONTRADICTION',
      'duplicateOf',
    ],
    [
      'a follow-up to what other lines make a version of the same article',
      [
        old,
        { ...recent, relations: owner({ duplicateOf: 'ancien' }) },
        dated('2023-04-02', 'Encore', 'Une autre affaire.', {
          relations: owner({ duplicateOf: 'nouveau', followUpTo: 'ancien' }),
        }),
      ],
      'RELATION_CONTRADICTION',
      '"encore"',
    ],
  ])('%s', (_, posts, code, words) => {
    const error = catchError(() => findRelations(posts))
    expect(error).toMatchObject({ code, problem: expect.stringContaining(words), remedy: expect.stringMatching(/\w/) })
  })

  test('a follow-up that has the text of the earlier one is a follow-up, since its owner says so', () => {
    const again = dated('2023-02-09', 'Encore', bridge, { relations: owner({ followUpTo: 'ancien' }) })
    expect(findRelations([old, again]).relations).toMatchObject([
      { kind: 'followUp', earlier: old.id, later: again.id },
    ])
  })

  test('a follow-up whose date is only an estimate is believed', () => {
    const estimated = { kind: 'inferred', earliest: old.date!.day, latest: recent.date!.day, evidence: 'mars' } as const
    const posts = [
      { ...old, date: { ...estimated, day: old.date!.day }, relations: owner({ followUpTo: 'nouveau' }) },
      recent,
    ]
    expect(findRelations(posts).relations).toMatchObject([{ kind: 'followUp', earlier: recent.id, later: old.id }])
  })
})
