import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paginate } from '../../src/pages/pagers.ts'

test('pages lose and repeat nothing, and none but the last is short', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (items, size) => {
      const pages = paginate(items, { size })
      expect(pages.flatMap((page) => page.items)).toEqual(items)
      expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1))
      expect(pages.every(({ total }) => total === pages.length)).toBe(true)
      expect(pages.slice(0, -1).every((page) => page.items.length === size)).toBe(true)
      expect(pages.at(-1)!.items.length).toBeLessThanOrEqual(size)
    }),
  )
})

test('a list without items has one empty page', () => {
  expect(paginate([], { size: 20 })).toEqual([{ number: 1, total: 1, items: [] }])
})
