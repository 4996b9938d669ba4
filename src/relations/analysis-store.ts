import { createHash } from 'node:crypto'
import type { PostAnalysis } from './analyse-post.ts'
import { type AnalysisCache, keyLength } from './analysis-cache.ts'

/** First word of the file: names the format, and is another number on a machine of the other byte order. */
const format = 0x7a21_0001

const digestLength = 32

/** Words of 32 bits before the data of a record: those of the key, then the lengths of shingles, fingerprints and terms. */
const keyWords = keyLength / 4
const headerWords = keyWords + 3

/**
 * Analyses that outlive a run, as bytes for a file: reading them takes a tenth of the time of making them. Whatever is
 * wrong with the bytes (cut short, changed, of another version), they count for nothing, and the analyses are made again.
 */
export class AnalysisStore implements AnalysisCache {
  readonly #stored: ReadonlyMap<string, PostAnalysis>
  readonly #used = new Map<string, PostAnalysis>()

  /** @param bytes - From `toBytes` of an earlier run. */
  constructor(bytes?: Uint8Array) {
    // A copy, since that starts at a whole word, and a Buffer may be part of a larger one.
    const copy = bytes && new Uint8Array(bytes)
    this.#stored = copy !== undefined && isWhole(copy) ? readRecords(copy) : new Map()
  }

  get(key: string): PostAnalysis | undefined {
    const known = this.#used.get(key) ?? this.#stored.get(key)
    if (known !== undefined) this.#used.set(key, known)
    return known
  }

  set(key: string, analysis: PostAnalysis): void {
    this.#used.set(key, analysis)
  }

  /** Whether the analyses of this run are other ones than those that were stored. */
  get isChanged(): boolean {
    return this.#used.size !== this.#stored.size || [...this.#used.keys()].some((key) => !this.#stored.has(key))
  }

  /** The analyses that this run asked for; those of posts that changed or went are left out. */
  toBytes(): Uint8Array {
    const records = [...this.#used].sort(([a], [b]) => (a < b ? -1 : 1))
    const words = 1 + records.reduce((sum, [, analysis]) => sum + countWords(analysis), 0)
    const bytes = new Uint8Array(words * 4 + digestLength)
    new Uint32Array(bytes.buffer, 0, 1)[0] = format
    let offset = 4
    for (const [key, analysis] of records) offset = writeRecord(bytes, offset, key, analysis)
    bytes.set(digest(bytes.subarray(0, offset)), offset)
    return bytes
  }
}

const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - digestLength
  if (end < 4 || end % 4 !== 0) return false
  if (new Uint32Array(bytes.buffer, 0, 1)[0] !== format) return false
  return Buffer.compare(digest(bytes.subarray(0, end)), bytes.subarray(end)) === 0
}

/** What a record holds, in this order; all of it starts at a whole word. */
const wordLists = ({ shingles, fingerprints, terms }: PostAnalysis) => [shingles, fingerprints, terms]
const byteLists = ({ counts, roles }: PostAnalysis) => [counts, roles]

const wordsOfBytes = (length: number): number => Math.ceil(length / 4)

const countWords = (analysis: PostAnalysis): number =>
  headerWords +
  wordLists(analysis).reduce((sum, { length }) => sum + length, 0) +
  2 * wordsOfBytes(analysis.terms.length)

function writeRecord(bytes: Uint8Array, start: number, key: string, analysis: PostAnalysis): number {
  bytes.set(Buffer.from(key, 'latin1'), start)
  new Uint32Array(bytes.buffer, start + keyLength, 3).set(wordLists(analysis).map(({ length }) => length))
  let offset = start + headerWords * 4
  for (const list of wordLists(analysis)) {
    new Uint32Array(bytes.buffer, offset, list.length).set(list)
    offset += list.byteLength
  }
  for (const list of byteLists(analysis)) {
    bytes.set(list, offset)
    offset += wordsOfBytes(list.length) * 4
  }
  return offset
}

/** Records as views into the bytes. */
function readRecords(bytes: Uint8Array): ReadonlyMap<string, PostAnalysis> {
  const { buffer, length } = bytes
  const records = new Map<string, PostAnalysis>()
  for (let offset = 4; offset < length - digestLength; ) {
    const key = Buffer.from(buffer, offset, keyLength).toString('latin1')
    const lengths = new Uint32Array(buffer, offset + keyLength, 3)
    offset += headerWords * 4
    const takeWords = (length: number) => {
      offset += length * 4
      return new Uint32Array(buffer, offset - length * 4, length)
    }
    const takeBytes = (length: number) => {
      const start = offset
      offset += wordsOfBytes(length) * 4
      return new Uint8Array(buffer, start, length)
    }
    records.set(key, {
      shingles: takeWords(lengths[0]!),
      fingerprints: takeWords(lengths[1]!),
      terms: takeWords(lengths[2]!),
      counts: takeBytes(lengths[2]!),
      roles: takeBytes(lengths[2]!),
    })
  }
  return records
}
