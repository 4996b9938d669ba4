import type { PostAnalysis } from './analyse-post.ts'
import { keyLength } from './analysis-cache.ts'
import type { ArchiveComparison } from './archive-change.ts'
import type { HashNumbering } from './hash-numbering.ts'
import { type KeptResults, PostRecord } from './relation-cache.ts'
import { bytesOfDigest, WordDigest } from './word-digest.ts'

/**
 * Of the format and of what is in it: to be raised when `analysePost`, `findCandidatePairs`, `findBoilerplate` or any later step that
 * keeps results gives something else for the same posts. Letters depend on the edition of Unicode that Node has, names of months on its
 * locale data, and the last digits of logarithms on its engine.
 */
const version: string = [7, process.versions.unicode, process.versions.icu, process.versions.v8].join(' ')

/** What the bytes hold: records of analyses, then hashes of their terms, then as JSON what was found out by them; and a digest of it all. */
export interface RelationContent {
  /** By key of the analysis. */
  readonly records: ReadonlyMap<string, PostRecord>
  /** Hashes of the terms, by number. */
  readonly vocabulary: Uint32Array
  readonly comparison: ArchiveComparison | undefined
}

/** What is stored as JSON. */
interface StoredJson {
  /** Of the records, in their order. */
  readonly results: readonly KeptResults[]
  readonly comparison?: ArchiveComparison | undefined
}

/**
 * Words of 32 bits before the first record: where the records end, one that is another number on a machine of the other byte order, and how many
 * terms there are.
 */
const startWords = 3
const byteOrder = 0x7a21_0001

/** Words before the data of a record: those of the key, then the lengths of shingles, fingerprints and terms. */
const keyWords = keyLength / 4
const headerWords = keyWords + 3

/**
 * @param numbering - Of the records' terms.
 * @param write - Takes one piece after another; each is filled anew afterwards.
 */
export function writeContent(
  { records, comparison }: Omit<RelationContent, 'vocabulary'>,
  numbering: HashNumbering,
  write: (piece: Uint8Array) => void,
): void {
  const { vocabulary, renumber } = listTerms(
    Array.from(records.values(), ({ numbers }) => numbers!),
    numbering,
  )
  const sizes = Array.from(records.values(), ({ analysis }) => countWords(analysis!))
  const end = (startWords + sizes.reduce((sum, size) => sum + size, 0)) * 4
  const json: StoredJson = { results: Array.from(records.values(), ({ results }) => results), comparison }
  const pieces = new Pieces(write)
  pieces.add(Uint32Array.of(end, byteOrder, vocabulary.length))
  for (const [key, { analysis, numbers }] of records)
    for (const part of listParts(key, analysis!, renumber(numbers!))) pieces.add(part)
  pieces.add(vocabulary)
  pieces.add(toPaddedJson(json))
  pieces.end()
}

/** Analyses as views into the bytes. @returns `undefined` where the bytes are damaged, or of another version. */
export function readContent(bytes: Uint8Array): RelationContent | undefined {
  const whole = toWholeWords(bytes)
  if (!isWhole(whole)) return undefined
  const text = Buffer.from(whole.buffer, whole.byteOffset, whole.length)
  const [end = 0, , termCount = 0] = viewWords(whole, 0, startWords)
  const json = text.toString('utf8', end + termCount * 4, whole.length - bytesOfDigest)
  const { results, comparison }: StoredJson = JSON.parse(json)
  const vocabulary = viewWords(whole, end, termCount)
  const records = new Map<string, PostRecord>()
  for (let offset = startWords * 4; offset < end; ) {
    const key = text.toString('latin1', offset, offset + keyLength)
    const { analysis, next } = readAnalysis(whole, offset + keyLength, vocabulary)
    records.set(key, new PostRecord(analysis, results[records.size], analysis.numbers))
    offset = next
  }
  return { records, vocabulary, comparison }
}

