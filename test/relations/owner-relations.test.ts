import { describe, expect, test } from 'vitest'
import { orderByTime } from '../../src/relations/chronology.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import { examineOwnerRelations } from '../../src/relations/owner-relations.ts'
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
    [
      'two copies of one post that are not related',
      [
        old,
        { ...recent, relations: owner({ duplicateOf: 'ancien' }) },
        dated('2023-04-02', 'Encore', 'Une autre affaire.', {
          relations: owner({ duplicateOf: 'ancien', notRelatedTo: ['nouveau'] }),
        }),
      ],
      'RELATION_CONTRADICTION',
      'notRelatedTo of "encore"',
    ],
    [
      'a follow-up to a post whose version is not related',
      [
        { ...old, relations: owner({ notRelatedTo: ['encore'] }) },
        { ...recent, relations: owner({ duplicateOf: 'ancien' }) },
        dated('2023-04-02', 'Encore', 'Une autre affaire.', { relations: owner({ followUpTo: 'nouveau' }) }),
      ],
      'RELATION_CONTRADICTION',
      'by notRelatedTo',
    ],
    [
      'a follow-up to a follow-up of its own version',
      [
        old,
        { ...recent, relations: owner({ followUpTo: 'ancien' }) },
        dated('2023-04-02', 'Encore', 'Une autre affaire.', {
          relations: owner({ duplicateOf: 'ancien', followUpTo: 'nouveau' }),
        }),
      ],
      'RELATION_CONTRADICTION',
      '"nouveau"',
    ],
  ])('%s', (_, posts, code, words) => {
    const error = catchError(() => findRelations(posts))
    expect(error).toMatchObject({ code, problem: expect.stringContaining(words), remedy: expect.stringMatching(/\w/) })
  })

  test('are listed all, each with the post whose line it is', () => {
    const lost = { ...old, relations: owner({ duplicateOf: 'perdu', notRelatedTo: ['ancien'] }) }
    const circle = ['a', 'b', 'c', 'd'].map((slug, at, slugs) =>
      dated('2023-01-01', slug, slug, { relations: owner({ followUpTo: slugs[at ^ 1]! }) }),
    )
    const { faults } = examineOwnerRelations(orderByTime([lost, recent, ...circle]))
    expect(faults.map(({ post, error }) => [error.code, post.slug]).sort()).toEqual([
      ['RELATION_CYCLE', expect.stringMatching(/[ab]/)],
      ['RELATION_CYCLE', expect.stringMatching(/[cd]/)],
      ['RELATION_UNKNOWN_SLUG', 'ancien'],
      ['RELATION_UNKNOWN_SLUG', 'ancien'],
    ])
  })

  test('a follow-up that has the text of the earlier one is a follow-up, since its owner says so', () => {
    const again = dated('2023-02-09', 'Encore', bridge, { relations: owner({ followUpTo: 'ancien' }) })
    expect(findRelations([old, again]).relations).toMatchObject([
      { kind: 'followUp', earlier: old.id, later: again.id },
    ])
  })

  test('posts between which a chain of follow-ups lies are no versions, whatever their texts', () => {
    const between = dated('2023-02-20', 'Entre', orchard, { relations: owner({ followUpTo: 'ancien' }) })
    const again = dated('2023-03-09', 'Encore', bridge, { relations: owner({ followUpTo: 'entre' }) })
    expect(findRelations([old, between, again]).relations).toMatchObject([
      { kind: 'followUp', earlier: old.id, later: between.id },
      { kind: 'followUp', earlier: between.id, later: again.id },
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
