import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Post } from '../../src/posts/post.ts'
import { parseSlug } from '../../src/posts/slug.ts'
import { toGraph } from '../../src/relations/find-relations.ts'
import { HashNumbering } from '../../src/relations/hash-numbering.ts'
import { type KnownArchive, toKnownArchive } from '../../src/relations/known-archive.ts'
import type { KnownTexts } from '../../src/relations/known-articles.ts'
import { gatherFindings, type RelationFindings } from '../../src/relations/relation-findings.ts'
import type { Relation, RelationGraph } from '../../src/relations/relation-graph.ts'
import { type RelationUpdate, updateRelations } from '../../src/relations/update-relations.ts'
import { post } from '../posts/build-post.ts'
import { dated } from './archive.ts'
import { createSmallArchive } from './small-archives.ts'

const toTexts = ({ analysed: { analyses, vocabulary } }: RelationFindings): KnownTexts => ({
  analysisAt: (place) => ({ analysis: analyses[place]!, numbers: vocabulary.numbers[place]! }),
  findHolders: ({ fingerprints, shingles, isTerm }) => {
    const holdersOf = (part: 'fingerprints' | 'shingles', wanted: ReadonlySet<number>) =>
      new Map(
        Array.from(wanted, (hash) => [
          hash,
          [...analyses.keys()].filter((place) => analyses[place]![part].includes(hash)),
        ]),
      )
    return {
      byFingerprint: holdersOf('fingerprints', fingerprints),
      byShingle: holdersOf('shingles', shingles),
      ofTerms: [...analyses.keys()].filter((place) => vocabulary.numbers[place]!.some((term) => isTerm[term] === 1)),
    }
  },
})

/** Posts that changed are other objects. */
function updateTo(
  now: readonly Post[],
  before: readonly Post[],
  known: { readonly archive: KnownArchive; readonly texts: KnownTexts },
): RelationUpdate | undefined {
  const { positions, vocabulary } = known.archive.lists
  return updateRelations({
    ...known,
    numbering: HashNumbering.of(vocabulary),
    postAt: (place) => now[positions[place]!]!,
    changed: [...positions.keys()].filter((place) => now[positions[place]!] !== before[positions[place]!]),
  })
}

/** What is left of a graph where an update has found something again. */
function applyUpdate(
  { relations }: RelationGraph,
  { facts }: KnownArchive,
  found: RelationUpdate,
): readonly Relation[] {
  const of = (
    kind: Relation['kind'],
    idOf: (relation: Relation) => string,
    now: ReadonlyMap<number, readonly Relation[]>,
  ) =>
    facts.ids.flatMap(
      (id, article) =>
        now.get(article) ?? relations.filter((relation) => relation.kind === kind && idOf(relation) === id),
    )
  return [
    ...relations.flatMap((relation) =>
      relation.kind === 'duplicate' ? (found.duplicates.get(relation.copy) ?? relation) : [],
    ),
    ...of('followUp', (relation) => (relation.kind === 'followUp' ? relation.later : ''), found.followUps),
    ...of('similar', (relation) => (relation.kind === 'similar' ? relation.post : ''), found.similar),
  ]
}

test('relations of archives that are updated edit by edit are those that are found anew', { timeout: 60_000 }, () => {
  const met = { updated: 0, relations: 0, versions: 0, threads: 0 }
  fc.assert(
    fc.property(fc.nat(1_000_000), (seed) => {
      const { posts, edit } = createSmallArchive(seed)
      let [now, findings] = [posts, gatherFindings(posts)]
      let [archive, graph] = [toKnownArchive(now, findings), toGraph(findings)]
      for (let round = 0; round < 5; round++) {
        const [before, texts] = [now, toTexts(findings)]
        for (let count = 0; count <= round % 3; count++) now = edit(now)
        const updated = updateTo(now, before, { archive, texts })
        findings = gatherFindings(now)
        const anew = toKnownArchive(now, findings)
        if (updated !== undefined) {
          const relations = applyUpdate(graph, updated.archive, updated)
          expect(relations).toEqual(toGraph(findings).relations)
          expectSame(updated.archive, anew)
          met.updated++
          if (updated.duplicates.size > 0) met.versions++
          if (JSON.stringify(relations) !== JSON.stringify(graph.relations)) met.relations++
          if (JSON.stringify(archive.facts.threads) !== JSON.stringify(anew.facts.threads)) met.threads++
        }
        archive = anew
        graph = toGraph(findings)
      }
    }),
    { numRuns: 60 },
  )
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(5)
})

const filler = (name: string) =>
  `${name} regarde la rade depuis le môle, compte ses filets, parle au gardien du phare et rentre avant la nuit noire de ${name}.`
const notice =
  'Pour recevoir chaque semaine les nouvelles du port et des îles voisines, laissez votre adresse au bureau des douanes, ouvert le mardi matin.'
const tram = (verb: string, others = '') =>
  `Le tram de Kervalen ${verb} la place hier, dit le maire du bourg au journal du soir, et les gens du bourg attendent la suite avec un autre horaire. ${others}`
const second = { id: post('second').id, slug: parseSlug('second', 'slug') }
// With a part of the passage it is no candidate for a version of others.
const others = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six']
  .map((name) => filler(name).split(' ').toSorted().join(' '))
  .join(' ')
const near = (name: string) => dated('2012-05-01', `Le quai de ${name}`, `${notice} ${filler(name)}`)

