import { toPlainText } from '../markup/plain-text.ts'
import type { Post } from '../posts/post.ts'
import { type Tokens, tokenise } from './tokens.ts'

/** Terms that are spelled out for a reader; beyond these they stop being telling. */
const mostTerms = 8
const mostWordsInPhrase = 3

/**
 * Terms as a reader knows them: spelled as they stand in a post, neighbours joined ("Port-Vessac", "Supreme Court"), the most
 * telling first.
 *
 * @param terms - Hashes of words of the post, the most telling first.
 */
export function spellTerms(terms: readonly number[], { title, body }: Post): readonly string[] {
  const text = `${toPlainText(body)}\n${title}`
  const tokens = tokenise(text)
  const told = new Set(terms.slice(0, mostTerms))
  const phrases = new Map<number, Phrase>()
  for (let at = 0; at < tokens.count; at++) {
    if (!told.has(tokens.hashes[at]!)) continue
    const phrase = readPhrase(text, tokens, at, told)
    for (const word of phrase.words)
      if ((phrases.get(word)?.words.length ?? 0) < phrase.words.length) phrases.set(word, phrase)
    at += phrase.words.length - 1
  }
  return [...new Set([...told].flatMap((term) => phrases.get(term)?.text ?? []))]
}

interface Phrase {
  readonly words: readonly number[]
  readonly text: string
}

function readPhrase(
  text: string,
  { hashes, starts, ends, count }: Tokens,
  start: number,
  told: ReadonlySet<number>,
): Phrase {
  let end = start + 1
  const isNext = () =>
    end < count && told.has(hashes[end]!) && /^[ \u00a0-]$/.test(text.slice(ends[end - 1], starts[end]))
  while (end - start < mostWordsInPhrase && isNext()) end++
  return { words: [...hashes.subarray(start, end)], text: text.slice(starts[start], ends[end - 1]) }
}
