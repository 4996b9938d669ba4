import { expect, test } from 'vitest'
import { analyseFromEnd } from '../../src/eleventy/analysis-share.ts'
import { createClaims, tryToClaim } from '../../src/eleventy/claims.ts'
import { analysePost } from '../../src/relations/analyse-post.ts'
import { unpackAnalyses } from '../../src/relations/packed-analyses.ts'
import { corpus } from '../relations/archive.ts'

const posts = corpus(10, 3)
const createBatches = () =>
  Array.from({ length: 5 }, (_, at) => ({ posts: posts.slice(at * 2, at * 2 + 2), claims: createClaims(1) }))

test('a claim is one thread’s', () => {
  const claims = createClaims(2)
  expect([0, 0, 1, 0].map((at) => tryToClaim(claims, at))).toEqual([true, false, true, false])
})

test.each([
  [0, [4, 3, 2, 1, 0]],
  [2, [4, 3, 2]],
  [5, []],
])(
  'what one thread has not claimed of its first %i batches, the other one analyses, from the end on',
  (first, expected) => {
    const batches = createBatches()
    for (const { claims } of batches.slice(0, first)) tryToClaim(claims, 0)
    const sent = new Map<number, unknown>()
    analyseFromEnd(batches, (batch, analyses) => sent.set(batch, unpackAnalyses(analyses)))
    expect([...sent.keys()]).toEqual(expected)
    for (const [batch, analyses] of sent) expect(analyses).toEqual(batches[batch]!.posts.map(analysePost))
    expect(batches.filter(({ claims }) => tryToClaim(claims, 0))).toEqual([])
  },
)

test('a thread that claims meanwhile is not overtaken', () => {
  const batches = createBatches()
  const sent: number[] = []
  analyseFromEnd(batches, (batch) => {
    sent.push(batch)
    tryToClaim(batches[sent.length - 1]!.claims, 0)
  })
  expect(sent).toEqual([4, 3, 2])
})
