import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSortedSet } from '../../src/relations/sorted-set.ts'

const expected = (values: Uint32Array) => Uint32Array.from([...new Set(values)].sort((a, b) => a - b))

test('sorts any numbers as the engine does, each once, and leaves the list as it was', () => {
  const near = fc.integer({ min: 0, max: 40 }).map((value) => value + 0xfffffff0)
  const number = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), near)
  fc.assert(
    fc.property(fc.array(number, { maxLength: 300 }), (numbers) => {
      const values = Uint32Array.from(numbers)
      expect(toSortedSet(values)).toEqual(expected(values))
      expect(values).toEqual(Uint32Array.from(numbers))
    }),
  )
})

test.each([2_047, 2_048, 2_049, 5_000])('sorts %i hashes', (length) => {
  const values = Uint32Array.from({ length }, (_, at) => Math.imul(at % 1_900, 0x9e3779b1))
  expect(toSortedSet(values)).toEqual(expected(values))
  expect(toSortedSet(values.subarray(3, 9))).toEqual(expected(values.slice(3, 9)))
})
