import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/calendar/day.ts'
import { type ElapsedTime, siteLanguages } from '../../src/i18n/messages.ts'
import { messagesOf } from '../../src/i18n/messages-of.ts'

/** Every text of a language; functions are called with something for each of their parameters. */
function listTexts(messages: unknown): readonly string[] {
  if (typeof messages === 'string') return [messages]
  if (typeof messages === 'function') return callWithSamples(messages as (...args: unknown[]) => unknown)
  return typeof messages === 'object' && messages !== null ? Object.values(messages).flatMap(listTexts) : []
}

const elapsed: ElapsedTime = { count: 3, unit: 'day', isApproximate: true }
const sampleSets: readonly (readonly unknown[])[] = [
  [2, 7],
  [1, 1],
  ['un titre', 3],
  ['un titre', 'une page'],
  [parseDay('2023-04-01'), parseDay('2023-08-01')],
  ['early', parseDay('2023-04-01')],
  [elapsed],
]

function callWithSamples(message: (...args: unknown[]) => unknown): readonly string[] {
  return sampleSets.flatMap((samples) => {
    try {
      const text = message(...samples)
      return typeof text === 'string' ? [text] : []
    } catch {
      return []
    }
  })
}

describe('French texts', () => {
  const texts = listTexts(messagesOf('fr'))

  test('there are some', () => {
    expect(texts.length).toBeGreaterThan(100)
  })

  test.each([
    ['a no-break space before a colon', /[^\u00a0:/]:(?!\/)/],
    ['a narrow no-break space before ; ? !', /[^\u202f][;?!]/],
    ['a no-break space inside guillemets', /«[^\u00a0]|[^\u00a0]»/],
    ['typographic apostrophes', /'/],
    ['typographic quotes', /"/],
    ['an ellipsis of one character', /\.\.\./],
  ])('have %s', (_, wrong) => {
    expect(texts.filter((text) => wrong.test(text))).toEqual([])
  })

  test('count 0 and 1 as singular', () => {
    const { postCount } = messagesOf('fr')
    expect([0, 1, 2, 12_345].map(postCount)).toEqual(['0 article', '1 article', '2 articles', '12\u202f345 articles'])
  })

  test('elide before a vowel', () => {
    const { span } = messagesOf('fr').dates
    expect(span('avril 2022', 'août 2023')).toBe('d’avril 2022 à août 2023')
    expect(span('mars 2022', 'août 2023')).toBe('de mars 2022 à août 2023')
  })
})

test('English counts only 1 as singular', () => {
  expect([0, 1, 2, 12_345].map(messagesOf('en').postCount)).toEqual([
    '0 articles',
    '1 article',
    '2 articles',
    '12,345 articles',
  ])
})

test.each(siteLanguages)('%s leaves no text empty', (language) => {
  const empty = listTexts(messagesOf(language)).filter((text) => text.trim() === '')
  expect(empty).toEqual([])
})
