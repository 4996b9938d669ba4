import { describe, expect, test } from 'vitest'
import { findRelations } from '../../src/relations/find-relations.ts'
import { dated, owner, tell, told } from './archive.ts'
import { bridge, bridgeOpening, bridgeReport, fishMarket, library, mistyped, observatory, orchard } from './articles.ts'

const closing = dated('2023-02-06', 'Kervalen : le pont suspendu fermé', bridge)
const report = dated('2023-02-21', 'Pont de Kervalen : trois câbles à remplacer', bridgeReport)
const reopening = dated('2023-09-14', 'Le pont de Kervalen rouvre aux voitures légères', bridgeOpening)
const others = [
  dated('2023-02-08', 'Mirabelles : une récolte maigre', orchard),
  dated('2023-02-10', 'La médiathèque de Villesort ouvre le dimanche', library),
  dated('2023-03-01', 'Une comète au-dessus du mont Galbar', observatory),
]
const archive = [closing, report, reopening, ...others]

describe('follow-ups', () => {
  test('link each piece of a story to the ones before it', () =>
    expect(told(archive, 'followUp')).toEqual([
      'Kervalen : le pont suspendu fermé → Pont de Kervalen : trois câbles à remplacer',
      'Kervalen : le pont suspendu fermé → Le pont de Kervalen rouvre aux voitures légères',
      'Pont de Kervalen : trois câbles à remplacer → Le pont de Kervalen rouvre aux voitures légères',
    ]))

  test('carry the names that both pieces dwell on and the days between', () => {
    const link = findRelations(archive).relations.find((relation) => relation.kind === 'followUp')
    expect(link).toMatchObject({
      evidence: { terms: expect.arrayContaining(['Kervalen', 'Maëlle Trévidic']), days: 15 },
    })
  })

  test('collapse versions first: a correction is no second piece', () => {
    const corrected = dated('2023-02-07', 'Kervalen : le pont suspendu fermé (corrigé)', mistyped(bridge))
    expect(told([...archive, corrected], 'followUp')).toEqual([
      'Kervalen : le pont suspendu fermé (corrigé) → Pont de Kervalen : trois câbles à remplacer',
      'Pont de Kervalen : trois câbles à remplacer → Le pont de Kervalen rouvre aux voitures légères',
      'Kervalen : le pont suspendu fermé (corrigé) → Le pont de Kervalen rouvre aux voitures légères',
    ])
  })

  test.each([
    ['Mon voyage en Laponie (1/3)', 'Mon voyage en Laponie (2/3)', 'Mon voyage en Laponie (3/3)'],
    ['Apollo diary, part 1', 'Apollo diary, part 2', 'Apollo diary, part 3'],
  ])('join the parts of one piece, whatever they say: %s', (...titles) => {
    const bodies = [bridge, orchard, library]
    const parts = titles.map((title, at) => dated(`2023-0${at + 1}-06`, title, bodies[at]!))
    expect(told(parts, 'followUp')).toEqual([`${titles[0]} → ${titles[1]}`, `${titles[1]} → ${titles[2]}`])
    const apart = { ...parts[1]!, relations: owner({ notRelatedTo: [parts[0]!.slug] }) }
    expect(told([parts[0]!, apart], 'followUp')).toEqual([])
  })

  // Each was taken for the next piece of a story: on blogs of projects most claims were such.
  test.each([
    ['La régate de Villesort 2021', 'La régate de Villesort 2022'],
    ['Objectifs : septembre', 'Objectifs : octobre'],
  ])('do not link %j to %j', (first, second) => {
    const posts = [dated('2023-02-06', first, bridge), dated('2023-03-06', second, bridgeReport), ...others]
    expect(told(posts, 'followUp')).toEqual([])
  })

  test('follow a link at the start of a piece, where little else is common', () => {
    const body = `Nous l’[annoncions](/articles/${closing.slug}/) : la mairie de Kervalen a choisi.\n\n${library}`
    const later = dated('2023-03-01', 'La mairie a choisi', body)
    expect(told([closing, later, ...others.filter(({ body: text }) => text !== library)], 'followUp')).toEqual([
      `${closing.title} → La mairie a choisi`,
    ])
    const { relations } = findRelations([closing, later, ...others.filter(({ body: text }) => text !== library)])
    expect(relations.find(({ kind }) => kind === 'followUp')).toMatchObject({ evidence: { isReference: true } })
    const withoutLink = { ...later, body: body.replace(/\(.*?\)/, '(/ailleurs/)') }
    expect(told([closing, withoutLink, ...others.filter(({ body: text }) => text !== library)], 'followUp')).toEqual([])
  })

  test('do not take a score or a date for a part', () => {
    const titles = ['Notre avis : 3/5', 'Notre avis : 4/5', 'Rendez-vous le 2/9', 'Rendez-vous le 3/9']
    const bodies = [bridge, orchard, library, observatory]
    const posts = titles.map((title, at) => dated(`2023-0${at + 1}-06`, title, bodies[at]!))
    expect(told(posts, 'followUp')).toEqual([])
  })

  test('do not link two stories about one person in the same week', () => {
    const prize = dated(
      '2023-02-09',
      'Maëlle Trévidic reçoit le prix du carnet de voyage',
      `Ingénieure la semaine, aquarelliste le dimanche : Maëlle Trévidic reçoit le prix du carnet de voyage pour ses planches des Lofoten. Le jury du festival de Morvouët a salué « une main légère et un œil patient ».\n\nL'album, tiré à 900 exemplaires, sera exposé à la galerie du Vieux-Moulin jusqu'à Pâques.`,
    )
    expect(told([closing, prize, ...others], 'followUp')).toEqual([])
  })

  test('do not link issues of a bulletin', () => {
    const issues = [6, 7, 8, 9].map((day) =>
      dated(
        `2023-03-0${day}`,
        `La criée de Porzhan, ${day} mars`,
        fishMarket(`le ${day} mars`, `${day}1`, `1${day}`, 'sole', `2${day},30`, 'Yann Kerdoncuff'),
      ),
    )
    expect(told([...issues, ...others], 'followUp')).toEqual([])
  })

  test('do not link a yearly series under one title', () => {
    const festival = (year: string, guest: string, town: string) =>
      `Le festival des Voix d'hiver revient pour sa nouvelle édition. La soirée d'ouverture est confiée à ${guest}, venue de ${town}.\n\nLes organisateurs attendent du monde dans les six salles, et la navette du port circulera jusqu'à minuit. Le programme complet de ${year} est affiché en mairie.`
    const series = [
      dated('2020-01-10', "Festival des Voix d'hiver 2020", festival('2020', 'Solveig Armand', 'Tromsø')),
      dated('2021-01-12', "Festival des Voix d'hiver 2021", festival('2021', 'Inês Caldeira', 'Coimbra')),
    ]
    expect(told([...series, ...others], 'followUp')).toEqual([])
  })

  test('do not link a piece to a translation of another', () => {
    const english = dated(
      '2023-02-08',
      'Kervalen suspension bridge closed',
      'The Kervalen suspension bridge has been closed since Monday noon. One of the cables gave way over four metres, says Maëlle Trévidic, and the ferries of the Armel company carry pedestrians from Kervalen.',
      { lang: 'en' },
    )
    expect(told([closing, english, ...others], 'followUp')).toEqual([])
  })

  test('do not link a piece that only quotes a paragraph of another', () => {
    const review = dated(
      '2023-02-12',
      'Revue de presse',
      `Un peu de tout cette semaine. On a lu, dans un journal voisin : « ${bridge.split('\n\n')[1]} »\n\nOn a lu aussi un portrait de tourneur sur bois, une recette de pâte de coing et la liste des marchés de printemps.`,
    )
    expect(told([closing, review, ...others], 'followUp')).toEqual([])
  })

  test('follow the archive where nothing is dated', () => {
    const undated = [reopening, report, closing].map(({ date: _, ...post }, at) => ({
      ...post,
      source: { file: 'tag.txt', position: at + 1 },
    }))
    expect(told([...undated, ...others], 'followUp')).toContain(
      'Kervalen : le pont suspendu fermé → Pont de Kervalen : trois câbles à remplacer',
    )
  })
})

