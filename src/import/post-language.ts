import { francAll } from 'franc-min'
import type { Language } from '../calendar/language.ts'

const codes: Readonly<Record<string, Language>> = {
  fra: 'fr',
  eng: 'en',
  spa: 'es',
  deu: 'de',
  ita: 'it',
  por: 'pt',
}
const only = Object.keys(codes)

/** Trigrams tell the six apart from about two lines of text on; below that, and where two are close, the page decides. */
const enough = 80
const clearMargin = 0.05
/** More text makes the answer slower, not surer. */
const sampleLength = 300

/**
 * The language of a text among the six.
 *
 * @param fallback - The page's own, for texts that are short or could be either; `undefined` for the page itself.
 */
export function findLanguage(text: string, fallback: Language | undefined): Language | undefined {
  const sample = text.slice(0, sampleLength)
  const [best, second] = francAll(sample, { only, minLength: 10 })
  const language = best && codes[best[0]]
  if (language === undefined || fallback === undefined) return language ?? fallback
  const isClear = sample.length >= enough && best![1] - (second?.[1] ?? 0) >= clearMargin
  return isClear ? language : fallback
}
