import { francAll } from 'franc-min'
import { type Language, languages } from '../calendar/language.ts'

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

/** Words that make up about two fifths of any text in their language. */
const commonWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: toWords(
    'le la les l un une des du de d au aux et est dans que qu qui pour pas sur ne n se s par avec plus ce il en a',
  ),
  en: toWords('the of and to in a is that for was with on it as his her are by at from not be this they had has he'),
  es: toWords('el la los las un una de del al y en que con por para se su no es lo más ha como pero'),
  de: toWords(
    'der die das den dem des ein eine einen und ist in im nicht von mit auf für zu sich es er sie dass hat war',
  ),
  it: toWords('il lo la i gli le un una di del della dei e è in nel che per non con si da al sono ha più ma'),
  pt: toWords('o a os as um uma de do da dos das e em no na que não para com por se ao mais foi mas é'),
}

function toWords(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** Share of the words of a text that are common ones of its language, at least, and how far ahead of other languages. */
const commonShare = 0.3
const commonLead = 1.5

/** Whether the common words alone tell that a text is in a language: fifteen times as fast as its trigrams. */
function isPlainly(language: Language, sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const count = (of: Language) => words.filter((word) => commonWords[of].has(word)).length
  const own = count(language)
  if (own < words.length * commonShare) return false
  return languages.every((other) => other === language || own >= count(other) * commonLead)
}

/**
 * The language of a text among the six.
 *
 * @param fallback - The page's own, for texts that are short or could be either; `undefined` for the page itself.
 */
export function findLanguage(text: string, fallback: Language | undefined): Language | undefined {
  const sample = text.slice(0, sampleLength)
  if (fallback && isPlainly(fallback, sample)) return fallback
  const [best, second] = francAll(sample, { only, minLength: 10 })
  const language = best && codes[best[0]]
  if (language === undefined || fallback === undefined) return language ?? fallback
  return isClear(sample, best![1] - (second?.[1] ?? 0)) ? language : fallback
}

const isClear = (sample: string, margin: number): boolean => sample.length >= enough && margin >= clearMargin

/** The language of a text that leaves no doubt; `undefined` for short ones and for those that could be in two. */
export function findClearLanguage(text: string): Language | undefined {
  const sample = text.slice(0, sampleLength)
  const [best, second] = francAll(sample, { only, minLength: 10 })
  return best !== undefined && isClear(sample, best[1] - (second?.[1] ?? 0)) ? codes[best[0]] : undefined
}