describe('threads', () => {
  test('hold the pieces of a story, earliest first, and are named after what they share', () => {
    expect(findRelations(archive).threads).toEqual([
      { slug: closing.slug, title: 'Pont de Kervalen', posts: [closing.id, report.id, reopening.id] },
    ])
  })

  test('keep their slug when a piece is added', () => {
    const sequel = dated(
      '2023-11-02',
      'Kervalen : le pont de nouveau ausculté',
      bridgeReport.replace('Les experts ont rendu', 'Une autre équipe a commencé'),
    )
    const [before, after] = [archive, [...archive, sequel]].map((posts) =>
      findRelations(posts).threads.map(({ slug }) => slug),
    )
    expect(after).toEqual(before)
  })

  test('are not made of two pieces', () => expect(findRelations([closing, report, ...others]).threads).toEqual([]))
})

describe('similar posts', () => {
  test('leave out what is shown already: versions, pieces of the story', () => {
    const graph = findRelations([...archive, dated('2023-02-07', 'Le pont, corrigé', mistyped(bridge))])
    expect(tell(archive, graph, 'similar')).toEqual([])
  })

  test('share terms that are told', () => {
    const cider = dated(
      '2023-10-05',
      'Saint-Oradou presse ses pommes',
      `La coopérative fruitière de Saint-Oradou met en route son pressoir. Après le gel qui a ruiné les mirabelles dans les vergers, les pommes sauvent la campagne, dit Bastien Corvoisier.\n\nLe jus sera vendu sur place jusqu'à la Toussaint.`,
    )
    const graph = findRelations([...archive, cider], { followUpScore: 1 })
    const similar = graph.relations.filter((relation) => relation.kind === 'similar' && relation.post === cider.id)
    expect(similar).toMatchObject([
      { other: others[0]!.id, terms: expect.arrayContaining(['Bastien Corvoisier', 'vergers']) },
    ])
  })

  test('are as many as asked for at most', () => expect(told(archive, 'similar', { similarPosts: 0 })).toEqual([]))
})