/** All name one island, more often than anything else is named. */
const islanders = 'janvier mars juin août octobre décembre'
  .split(' ')
  .map((month, at) =>
    dated(
      `2010-0${at + 1}-01`,
      `En ${month}`,
      `À Ouessant, ${month} fut le mois ${at + 7} du registre ${'abcdef'[at]}.`,
    ),
  )

test('an article that no longer has what it shared with another one is its neighbour no more', () => {
  const posts = [
    dated('2012-02-01', 'La cale', 'Le goémonier Yvinec part de Trémazan.'),
    dated('2012-01-01', 'Le môle', 'Sous le fanal, Yvinec dort à Trémazan.'),
    ...islanders,
  ]
  const findings = gatherFindings(posts)
  const archive = toKnownArchive(posts, findings)
  const now = posts.with(0, { ...posts[0]!, body: 'Un goémonier part tôt.' })
  const updated = updateTo(now, posts, { archive, texts: toTexts(findings) })
  const ofIslanders = islanders.length * (islanders.length - 1)
  expect(archive.lists.neighbours).toHaveLength(2 + ofIslanders)
  expect(updated!.archive.lists.neighbours).toHaveLength(ofIslanders)
  expectSame(updated!.archive, toKnownArchive(now, gatherFindings(now)))
})

test.each<[string, readonly Post[], body: string, (archive: KnownArchive) => unknown]>([
  [
    'words of others tell which version is the newer one',
    [
      dated('2012-03-01', 'Suite', 'Rien de neuf sur le port, on attend des nouvelles de la ville.'),
      dated('2012-01-01', 'Le tram', tram('quiterra', 'à l’été')),
      dated('2012-01-01', 'Le tram', tram('quittera', 'a l’ete'), second),
      dated('2011-01-01', 'Mots', 'On ne quittera la place que demain, a midi, en ete, à l’été.'),
    ],
    'Rien de neuf sur le port, on attend des nouvelles de la ville. On écrit « quiterra » par erreur.',
    ({ facts }) => facts.groups,
  ],
  [
    'a passage becomes the blog’s own',
    [dated('2012-06-01', 'Autre', others), near('Loctudy'), near('Roscoff')],
    `${others} ${notice.slice(0, 70)}`,
    ({ lists }) => [...lists.boilerplate],
  ],
  [
    'a version becomes another article',
    [
      dated('2012-02-01', 'Le tram revient', `${tram('quitte')} ${filler('Un')}`),
      dated('2012-01-01', 'Le tram', `${tram('quitte')} ${filler('Un')}`),
    ],
    `${filler('Deux')} ${filler('Trois')}`,
    ({ facts }) => facts.groups,
  ],
  [
    'a language loses a word that its list has',
    [
      dated('2012-02-01', 'The quay', 'On the quay of Kervalen, boats wait.', { lang: 'en' }),
      dated('2012-01-01', 'Nos the', 'Du the the the, dit-il.', { lang: 'fr' }),
    ],
    'Quay of Kervalen, boats wait.',
    ({ lists }) => new Map([...lists.vocabulary].map((hash, term) => [hash, lists.background[term]])),
  ],
  [
    'the order in time is another one',
    [dated('2012-01-01', 'Un', 'Le bac part.'), dated('2012-01-01', 'Deux', 'Le bac part de la cale.')],
    'Le bac part de la cale et revient le soir.',
    ({ lists }) => [...lists.positions],
  ],
  [
    'a text refers to another one',
    [dated('2012-02-01', 'Suite', 'Le bac revient.'), dated('2012-01-01', 'Un bac de Roscoff part', 'Le bac part.')],
    '[Le bac](/articles/un-bac-de-roscoff-part/) revient.',
    ({ facts }) => facts.references,
  ],
])('all posts are compared where %s', (_, some, body, aspectOf) => {
  const posts = [...some, ...islanders]
  const findings = gatherFindings(posts)
  const archive = toKnownArchive(posts, findings)
  const now = posts.with(0, { ...posts[0]!, body })
  const update = updateTo(now, posts, { archive, texts: toTexts(findings) })
  expect(update).toBeUndefined()
  expect(aspectOf(toKnownArchive(now, gatherFindings(now)))).not.toEqual(aspectOf(archive))
})

/** But for the numbers of terms, which go by the order in which they were met. */
function expectSame(updated: KnownArchive, anew: KnownArchive): void {
  const byHash = ({ lists }: KnownArchive) => {
    const { vocabulary, counts, names, lowerCase, background } = lists
    return new Map(
      Array.from(
        vocabulary,
        (hash, term) => [hash, [counts[term], names[term], lowerCase[term], background[term]]] as const,
      ).filter(([, [count]]) => count! > 0),
    )
  }
  const others = ({
    lists: { vocabulary, counts, names, lowerCase, background, keyTerms, sharedShingles: _, ...lists },
  }: KnownArchive) => ({
    ...lists,
    keyTerms: keyTerms.map((term) => vocabulary[term]!),
  })
  expect(byHash(updated)).toEqual(byHash(anew))
  const shared = new Set(updated.lists.sharedShingles)
  expect(anew.lists.sharedShingles.filter((shingle) => !shared.has(shingle))).toHaveLength(0)
  expect(others(updated)).toEqual(others(anew))
  expect(updated.facts).toEqual(anew.facts)
}
