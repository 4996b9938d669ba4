import type { PageLine } from './page-lines.ts'
import type { RepeatStrength } from './title-repeat.ts'

/** So many titles have to be certain before their look is called the page's. */
const enoughTitles = 2

/**
 * For each line, how much its capitals speak for its being a title: a page whose certain titles, the ones printed twice,
 * are all in capitals has its other titles in capitals too, and hardly anything else. 0 where the page has no such habit.
 */
export function scoreTitleTypography(lines: readonly PageLine[], repeats: readonly RepeatStrength[]): Float64Array {
  const certain = lines.filter((_, i) => repeats[i + 1] === 'same')
  const isHabit = certain.length >= enoughTitles && certain.every(({ text }) => isInCapitals(text))
  return Float64Array.from(lines, ({ text }) => (isHabit ? (isInCapitals(text) ? 3 : -2) : 0))
}

const isInCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
