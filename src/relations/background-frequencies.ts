import { isLanguage, type Language } from '../calendar/language.ts'
import { type CommonWords, commonWords } from './common-words.ts'
import { tokenise } from './tokens.ts'

/** How rare a word of each list is in its language at large, 0–1; a word of no list is 1. */
const listRarity: Readonly<Record<keyof CommonWords, number>> = { grammar: 0, everyday: 0.25, topical: 0.6 }

/**
 * How rare a word is in a language at large: 0 for "the", 1 for a word that only some subjects need.
 *
 * Three lists instead of a table of frequencies: what counts is whether a word can tell two stories apart, and there
 * "three million times a year" and "two million" are the same.
 *
 * @param language - Without lists of it, every word is as rare as the archive has it.
 * @returns The rarity of a word by its hash.
 */
export function backgroundRarity(language: Language | undefined): (word: number) => number {
  const rarities = language && knownRarities(language)
  return (word) => rarities?.get(word) ?? 1
}

/** @param lang - BCP 47. @returns `undefined` for a language without lists. */
export function languageWithLists(lang: string): Language | undefined {
  const language = lang.slice(0, 2).toLowerCase()
  return isLanguage(language) ? language : undefined
}

const known = new Map<Language, ReadonlyMap<number, number>>()

function knownRarities(language: Language): ReadonlyMap<number, number> {
  const rarities = known.get(language) ?? hashLists(commonWords[language])
  known.set(language, rarities)
  return rarities
}

/** "Three of 20", "in 2023": only larger numbers are a story's own. */
const smallNumbersAndYears = [
  ...Array.from({ length: 101 }, (_, number) => number),
  ...Array.from({ length: 200 }, (_, year) => 1900 + year),
].join(' ; ')

/** The first list that has a word decides. */
function hashLists({ grammar, everyday, topical }: CommonWords): ReadonlyMap<number, number> {
  const hash = (list: string, rarity: number) => Array.from(tokenise(list).hashes, (word) => [word, rarity] as const)
  return new Map([
    ...hash(smallNumbersAndYears, listRarity.everyday),
    ...hash(topical, listRarity.topical),
    ...hash(everyday, listRarity.everyday),
    ...hash(grammar, listRarity.grammar),
  ])
}
