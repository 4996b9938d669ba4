import type { PostAnalysis } from './analyse-post.ts'
import { keyLength } from './analysis-cache.ts'
import type { ArchiveComparison } from './archive-change.ts'
import { HashNumbering } from './hash-numbering.ts'
import { type KeptResults, PostRecord, type RelationCache } from './relation-cache.ts'
import { Signer } from './signature.ts'

/**
 * Of the format and of what is in it: to be raised when `analysePost`, or any later step that keeps results, gives something else for
 * the same posts. Letters depend on the edition of Unicode that Node has, names of months on its locale data, and the last
 * digits of logarithms on its engine.
 */
const version: string = [7, process.versions.unicode, process.versions.icu, process.versions.v8].join(' ')

const digestLength = 8

/**
 * Words of 32 bits before the first record: where the records end, one that is another number on a machine of the other byte order, and how many
 * terms there are, whose hashes come after the records.
 */
const startWords = 3
const byteOrder = 0x7a21_0001

/** Words before the data of a record: those of the key, then the lengths of shingles, fingerprints and terms. */
const keyWords = keyLength / 4
const headerWords = keyWords + 3

/** New results of a hundred that are not worth a file of many megabytes: to make them again takes less long. */
const percentMadeAgain = 1

/** Posts of a hundred that nobody asks for any more and that may stay in the file. */
const percentLeft = 10

/**
 * What was found out about posts, as bytes for a file that outlives a run: records of analyses, then as JSON their results, and what was
 * found out about the archive as a whole. Whatever is wrong with the bytes (cut short, changed, of another version), they count for nothing, and
 * all is made again.
 */
export class RelationStore implements RelationCache {
  #stored: ReadonlyMap<string, PostRecord>
  #used = new Map<string, PostRecord>()
  #comparison: ArchiveComparison | undefined
  #isComparedAnew = false
  readonly numbering: HashNumbering

  /** @param bytes - From `toBytes` of an earlier run. */
  constructor(bytes?: Uint8Array) {
    const whole = bytes && toWholeWords(bytes)
    const { records, vocabulary, comparison } = whole !== undefined && isWhole(whole) ? readContent(whole) : nothing
    this.#stored = records
    this.#comparison = comparison
    this.numbering = new HashNumbering(vocabulary.length * 2)
    for (let term = 0; term < vocabulary.length; term++) this.numbering.numberOf(vocabulary[term]!)
  }

  recordOf(key: string): PostRecord {
    const record = this.#used.get(key) ?? this.#stored.get(key) ?? new PostRecord()
    this.#used.set(key, record)
    return record
  }

