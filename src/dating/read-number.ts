import { findDayNumber } from '../calendar/day-number.ts'
import type { Reading } from './reading.ts'
import type { Span } from './span.ts'
import { endOf, gapAfter, type Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** 2023-07-12, 12/07/2023, 12.07.2023, and 12/07/23 where it is written with slashes. */
export function readNumericDate(tokens: Tokens, at: number, vocabulary: Vocabulary): Reading | undefined {
  const { words } = tokens
  if (words[at + 2] === undefined) return undefined
  const mark = gapAfter(tokens, at)
  if (!/^(?:[./-]|\. )$/.test(mark) || gapAfter(tokens, at + 1) !== mark) return undefined
  const [a, b, c] = [words[at]!, words[at + 1]!, words[at + 2]!]
  const dates: readonly (readonly [string, string, string])[] =
    a.length === 4
      ? [[a, b, c]]
      : c.length === 4
        ? toOrders(a, b, c, { mark, vocabulary })
        : mark === '/' && c.length === 2
          ? toOrders(a, b, `20${c}`, { mark, vocabulary })
          : []
  const days = dates
    .map(([y, m, d]) => findDayNumber(Number(y), Number(m), Number(d)))
    .filter((day) => day !== undefined)
  const [first, ...rest] = days.toSorted((x, y) => x - y).map((day): Span => ({ first: day, last: day }))
  const isAlone = !/^[./-]\d/.test(tokens.text.slice(endOf(tokens, at + 2), endOf(tokens, at + 2) + 2))
  return first && isAlone
    ? { first: at, last: at + 2, time: { kind: 'spans', spans: [first, ...rest], unit: 'day' } }
    : undefined
}

/** Year, month, day. English is written in both orders, and a blog doesn't say in which: both are kept. */
function toOrders(
  a: string,
  b: string,
  year: string,
  { mark, vocabulary }: { mark: string; vocabulary: Vocabulary },
): readonly (readonly [string, string, string])[] {
  const dayFirst = [year, b, a] as const
  return vocabulary.lang === 'en' && mark.startsWith('.') === false ? [dayFirst, [year, a, b]] : [dayFirst]
}

/** A year by itself: after a word that leads in a date, or in parentheses. */
export function readYear(tokens: Tokens, at: number, vocabulary: Vocabulary): Reading | undefined {
  const word = tokens.words[at]!
  if (!/^(?:1[5-9]|20)\d\d$/.test(word)) return undefined
  const before = tokens.words[at - 1] ?? ''
  const isLed = vocabulary.sets.leadIns.has(before) && /^\s$/.test(gapAfter(tokens, at - 1))
  const isAside =
    /\($|, $/.test(tokens.text.slice(Math.max(0, tokens.starts[at]! - 2), tokens.starts[at])) &&
    /^\)/.test(gapAfter(tokens, at))
  const isCount = gapAfter(tokens, at) === ' ' && /^\p{Ll}{3,}(?:s|en|i|e)$/u.test(tokens.words[at + 1] ?? '')
  const isPartOfNumber = /^[., \u00a0\u202f]\d|^[%€$°]| ?[%€$°]/.test(
    tokens.text.slice(endOf(tokens, at), endOf(tokens, at) + 2),
  )
  if ((!isLed && !isAside) || isCount || isPartOfNumber) return undefined
  const year = Number(word)
  const span = { first: findDayNumber(year, 1, 1)!, last: findDayNumber(year, 12, 31)! }
  return { first: at, last: at, time: { kind: 'spans', spans: [span], unit: 'year' }, isAside: isAside || undefined }
}
