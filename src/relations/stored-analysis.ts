import type { PostAnalysis } from './analyse-post.ts'
import { keyLength } from './analysis-cache.ts'
import { wordsOfBytes } from './word-pieces.ts'

/** Of the terms there are the numbers, and the terms themselves are seldom asked for. */
class StoredAnalysis implements PostAnalysis {
  readonly shingles: Uint32Array
  readonly fingerprints: Uint32Array
  readonly counts: Uint8Array
  readonly roles: Uint8Array
  readonly numbers: Uint32Array
  readonly #vocabulary: Uint32Array
  #terms: Uint32Array | undefined

  constructor(lists: Omit<PostAnalysis, 'terms'> & { readonly numbers: Uint32Array }, vocabulary: Uint32Array) {
    this.shingles = lists.shingles
    this.fingerprints = lists.fingerprints
    this.counts = lists.counts
    this.roles = lists.roles
    this.numbers = lists.numbers
    this.#vocabulary = vocabulary
  }

  get terms(): Uint32Array {
    this.#terms ??= this.numbers.map((number) => this.#vocabulary[number]!)
    return this.#terms
  }
}

/** What a record holds, in this order; all of it starts at a whole word. */
const wordLists = ({ shingles, fingerprints }: PostAnalysis, numbers: Uint32Array) => [shingles, fingerprints, numbers]
/** They have one for each term. */
const byteLists = ({ counts, roles }: PostAnalysis) => [counts, roles]

/** Words before these lists: those of the key, then the lengths of shingles, fingerprints and terms. */
const headerWords = keyLength / 4 + 3

export const countRecordWords = ({ shingles, fingerprints, counts }: PostAnalysis): number =>
  headerWords + shingles.length + fingerprints.length + counts.length + 2 * wordsOfBytes(counts.length)

export const listRecordParts = (
  key: string,
  analysis: PostAnalysis,
  numbers: Uint32Array,
): readonly (Uint32Array | Uint8Array)[] => [
  Buffer.from(key, 'latin1'),
  Uint32Array.from(wordLists(analysis, numbers), ({ length }) => length),
  ...wordLists(analysis, numbers),
  ...byteLists(analysis),
]

/** What begins each record. */
export const recordHeadBytes: number = headerWords * 4

/** Where a record has what many are looked through for. */
export interface ScannedRecord {
  /** The first word of its shingles, of the fingerprints and the numbers after these, and where those end. */
  readonly shingles: number
  readonly fingerprints: number
  readonly numbers: number
  readonly numbersEnd: number
  /** Of all of the record. */
  readonly words: number
}

/** @param at - The word that it begins at. */
export function scanRecord(words: Uint32Array, at: number): ScannedRecord {
  const [shingleCount, fingerprintCount, termCount] = [
    words[at + headerWords - 3]!,
    words[at + headerWords - 2]!,
    words[at + headerWords - 1]!,
  ]
  const shingles = at + headerWords
  const fingerprints = shingles + shingleCount
  const numbers = fingerprints + fingerprintCount
  return {
    shingles,
    fingerprints,
    numbers,
    numbersEnd: numbers + termCount,
    words: numbers + termCount + 2 * wordsOfBytes(termCount) - at,
  }
}

interface StoredRecord {
  readonly key: string
  /** Views into the bytes. */
  readonly analysis: StoredAnalysis
  /** Where the next record begins. */
  readonly next: number
}

/** @param start - Where the record begins. */
export function readRecord({ buffer, byteOffset }: Uint8Array, start: number, vocabulary: Uint32Array): StoredRecord {
  const key = Buffer.from(buffer, byteOffset + start, keyLength).toString('latin1')
  let at = byteOffset + start + keyLength
  const takeWords = (length: number) => {
    at += length * 4
    return new Uint32Array(buffer, at - length * 4, length)
  }
  const takeBytes = (length: number) => {
    at += wordsOfBytes(length) * 4
    return new Uint8Array(buffer, at - wordsOfBytes(length) * 4, length)
  }
  const [shingleCount, fingerprintCount, termCount] = takeWords(3)
  const [shingles, fingerprints] = [takeWords(shingleCount!), takeWords(fingerprintCount!)]
  const numbers = takeWords(termCount!)
  const [counts, roles] = [takeBytes(termCount!), takeBytes(termCount!)]
  const analysis = new StoredAnalysis({ shingles, fingerprints, numbers, counts, roles }, vocabulary)
  return { key, analysis, next: at - byteOffset }
}
