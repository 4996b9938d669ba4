import { decodeEntities, foldText, hasEntity } from './fold-text.ts'

/**
 * The fullest print: a theme or an editor drops a prefix, never invents one. Between equals, the one with the fewest
 * flaws, then the first. An entity that another print doesn't show is the theme's mistake.
 */
export function chooseTitle(prints: readonly string[]): string {
  const shown = prints.every(hasEntity) ? prints : prints.map(decodeEntities)
  const letters = (text: string) => foldText(text).length
  return shown.reduce((a, b) => ((letters(b) - letters(a) || countFlaws(a) - countFlaws(b)) > 0 ? b : a))
}

/** A stray full stop or colon at the end, a lost space after a colon. */
const countFlaws = (title: string): number => [/[^.][.:]$/, /:(?=\p{L})/u].filter((flaw) => flaw.test(title)).length
