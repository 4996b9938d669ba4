import type { Post } from '../posts/post.ts'
import { toTellingText } from './telling-text.ts'
import { type Tokens, tokenise } from './tokens.ts'

/** Terms that are spelled out for a reader; beyond these they stop being telling. */
const mostTerms = 8
const mostWordsInPhrase = 3

/**
 * Terms as a reader knows them: spelled as they stand in a post, neighbours joined ("Port-Vessac", "Supreme Court"), the most
 * telling first.
 *
 * @param terms - Hashes of words of the post, the most telling first.
 * @param isShared - Whether the other post has a word too; parts of a hyphenated name that it has are told with the rest ("Notre-Dame").
 */
export function spellTerms(
  terms: readonly number[],
  { title, body }: Post,
  isShared: (term: number) => boolean,
): readonly string[] {
  const text = `${toTellingText(body)}\n${title}`
  const tokens = tokenise(text)
  const told = new Set(terms.slice(0, mostTerms))
  const phrases = new Map<number, Phrase>()
  for (let at = 0; at < tokens.count; at++) {
    if (!told.has(tokens.hashes[at]!)) continue
    const phrase = readPhrase({ text, tokens, told, isShared }, at)
    for (const word of phrase.words)
      if ((phrases.get(word)?.words.length ?? 0) < phrase.words.length) phrases.set(word, phrase)
    at = phrase.last
  }
  return [...new Set([...told].flatMap((term) => phrases.get(term)?.text ?? []))]
}

interface Phrase {
  readonly words: readonly number[]
  readonly text: string
  /** Place of its last word. */
  readonly last: number
}

interface Reading {
  readonly text: string
  readonly tokens: Tokens
  readonly told: ReadonlySet<number>
  readonly isShared: (term: number) => boolean
}

function readPhrase({ text, tokens, told, isShared }: Reading, start: number): Phrase {
  const { hashes, starts, ends, count } = tokens
  const between = (at: number) => (at < 0 || at + 1 >= count ? '' : text.slice(ends[at], starts[at + 1]))
  let [first, last] = [start, start]
  while (last - first + 1 < mostWordsInPhrase && /^[ \u00a0-]$/.test(between(last)) && told.has(hashes[last + 1]!))
    last++
  while (between(first - 1) === '-' && isShared(hashes[first - 1]!)) first--
  while (between(last) === '-' && isShared(hashes[last + 1]!)) last++
  return { words: [...hashes.subarray(first, last + 1)], text: text.slice(starts[first], ends[last]), last }
}
