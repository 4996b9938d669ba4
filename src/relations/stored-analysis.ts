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
