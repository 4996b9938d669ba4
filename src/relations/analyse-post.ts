import type { Post } from '../posts/post.ts'
import { toFingerprints, toShingles } from './shingles.ts'
import { toSortedSet } from './sorted-set.ts'
import { toTellingText } from './telling-text.ts'
import { type Tokens, tokenise, tokenKind } from './tokens.ts'

/** All that later steps need of one post's text. A pure function of title, body and language, so it can be kept in a cache. */
export interface PostAnalysis {
  /** Of the body, sorted. The title is not in it: a new title does not make another article. */
  readonly shingles: Uint32Array
  /** Sample of the shingles that candidate pairs are found by, sorted. */
  readonly fingerprints: Uint32Array
  /** Words of title and body, each once, sorted by hash; `counts` and `roles` run beside it. */
  readonly terms: Uint32Array
  /** How often the body has the term; 255 stands for more. */
  readonly counts: Uint8Array
  /** Bits of `termRole`. */
  readonly roles: Uint8Array
}

export const termRole = { name: 1, number: 2, title: 4, lead: 8, lowerCase: 16 } as const

/** Words of the opening: what a news piece is about stands in its first two sentences. */
const leadWords = 60

export function analysePost({ title, body }: Pick<Post, 'title' | 'body'>): PostAnalysis {
  const bodyTokens = tokenise(toTellingText(body))
  const shingles = toShingles(bodyTokens.hashes)
  return {
    shingles: toSortedSet(shingles),
    fingerprints: toFingerprints(shingles),
    ...countTerms(tokenise(title), bodyTokens),
  }
}

/** The words of a title and a text, each once, with how often and where they stand. */
export function countTerms(title: Tokens, body: Tokens): Pick<PostAnalysis, 'terms' | 'counts' | 'roles'> {
  const all = new Uint32Array(title.count + body.count)
  all.set(title.hashes)
  all.set(body.hashes, title.count)
  const terms = toSortedSet(all)
  const counts = new Uint8Array(terms.length)
  const roles = new Uint8Array(terms.length)
  for (let at = 0; at < title.count; at++) {
    const place = findPlace(terms, title.hashes[at]!)
    roles[place]! |= termRole.title | (title.kinds[at]! & tokenKind.number ? termRole.number : 0)
  }
  for (let at = 0; at < body.count; at++) {
    const place = findPlace(terms, body.hashes[at]!)
    if (counts[place]! < 255) counts[place]!++
    roles[place]! |= roleOf(body.kinds[at]!) | (at < leadWords ? termRole.lead : 0)
  }
  return { terms, counts, roles }
}

export const hasValue = (sorted: Uint32Array, value: number): boolean => sorted[findPlace(sorted, value)] === value

/** Place of a value that a sorted list has, by halving. */
function findPlace(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function roleOf(kind: number): number {
  if (kind & tokenKind.number) return termRole.number
  if (!(kind & tokenKind.capitalised)) return termRole.lowerCase
  return kind & tokenKind.sentenceStart ? 0 : termRole.name
}
