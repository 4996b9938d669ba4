import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analysePost } from '../../src/relations/analyse-post.ts'
import { packAnalyses, unpackAnalyses } from '../../src/relations/packed-analyses.ts'

test('analyses come out of another thread as they went in', () => {
  const text = fc.record({ title: fc.string(), body: fc.lorem({ maxCount: 60 }) })
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const analyses = texts.map(analysePost)
      expect(unpackAnalyses(structuredClone(packAnalyses(analyses)))).toEqual(analyses)
    }),
  )
})
