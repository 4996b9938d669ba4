import { expect, test } from 'vitest'
import { toReadingMinutes } from '../../src/pages/reading-time.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ')

test.each([
  ['nothing', '', 1],
  ['a note', words(30), 1],
  ['an article', words(660), 3],
  ['marks that stand alone', `${words(220)}${' –'.repeat(2_000)}`, 1],
  ['a script without spaces', '東'.repeat(880), 2],
])('%s', (_, text, minutes) => {
  expect(toReadingMinutes(text)).toBe(minutes)
})

test('takes time in proportion to the text, whatever it is made of', () => {
  for (const text of ['((('.repeat(200_000), '…'.repeat(500_000), `${'«'.repeat(300_000)}a`])
    expect(toReadingMinutes(text)).toBe(1)
})