  findAnalysis(key: string): PostAnalysis | undefined {
    return (this.#used.get(key) ?? this.#stored.get(key))?.analysis
  }

  get comparison(): ArchiveComparison | undefined {
    return this.#comparison
  }

  keepComparison(made: ArchiveComparison): void {
    this.#comparison = made
    this.#isComparedAnew = true
  }

  /** Whether what this run asked for is so different from what was stored that it should be written. */
  get isChanged(): boolean {
    const records = [...this.#used]
    const newPosts = records.filter(([key]) => !this.#stored.has(key)).length
    const leftPosts = records.length === 0 ? 0 : this.#stored.size - (records.length - newPosts)
    const newResults = records.reduce((sum, [, { newCount }]) => sum + newCount, 0)
    const isWorth = (count: number, percent: number, of: number) => count * 100 > percent * of
    return (
      this.#isComparedAnew ||
      isWorth(newResults, percentMadeAgain, records.length * resultsOfPost) ||
      isWorth(leftPosts, percentLeft, records.length)
    )
  }

  /**
   * Gives what was asked for since the last time, or since the start, as bytes for a file, one piece after another; what is known of posts
   * that changed or went is left out.
   *
   * @param write - The piece is filled anew afterwards.
   */
  write(write: (piece: Uint8Array) => void): void {
    for (const { key } of this.#comparison?.posts ?? [])
      if (!this.#used.has(key)) this.#used.set(key, this.#stored.get(key)!)
    const records = [...this.#used].sort(([a], [b]) => (a < b ? -1 : 1))
    const words = startWords + records.reduce((sum, [, { analysis }]) => sum + countWords(analysis!), 0)
    const { vocabulary, renumber } = listTerms(
      records.map(([, { numbers }]) => numbers!),
      this.numbering,
    )
    const pieces = new Pieces(write)
    pieces.add(Uint32Array.of(words * 4, byteOrder, vocabulary.length))
    for (const [key, { analysis, numbers }] of records)
      for (const part of listParts(key, analysis!, renumber(numbers!))) pieces.add(part)
    pieces.add(vocabulary)
    const rest: StoredJson = { results: records.map(([, { results }]) => results), comparison: this.#comparison }
    pieces.add(toPaddedJson(rest))
    pieces.end()
    this.#stored = new Map(
      records.map(([key, { analysis, results, numbers }]) => [key, new PostRecord(analysis, results, numbers)]),
    )
    this.#used = new Map()
    this.#isComparedAnew = false
  }

  /** The same at once. */
  toBytes(): Uint8Array {
    const pieces: Uint8Array[] = []
    this.write((piece) => pieces.push(piece.slice()))
    return new Uint8Array(Buffer.concat(pieces))
  }
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
    this.#write(endDigest(this.#digest))
  }

  #flush(): void {
    if (this.#length > 0) this.#send(this.#space.subarray(0, this.#length))
    this.#length = 0
  }

  #send(piece: Uint8Array): void {
    addWords(this.#digest, viewWords(piece, 0, piece.length / 4))
    this.#write(piece)
  }
}

const pieceBytes = 1 << 20

/** Results that most posts have: links, title without dates, key terms, follow-ups, similar posts. */
const resultsOfPost = 5

/** A copy where need be: a Buffer may be part of a larger one, and begin within a word of it. */
const toWholeWords = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes))

/** Tells damage, and takes a tenth of the time of a cryptographic hash. */
const startDigest = (): Signer => new Signer().addText(version)

function addWords(digest: Signer, words: Uint32Array): void {
  for (let at = 0; at < words.length; at++) digest.add(words[at]!)
}

const endDigest = ({ first, second }: Signer): Uint8Array => new Uint8Array(Uint32Array.of(first, second).buffer)

function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - digestLength
  if (end < startWords * 4 || end % 4 !== 0) return false
  if (viewWords(bytes, 0, startWords)[1] !== byteOrder) return false
  const digest = startDigest()
  addWords(digest, viewWords(bytes, 0, end / 4))
  return Buffer.compare(endDigest(digest), bytes.subarray(end)) === 0
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

/** What a record holds, in this order; all of it starts at a whole word. */
const wordLists = ({ shingles, fingerprints, terms }: PostAnalysis) => [shingles, fingerprints, terms]
/** They have one for each term, as the numbers of the terms have before them. */
const byteLists = ({ counts, roles }: PostAnalysis) => [counts, roles]

const wordsOfBytes = (length: number): number => Math.ceil(length / 4)

const countWords = (analysis: PostAnalysis): number =>
  headerWords +
  wordLists(analysis).reduce((sum, { length }) => sum + length, 0) +
  analysis.terms.length +
  2 * wordsOfBytes(analysis.terms.length)

const listParts = (
  key: string,
  analysis: PostAnalysis,
  numbers: Uint32Array,
): readonly (Uint32Array | Uint8Array)[] => [
  Buffer.from(key, 'latin1'),
  Uint32Array.from(wordLists(analysis), ({ length }) => length),
  ...wordLists(analysis),
  numbers,
  ...byteLists(analysis),
]

/** What is stored beside analyses. */
interface StoredJson {
  /** Of the records, in their order. */
  readonly results: readonly KeptResults[]
  readonly comparison?: ArchiveComparison | undefined
}

interface Content {
  readonly records: ReadonlyMap<string, PostRecord>
  /** Hashes of the terms, by number. */
  readonly vocabulary: Uint32Array
  readonly comparison?: ArchiveComparison | undefined
}

const nothing: Content = { records: new Map(), vocabulary: new Uint32Array() }

/** Analyses as views into the bytes. */
function readContent(bytes: Uint8Array): Content {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const [end = 0, , termCount = 0] = viewWords(bytes, 0, startWords)
  const json = text.toString('utf8', end + termCount * 4, bytes.length - digestLength)
  const { results, comparison }: StoredJson = JSON.parse(json)
  const records = new Map<string, PostRecord>()
  for (let offset = startWords * 4; offset < end; ) {
    const key = text.toString('latin1', offset, offset + keyLength)
    const { analysis, numbers, next } = readAnalysis(bytes, offset + keyLength)
    records.set(key, new PostRecord(analysis, results[records.size], numbers))
    offset = next
  }
  return { records, vocabulary: viewWords(bytes, end, termCount), comparison }
}

/** @returns The analysis, the numbers of its terms, and where the next record begins. */
function readAnalysis({ buffer, byteOffset }: Uint8Array, start: number) {
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
  const [shingles, fingerprints, terms] = [
    takeWords(shingleCount!),
    takeWords(fingerprintCount!),
    takeWords(termCount!),
  ]
  const numbers = takeWords(termCount!)
  const analysis: PostAnalysis = {
    shingles,
    fingerprints,
    terms,
    counts: takeBytes(termCount!),
    roles: takeBytes(termCount!),
  }
  return { analysis, numbers, next: at - byteOffset }
}
