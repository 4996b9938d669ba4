import { describe, expect, test } from 'vitest'
import { findRelations } from '../../src/relations/find-relations.ts'
import { dated, told } from './archive.ts'
import { bridge, bridgeReport, fishMarket, footer, library, mistyped, observatory, orchard } from './articles.ts'

const [opening, middle, ending] = bridge.split('\n\n') as [string, string, string]

/** Each is a version of the article on the bridge, whatever was done to it. */
const versions: readonly (readonly [what: string, title: string, body: string, change: string])[] = [
  ['the same text', 'Kervalen : le pont fermé', bridge, 'identical'],
  ['another title', 'Un câble a cédé', bridge, 'retitled'],
  ['a column before the title', 'Transports – Kervalen : le pont fermé', bridge, 'retitled'],
  ['typos', 'Kervalen : le pont fermé', mistyped(bridge), 'revised'],
  [
    'other typography',
    'Kervalen : le pont fermé',
    bridge.replaceAll("'", '’').replaceAll('. ', '.\u00a0').normalize('NFD'),
    'identical',
  ],
  [
    'Markdown and a link',
    'Kervalen : le pont fermé',
    bridge.replace('Maëlle Trévidic', '**[Maëlle Trévidic](https://example.org/maelle)**'),
    'identical',
  ],
  ['a paragraph less', 'Kervalen : le pont fermé', `${opening}\n\n${ending}`, 'shortened'],
  [
    'a teaser with another title',
    'À lire sur le pont',
    `${opening} La suite dans notre édition de demain.`,
    'shortened',
  ],
  ['paragraphs in another order', 'Kervalen : le pont fermé', [ending, opening, middle].join('\n\n'), 'revised'],
  [
    'a long addition',
    'Kervalen : le pont fermé, les réactions',
    `${bridge}\n\n${middle.replaceAll('câble', 'tablier')} Le préfet a promis une aide, la région une étude, et le maire une navette gratuite. Les écoles ouvriront une heure plus tard, le temps que les cars fassent le tour.`,
    'expanded',
  ],
  ['a corrected number', 'Kervalen : le pont fermé', bridge.replace('37 kilomètres', '41 kilomètres'), 'revised'],
  ['a signature that the blog puts everywhere', 'Kervalen : le pont fermé', `${bridge}\n\n${footer}`, 'expanded'],
]

describe('versions of one article', () => {
  test.each(versions)('are found in spite of %s', (_, title, body, change) => {
    const original = dated('2023-02-06', 'Kervalen : le pont fermé', bridge)
    const copy = dated('2023-02-01', title, body, { id: dated('2023-02-01', `copie ${title}`, body).id })
    expect(told([original, copy, dated('2023-02-03', 'Mirabelles', orchard)], 'duplicate')).toEqual([
      `${title} → Kervalen : le pont fermé: ${change}`,
    ])
  })

  test('form one group, the newest canonical', () => {
    const posts = [
      dated('2023-02-06', 'Le pont, première version', bridge),
      dated('2023-02-07', 'Le pont, corrigé', mistyped(bridge)),
      dated('2023-02-09', 'Le pont, abrégé', `${opening}\n\n${middle}`),
    ]
    expect(told(posts, 'duplicate')).toEqual([
      'Le pont, corrigé → Le pont, abrégé: expanded',
      'Le pont, première version → Le pont, abrégé: expanded',
    ])
  })

  test.each<readonly [string, older: string, newer: string]>([
    ['the fuller', `${opening}\n\n${middle}`, bridge],
    ['the one without typos', mistyped(bridge), bridge],
    ['the fuller, typos or not', `${opening}\n\n${middle}`, mistyped(bridge)],
    ['the one with all accents', bridge.normalize('NFD').replace(/\p{M}/gu, ''), bridge],
    ['the one without broken characters', bridge.replaceAll('é', 'Ã©'), bridge],
    ['the one with typographic signs', bridge, bridge.replaceAll("'", '’')],
    ['the one with secure addresses', `${bridge} http://armel.example`, `${bridge} https://armel.example`],
  ])('of one day: %s is canonical where the archive does not tell', (_, older, newer) => {
    const others = [
      dated('2023-02-03', 'Mirabelles', orchard),
      dated('2023-02-04', 'Le pont, le rapport', bridgeReport),
    ]
    for (const [a, b] of [
      ['Ancien', 'Nouveau'],
      ['Nouveau', 'Ancien'],
    ] as const) {
      const posts = [dated('2023-02-06', a, older), dated('2023-02-06', b, newer)]
      expect(findRelations([...posts, ...others]).relations[0]).toMatchObject({ canonical: posts[1]!.id })
    }
  })

  test('of one day: the one with something before its title is canonical', () => {
    const posts = [
      dated('2023-02-06', 'Le pont est fermé', bridge),
      dated('2023-02-06', 'Mise à jour : Le pont est fermé', `${opening}\n\n${middle}`),
    ]
    expect(told(posts, 'duplicate')).toEqual(['Le pont est fermé → Mise à jour : Le pont est fermé: expanded'])
  })

  test('of one day: of three, the one farthest from where the article began is canonical', () => {
    const update = `Mise à jour de 18 heures : le préfet se rendra sur place demain matin.\n\n`
    const posts = [
      dated('2023-02-06', 'Le pont est fermé', bridge),
      dated('2023-02-06', 'Transports : Le pont est fermé', `${update}${bridge}`),
      dated('2023-02-06', 'Transports : Le pont est fermé', `${update}${opening}\n\n${middle}`, {
        id: dated('2023-02-06', 'abrégé', '').id,
      }),
    ]
    const copies = findRelations(posts).relations.filter((relation) => relation.kind === 'duplicate')
    expect(copies.map(({ canonical }) => canonical)).toEqual([posts[2]!.id, posts[2]!.id])
  })

  test('of one day: the upper one in the archive is canonical', () => {
    const posts = [
      dated('2023-02-06', 'Entier', bridge, { source: { file: 'a.txt', position: 2 } }),
      dated('2023-02-06', 'Coupé', `${opening}\n\n${middle}`, { source: { file: 'a.txt', position: 1 } }),
    ]
    expect(told(posts, 'duplicate')).toEqual(['Entier → Coupé: expanded'])
  })

  test('are found without dates', () => {
    const posts = [dated('2023-02-06', 'Entier', bridge), dated('2023-02-06', 'Coupé', `${opening}\n\n${middle}`)]
    const undated = posts.map(({ date: _, ...post }) => post)
    expect(told(undated, 'duplicate')).toEqual(['Coupé → Entier: shortened'])
  })
})

