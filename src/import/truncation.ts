import { foldPhrase } from './fold-text.ts'
import { readMorePhrases } from './phrases/read-more.ts'

/** Words that no sentence ends with, in the six languages, folded: articles, prepositions, conjunctions. */
const openingWords = new Set(
  [
    "le la les l' un une des du de d' et ou mais que qu' qui dont avec pour par dans sur sous chez vers au aux ce cette ces son sa ses leur leurs ne n' se s' en a",
    'the a an of and or but that which with for by from in on at to into his her its their our my your as if than',
    'el los las una unos unas del y o pero con por para en al su sus lo',
    'der die das den dem des ein eine einen einem einer und oder aber dass mit fur von im am zu zum zur sein seine ihr ihre',
    'il lo gli i uno e ed ma che con per da di nel nella nei al alla dal dalla del della suo sua',
    'os as um uma e mas com por para em no na nos nas do da dos das ao seu sua',
  ].flatMap((words) => words.split(' ')),
)

const ending = /(?:…|\.\.\.|\[(?:…|\.{3})\]|\((?:…|\.{3})\)|\[\+\])[\s»”"’)]*$/
const readMoreTail = new RegExp(
  `(?<=…|\\.\\.\\.|[\\])»”.!?])\\s*[\\[(«→]*\\s*(?:${[...readMorePhrases.wholes, ...readMorePhrases.prefixes].join('|')})[^.]{0,120}$`,
)

/** Takes "Lire la suite →" off the end of a text that the theme cut: what remains ends as the theme cut it. */
export function splitReadMore(text: string): { readonly text: string; readonly hasReadMore: boolean } {
  const tailStart = Math.max(0, text.length - 200)
  const tail = readMoreTail.exec(foldPhrase(text.slice(tailStart)))
  if (!tail) return { text, hasReadMore: false }
  const rest = text.slice(0, tailStart + tail.index).trimEnd()
  return rest === '' ? { text, hasReadMore: true } : { text: rest, hasReadMore: true }
}

/** Whether the last line of a body was cut off: an ellipsis, an open clause, or a word that no sentence ends with. */
export function isCutOff(lastLine: string): boolean {
  if (ending.test(lastLine.slice(-40))) return true
  if (/[,(«“[]$/.test(lastLine)) return true
  const lastWord = /([\p{L}']+)$/u.exec(foldPhrase(lastLine.slice(-40)))?.[1]
  return lastWord !== undefined && lastLine.length > 60 && openingWords.has(lastWord.replace(/^.*'(?=.)/, ''))
}
