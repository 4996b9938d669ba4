import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analysePost } from '../../src/relations/analyse-post.ts'
import { candidateContainment, countCommon, findCandidatePairs } from '../../src/relations/candidate-pairs.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import { HashNumbering } from '../../src/relations/hash-numbering.ts'
import { PostRecord, type RelationCache } from '../../src/relations/relation-cache.ts'
import { toFingerprints, toShingles } from '../../src/relations/shingles.ts'
import { corpus, dated, shuffled, tell } from './archive.ts'
import { observatory } from './articles.ts'

const archive = corpus(120, 7)

describe('the graph', () => {
  test('does not depend on the order of the posts', () => {
    const graph = findRelations(archive)
    expect(graph.relations.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['duplicate', 'followUp', 'similar']),
    )
    fc.assert(
      fc.property(shuffled(archive), (posts) => {
        expect(findRelations(posts)).toEqual(graph)
      }),
      { numRuns: 8 },
    )
  })

  test('is the same with a cache, full or half full, after a change', () => {
    const kept = new Map<string, PostRecord>()
    const cache: RelationCache = {
      recordOf(key: string) {
        if (!kept.has(key)) kept.set(key, new PostRecord())
        return kept.get(key)!
      },
      numbering: new HashNumbering(100),
      findAnalysis: (key: string) => kept.get(key)?.analysis,
      comparison: undefined,
      keepComparison: () => undefined,
    }
    findRelations(archive, {}, cache)
    const changed = archive.map((post, at) => (at % 40 === 0 ? { ...post, body: observatory } : post))
    expect(findRelations(changed, {}, cache)).toEqual(findRelations(changed))
    for (const key of [...kept.keys()].slice(0, 60)) kept.delete(key)
    expect(findRelations(changed, {}, cache)).toEqual(findRelations(changed))
  })

  test('keeps its versions and the slugs of its threads when an unrelated post is added', () => {
    const before = findRelations(archive)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6_000 }), (days) => {
        const date = new Date(Date.UTC(2004, 0, 1 + days)).toISOString().slice(0, 10)
        const posts = [...archive, dated(date, 'Une comète au-dessus du mont Galbar', observatory)]
        const after = findRelations(posts)
        expect(tell(posts, after, 'duplicate')).toEqual(tell(archive, before, 'duplicate'))
        expect(after.threads.map(({ slug }) => slug)).toEqual(before.threads.map(({ slug }) => slug))
      }),
      { numRuns: 10 },
    )
  })
})

describe('the search for candidates', () => {
  test('finds at least 99 of 100 pairs that a comparison of all pairs finds', () => {
    const analyses = [...corpus(300, 3), ...corpus(100, 4)].map(analysePost)
    const found = new Set(findCandidatePairs(analyses).map(({ a, b }) => `${a} ${b}`))
    const all: string[] = []
    for (let b = 0; b < analyses.length; b++) {
      for (let a = 0; a < b; a++) {
        const [x, y] = [analyses[a]!.shingles, analyses[b]!.shingles]
        if (countCommon(x, y) / Math.min(x.length, y.length) >= candidateContainment) all.push(`${a} ${b}`)
      }
    }
    expect(all.length).toBeGreaterThan(15)
    expect(all.filter((pair) => found.has(pair)).length).toBeGreaterThanOrEqual(all.length * 0.99)
  })

  test('finds every passage of eleven words, whatever is around it', () => {
    const words = (length: number) =>
      fc
        .uint8Array({ minLength: length, maxLength: length === 0 ? 60 : length })
        .map((bytes) => Uint32Array.from(bytes))
    fc.assert(
      fc.property(words(11), words(0), words(0), words(0), words(0), (passage, ...around) => {
        const [a, b, c, d] = around
        const one = toFingerprints(toShingles(Uint32Array.of(...a!, ...passage, ...b!)))
        const other = toFingerprints(toShingles(Uint32Array.of(...c!, ...passage, ...d!)))
        return countCommon(one, other) > 0
      }),
    )
  })
})
