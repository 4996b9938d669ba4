const wordsPerMinute = 220

/** How long a text takes to read, in whole minutes, at least one. */
export const toReadingMinutes = (text: string): number => Math.max(1, Math.round(countWords(text) / wordsPerMinute))

/** Words between spaces, without marks that stand alone; of scripts without spaces, two characters are a word. */
function countWords(text: string): number {
  const unspaced = countMatches(text, unspacedCharacter)
  const rest = unspaced === 0 ? text : text.replace(unspacedCharacter, ' ')
  return countMatches(rest, word) + unspaced / 2
}

/** Without a list of what was found: of all texts, such lists were a tenth of a build's garbage. */
function countMatches(text: string, pattern: RegExp): number {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) count++
  return count
}

const word = /[\p{L}\p{N}]\S*/gu
const unspacedCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
