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

let tables: CharacterTables | undefined

export function characterTables(): CharacterTables {
  tables ??= buildTables()
  return tables
}

/** Scripts written without spaces between words: each sign counts as a word. */
export const spaceless: RegExp = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}]/u

function buildTables(): CharacterTables {
  const classes = new Uint8Array(65_536)
  const folded = new Uint16Array(65_536)
  for (let code = 0; code < 65_536; code++) {
    const character = String.fromCharCode(code)
    classes[code] = classOf(character)
    folded[code] = classes[code] === characterClass.letter ? fold(character) : code
  }
  return { classes, folded }
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
