/** What a UTF-16 unit is for telling words apart. */
export const characterClass = { other: 0, letter: 1, digit: 2, mark: 3, ideograph: 4 } as const

/**
 * Class and folded form of every UTF-16 unit, as tables: a text of a million words is read by look-ups alone.
 * Folded: lower case, without accents, so that `Été`, `été` and `ete` are one word.
 */
export interface CharacterTables {
  readonly classes: Uint8Array
  readonly folded: Uint16Array
}

const tables: CharacterTables = { classes: new Uint8Array(65_536), folded: new Uint16Array(65_536) }

/** Up to where the tables are filled: to fill them takes longer than most texts, and letters of the East are in few. */
let filled = 0
const east = 0x3000
/** Halves of surrogate pairs are no letters, filled or not: an emoji is none of the East. */
const hasEastern = /[\u3000-\ud7ff\ue000-\uffff]/

/** Tables that hold for the signs of a text. */
export function characterTables(text: string): CharacterTables {
  if (filled === 0) fillTables(east)
  if (filled === east && hasEastern.test(text)) fillTables(65_536)
  return tables
}

/** Scripts written without spaces between words: each sign counts as a word. */
export const spaceless: RegExp = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}]/u

function fillTables(end: number): void {
  const { classes, folded } = tables
  for (let code = filled; code < end; code++) {
    const character = String.fromCharCode(code)
    classes[code] = classOf(character)
    folded[code] = classes[code] === characterClass.letter ? fold(character) : code
  }
  filled = end
}

function classOf(character: string): number {
  if (/\p{M}/u.test(character)) return characterClass.mark
  if (/\p{Nd}/u.test(character)) return characterClass.digit
  if (!/\p{L}/u.test(character)) return characterClass.other
  return spaceless.test(character) ? characterClass.ideograph : characterClass.letter
}

/** The first letter stands for a ligature (œ → o): equal words stay equal, which is all that counts here. */
const withoutDecomposition: Readonly<Record<string, string>> = {
  œ: 'o',
  æ: 'a',
  ß: 's',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}

function fold(character: string): number {
  const base = character.toLowerCase().normalize('NFKD')
  return (withoutDecomposition[base] ?? base).charCodeAt(0)
}
