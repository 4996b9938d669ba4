import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordDigest } from '../../src/relations/word-digest.ts'

const words = fc.uint32Array({ maxLength: 40 })
const digest = (...parts: readonly Uint32Array[]): string =>
  Buffer.from(parts.reduce((sum, part) => sum.add(part), new WordDigest()).end()).toString('hex')

test('is the same however the words are divided', () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (all, one, other) => {
      const [first, second] = [one % (all.length + 1), other % (all.length + 1)].sort((x, y) => x - y)
      expect(digest(all.subarray(0, first), all.subarray(first, second), all.subarray(second))).toBe(digest(all))
    }),
  )
})

test('is another one when a bit, the order or the number of words is', () => {
  fc.assert(
    fc.property(fc.uint32Array({ minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(31), (all, place, bit) => {
      const at = place % all.length
      const known = digest(all)
      expect(digest(all.with(at, all[at]! ^ (1 << bit)))).not.toBe(known)
      expect(digest(Uint32Array.of(...all, 0))).not.toBe(known)
      if (all[0] !== all[at]) expect(digest(all.with(0, all[at]!).with(at, all[0]!))).not.toBe(known)
    }),
  )
})
