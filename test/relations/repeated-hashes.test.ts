import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRepeated } from '../../src/relations/repeated-hashes.ts'
import { toSortedSet } from '../../src/relations/sorted-set.ts'

test('keeps of each set the hashes that another one has, and no others', () => {
  const hash = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  const sets = fc.array(fc.array(hash).map((hashes) => toSortedSet(Uint32Array.from(hashes))))
  fc.assert(
    fc.property(sets, (given) => {
      const holders = (hash: number) => given.filter((hashes) => hashes.includes(hash)).length
      expect(findRepeated(given)).toEqual(given.map((hashes) => [...hashes].filter((hash) => holders(hash) > 1)))
    }),
  )
})
