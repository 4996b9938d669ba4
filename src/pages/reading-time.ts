const wordsPerMinute = 220

/** How long a text takes to read, in whole minutes, at least one. */
export const toReadingMinutes = (text: string): number => Math.max(1, Math.round(countWords(text) / wordsPerMinute))

/** Words between spaces, without marks that stand alone; of scripts without spaces, two characters are a word. */
function countWords(text: string): number {
  const unspaced = text.match(unspacedCharacter)?.length ?? 0
  const rest = unspaced === 0 ? text : text.replace(unspacedCharacter, ' ')
  return (rest.match(word)?.length ?? 0) + unspaced / 2
}

const word = /[\p{L}\p{N}]\S*/gu
const unspacedCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
