import { createHash, type Hash } from 'node:crypto'
import type { ArchiveComparison } from './archive-change.ts'
import type { HashNumbering } from './hash-numbering.ts'
import { type KeptResults, PostRecord } from './relation-cache.ts'
import { countRecordWords, listRecordParts, readRecord } from './stored-analysis.ts'
import { viewWords, WordPieces } from './word-pieces.ts'

/**
 * Of the format and of what is in it: to be raised when `analysePost`, `findCandidatePairs`, `findBoilerplate` or any later step that
 * keeps results gives something else for the same posts. Letters depend on the edition of Unicode that Node has, names of months on its
 * locale data, and the last digits of logarithms on its engine.
 */
const version: string = [8, process.versions.unicode, process.versions.icu, process.versions.v8].join(' ')

/** Where the bytes have what they hold. */
export interface RelationPlaces {
  /** By key of the analysis: where its record begins. */
  readonly offsets: ReadonlyMap<string, number>
  /** Hashes of the terms, by the numbers that records have. */
  readonly vocabulary: Uint32Array
}

/** What the bytes hold: records of analyses, then hashes of their terms, then as JSON what was found out by them; and a digest of it all. */
export interface RelationContent extends RelationPlaces {
  /** By key of the analysis. */
  readonly records: ReadonlyMap<string, PostRecord>
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
export const startWords = 3
export const byteOrder = 0x7a21_0001

/**
 * @param numbering - Of the records' terms.
 * @param write - Takes one piece after another; each is filled anew afterwards.
 * @returns Where it is then.
 */
export function writeContent(
  { records, comparison }: Pick<RelationContent, 'records' | 'comparison'>,
  numbering: HashNumbering,
  write: (piece: Uint8Array) => void,
): RelationPlaces {
  const { vocabulary, renumber } = listTerms(
    Array.from(records.values(), ({ numbers }) => numbers!),
    numbering,
  )
  const offsets = new Map<string, number>()
  let end = startWords * 4
  for (const [key, { analysis }] of records) {
    offsets.set(key, end)
    end += countRecordWords(analysis!) * 4
  }
  const json: StoredJson = { results: Array.from(records.values(), ({ results }) => results), comparison }
  const pieces = new WordPieces(startDigest(), write)
  pieces.add(Uint32Array.of(end, byteOrder, vocabulary.length))
  for (const [key, { analysis, numbers }] of records)
    for (const part of listRecordParts(key, analysis!, renumber(numbers!))) pieces.add(part)
  pieces.add(vocabulary)
  pieces.add(toPaddedJson(json))
  pieces.end()
  return { offsets, vocabulary }
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
  const offsets = new Map<string, number>()
  for (let offset = startWords * 4; offset < end; ) {
    const { key, analysis, next } = readRecord(whole, offset, vocabulary)
    records.set(key, new PostRecord(analysis, results[records.size], analysis.numbers))
    offsets.set(key, offset)
    offset = next
  }
  return { records, offsets, vocabulary, comparison }
}

/** For damage, not for attacks; the fastest of those that every Node has. */
const startDigest = (): Hash => createHash('sha1').update(version)

const bytesOfDigest = 20

/** A copy where need be: a Buffer may be part of a larger one, and begin within a word of it. */
const toWholeWords = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes))

function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - bytesOfDigest
  if (end < startWords * 4 || end % 4 !== 0) return false
  if (viewWords(bytes, 0, startWords)[1] !== byteOrder) return false
  const digest = startDigest().update(bytes.subarray(0, end)).digest()
  return Buffer.compare(digest, bytes.subarray(end)) === 0
}

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