describe("the owner's word", () => {
  test('makes a version of any two posts, the named one canonical', () =>
    expect(told([closing, { ...others[0]!, relations: owner({ duplicateOf: closing.slug }) }], 'duplicate')).toEqual([
      'Mirabelles : une récolte maigre → Kervalen : le pont suspendu fermé: revised',
    ]))

  test('makes the older version canonical', () => {
    const copy = dated('2023-02-09', 'Le pont, corrigé', mistyped(bridge), {
      relations: owner({ duplicateOf: closing.slug }),
    })
    expect(told([closing, copy], 'duplicate')).toEqual([
      'Le pont, corrigé → Kervalen : le pont suspendu fermé: revised',
    ])
  })

  test('keeps versions apart, even where a third one is like both', () => {
    const copy = dated('2023-02-09', 'Le pont, corrigé', mistyped(bridge), {
      relations: owner({ notRelatedTo: [closing.slug] }),
    })
    const third = dated('2023-02-08', 'Le pont, encore', bridge)
    expect(told([closing, copy, third], 'duplicate')).toEqual([
      'Kervalen : le pont suspendu fermé → Le pont, encore: retitled',
    ])
  })

  test('makes a follow-up of any two articles, and the only predecessor', () => {
    const [harvest, ...rest] = others
    const posts = [closing, { ...report, relations: owner({ followUpTo: harvest!.slug }) }, harvest!, ...rest]
    expect(told(posts, 'followUp')).toEqual([
      'Mirabelles : une récolte maigre → Pont de Kervalen : trois câbles à remplacer',
    ])
  })

  test('forbids a follow-up', () => {
    const posts = [closing, { ...report, relations: owner({ notRelatedTo: [closing.slug] }) }, ...others]
    expect(told(posts, 'followUp')).toEqual([])
  })
})
