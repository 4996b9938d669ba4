import { capitalise } from '../markup/capitalise.ts'
import type { Post } from '../posts/post.ts'
import { termRole } from './analyse-post.ts'
import type { ArticleIndex } from './article-index.ts'
import { backgroundRarity, languageWithLists } from './background-frequencies.ts'
import { spellTerms } from './evidence-words.ts'
import { type Tokens, tokenise } from './tokens.ts'

/** Names that a thread is named after. */
const mostNames = 2

/**
 * What the pieces of a thread share: the rarest names that stand in a title and in front of two or more pieces, as the first piece that
 * has them spells them, each with the words around it that most titles share ("Ariane 6", "Pont de Kervalen"). Where there are
 * none, as in a blog about one subject, the title of the first piece: common words make no name.
 */
export function nameThread(index: ArticleIndex, pieces: readonly number[]): string {
  const titles = pieces.map((piece) => toTitle(index.articles[piece]!.post))
  const names = findFrontNames(index, pieces)
  const isShared = (term: number) =>
    pieces.filter((piece) => index.articles[piece]!.analysis.terms.includes(term)).length > pieces.length / 2
  for (const piece of pieces) {
    const phrases = spellTerms(names, index.articles[piece]!.post, isShared).slice(0, mostNames)
    const [first, second] = phrases.map((phrase) => widen(phrase, titles))
    if (first !== undefined)
      return capitalise(second === undefined || first.includes(second) ? first : `${first}, ${second}`)
  }
  return titles[0]!.text
}

/** Hashes, the weightiest first. */
function findFrontNames({ vectorOf, statistics }: ArticleIndex, pieces: readonly number[]): readonly number[] {
  const names = new Map<number, { weight: number; pieces: number; isInTitle: boolean }>()
  for (const { hashes, terms, roles } of pieces.map(vectorOf)) {
    for (const [place, hash] of hashes.entries()) {
      const isInTitle = (roles[place]! & termRole.title) !== 0
      const isInFront = isInTitle || (roles[place]! & termRole.lead) !== 0
      if (!isInFront || !statistics.isName[terms[place]!] || roles[place]! & termRole.number) continue
      const known = names.get(hash) ?? { weight: 0, pieces: 0, isInTitle: false }
      names.set(hash, {
        weight: known.weight + statistics.rarities[terms[place]!]! * (isInTitle ? 2 : 1),
        pieces: known.pieces + 1,
        isInTitle: known.isInTitle || isInTitle,
      })
    }
  }
  return [...names]
    .filter(([, name]) => name.isInTitle && name.pieces > 1)
    .sort(([a, x], [b, y]) => y.weight - x.weight || a - b)
    .map(([hash]) => hash)
}

/** The longest run of words around a phrase that more than half of the titles share; the phrase itself where there is none. */
function widen(phrase: string, titles: readonly Title[]): string {
  const inner = toKey(tokenise(phrase).hashes)
  const isCommon = (key: string) => titles.filter((title) => title.key.includes(key)).length > titles.length / 2
  const runs = titles.flatMap(listRuns).filter(({ key }) => key.includes(inner) && isCommon(key))
  const longest = runs.reduce<Run | undefined>(
    (best, run) => (best === undefined || run.length > best.length ? run : best),
    undefined,
  )
  return longest?.text ?? phrase
}

interface Title {
  readonly text: string
  readonly lang: string
  readonly tokens: Tokens
  /** Its words, to look for others in. */
  readonly key: string
}

function toTitle({ title, lang }: Post): Title {
  const tokens = tokenise(title)
  return { text: title, lang, tokens, key: toKey(tokens.hashes) }
}

const toKey = (hashes: Uint32Array): string => ` ${hashes.join(' ')} `

interface Run {
  readonly text: string
  readonly key: string
  /** In words. */
  readonly length: number
}

/** What may stand between the words of one phrase: spaces, hyphens, words of one letter. */
const withinPhrase = /^[\s'’-]*(\p{L}[\s'’-]+)*$/u

/** Runs of a title that begin and end with a word of some weight and have no punctuation within. */
function listRuns({ text, lang, tokens }: Title): readonly Run[] {
  const rarityOf = backgroundRarity(languageWithLists(lang))
  const runs: Run[] = []
  for (let start = 0; start < tokens.count; start++) {
    if (rarityOf(tokens.hashes[start]!) === 0) continue
    for (let end = start; end < tokens.count; end++) {
      if (end > start && !withinPhrase.test(text.slice(tokens.ends[end - 1], tokens.starts[end]))) break
      if (rarityOf(tokens.hashes[end]!) === 0) continue
      runs.push({
        text: text.slice(tokens.starts[start], tokens.ends[end]),
        key: toKey(tokens.hashes.subarray(start, end + 1)),
        length: end + 1 - start,
      })
    }
  }
  return runs
}