/** Puts many small lists together, each padded to whole words, and their digest behind them. */
class Pieces {
  readonly #write: (piece: Uint8Array) => void
  readonly #space = new Uint8Array(pieceBytes)
  readonly #digest = startDigest()
  #length = 0

  constructor(write: (piece: Uint8Array) => void) {
    this.#write = write
  }

  add({ buffer, byteOffset, byteLength }: Uint32Array | Uint8Array): void {
    const length = wordsOfBytes(byteLength) * 4
    if (this.#length + length > pieceBytes) this.#flush()
    const list = new Uint8Array(buffer, byteOffset, byteLength)
    if (length > pieceBytes) {
      const large = new Uint8Array(length)
      large.set(list)
      this.#send(large)
      return
    }
    this.#space.fill(0, this.#length + byteLength, this.#length + length)
    this.#space.set(list, this.#length)
    this.#length += length
  }

  end(): void {
    this.#flush()
    this.#write(this.#digest.end())
  }

  #flush(): void {
    if (this.#length > 0) this.#send(this.#space.subarray(0, this.#length))
    this.#length = 0
  }

  #send(piece: Uint8Array): void {
    this.#digest.add(viewWords(piece, 0, piece.length / 4))
    this.#write(piece)
  }
}

const pieceBytes = 1 << 20

const startDigest = (): WordDigest =>
  new WordDigest().add(Uint32Array.from(version, (character) => character.charCodeAt(0)))

/** A copy where need be: a Buffer may be part of a larger one, and begin within a word of it. */
const toWholeWords = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes))

function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - bytesOfDigest
  if (end < startWords * 4 || end % 4 !== 0) return false
  if (viewWords(bytes, 0, startWords)[1] !== byteOrder) return false
  const digest = startDigest().add(viewWords(bytes, 0, end / 4))
  return Buffer.compare(digest.end(), bytes.subarray(end)) === 0
}

const viewWords = ({ buffer, byteOffset }: Uint8Array, offset: number, length: number): Uint32Array =>
  new Uint32Array(buffer, byteOffset + offset, length)

/** Padded with spaces to whole words. */
function toPaddedJson(stored: StoredJson): Uint8Array {
  const json = Buffer.from(JSON.stringify(stored))
  return Buffer.concat([json, Buffer.alloc(-json.length & 3, ' ')])
}

/** The terms that some texts have, numbered in the order in which these have them: so that a file does not depend on what was done before. */
function listTerms(texts: readonly Uint32Array[], numbering: HashNumbering) {
  const hashes = numbering.hashes()
  const places = new Uint32Array(hashes.length)
  const terms = new Uint32Array(hashes.length)
  let count = 0
  for (const numbers of texts) {
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at]!
      if (places[number] !== 0) continue
      terms[count++] = hashes[number]!
      places[number] = count
    }
  }
  return {
    vocabulary: terms.subarray(0, count),
    renumber: (numbers: Uint32Array) => numbers.map((number) => places[number]! - 1),
  }
}

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

const wordsOfBytes = (length: number): number => Math.ceil(length / 4)

const countWords = ({ shingles, fingerprints, counts }: PostAnalysis): number =>
  headerWords + shingles.length + fingerprints.length + counts.length + 2 * wordsOfBytes(counts.length)

const listParts = (
  key: string,
  analysis: PostAnalysis,
  numbers: Uint32Array,
): readonly (Uint32Array | Uint8Array)[] => [
  Buffer.from(key, 'latin1'),
  Uint32Array.from(wordLists(analysis, numbers), ({ length }) => length),
  ...wordLists(analysis, numbers),
  ...byteLists(analysis),
]

/** @returns The analysis, and where the next record begins. */
function readAnalysis({ buffer, byteOffset }: Uint8Array, start: number, vocabulary: Uint32Array) {
  let at = byteOffset + start
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
  return { analysis, next: at - byteOffset }
}