describe('no versions are', () => {
  const none = (...posts: Parameters<typeof told>[0]) => expect(told(posts, 'duplicate')).toEqual([])

  test('different texts under one title', () =>
    none(
      dated('2023-02-06', 'En bref', bridge),
      dated('2023-02-07', 'En bref', orchard, { id: dated('2023-02-07', 'x', '').id }),
    ))

  test('issues of a bulletin', () =>
    none(
      dated(
        '2023-03-06',
        'La criée du 6 mars',
        fishMarket('lundi 6 mars', '41', '17', 'sole', '21,30', 'Yann Kerdoncuff'),
      ),
      dated(
        '2023-03-07',
        'La criée du 7 mars',
        fishMarket('mardi 7 mars', '38', '12', 'lotte', '14,80', 'Yann Kerdoncuff'),
      ),
      dated(
        '2023-03-08',
        'La criée du 8 mars',
        fishMarket('mercredi 8 mars', '52', '23', 'sardine', '2,10', 'Nolwenn Abgrall'),
      ),
    ))

  test('two articles with one quotation', () =>
    none(
      dated('2023-02-06', 'Le pont', `${bridge}\n\n${library.split('\n\n')[1]}`),
      dated('2023-03-02', 'La médiathèque', library),
    ))

  test('articles with one signature', () =>
    none(
      ...[orchard, library, observatory, bridge].map((body, at) =>
        dated(`2023-02-0${at + 1}`, `Article ${at}`, `${body.split('\n\n')[0]}\n\n${footer}`),
      ),
    ))

  test('a digest and the articles that it opens with', () => {
    const firsts = [orchard, library, bridge].map((body) => body.split('\n\n')[0])
    none(
      dated('2023-02-01', 'Mirabelles', orchard),
      dated('2023-02-02', 'Médiathèque', library),
      dated('2023-02-03', 'Pont', bridge),
      dated('2023-02-05', 'La semaine en trois articles', firsts.join('\n\n')),
    )
  })

  test('a best-of and the whole articles that it holds', () =>
    none(
      dated('2023-02-01', 'Mirabelles', orchard),
      dated('2023-02-02', 'Médiathèque', library),
      dated('2023-02-03', 'Pont', bridge),
      dated('2023-12-31', 'Le meilleur de février', [orchard, library, bridge].join('\n\n')),
    ))

  test('an article and its translation, with its quotations left as they are', () =>
    none(
      dated(
        '2023-02-06',
        'Kervalen : le pont fermé',
        `${opening}\n\n« Nous aurions dû voir la corrosion plus tôt », admet Maëlle Trévidic dans un courrier au conseil municipal.`,
      ),
      dated(
        '2023-02-08',
        'Kervalen bridge closed',
        'The suspension bridge at Kervalen has been closed to all traffic since Monday noon. A main cable on the north bank gave way over four metres. Nobody was hurt.\n\nIn a letter to the town council Maëlle Trévidic admits: « Nous aurions dû voir la corrosion plus tôt ».',
        { lang: 'en' },
      ),
    ))

  test('an article and its sequel that recalls it', () =>
    none(
      dated('2023-02-06', 'Le pont fermé', `${opening}\n\n${middle}`),
      dated(
        '2023-02-20',
        'Les commerçants de Kervalen en appellent au préfet',
        `Une vingtaine de commerçants ont manifesté samedi devant la préfecture. Ils demandent la gratuité du bac, un fonds d'urgence et une date.\n\n${ending}\n\nLe sous-préfet a reçu trois d'entre eux, sans rien promettre. Une nouvelle rencontre est prévue dans dix jours.\n\nRappel. ${opening}`,
      ),
    ))
})
