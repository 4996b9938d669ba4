import { once } from '../once.ts'
import { groupBy } from './group-by.ts'
import type { Holders, KnownTexts, NumberedAnalysis, WantedParts } from './known-articles.ts'
import { type PackedAnalyses, unpackAnalyses } from './packed-analyses.ts'
import { byteOrder, startWords } from './relation-file.ts'
import { readRecord, recordHeadBytes, type ScannedRecord, scanRecord } from './stored-analysis.ts'
import { viewWords } from './word-pieces.ts'

/** Where analyses of texts are: in a file of `RelationStore`, or here. */
export interface TextPlaces {
  /** By place of the post: where its record begins in the file; 0 where it is not there. */
  readonly offsets: Float64Array
  /** By number of a term in the file: its number in the archive's vocabulary. */
  readonly termsOfFile: Uint32Array
  /** Places of the posts that are not in the file, and their analyses. */
  readonly others: Uint32Array
  readonly otherAnalyses: PackedAnalyses
}

/** Fills some bytes with what a file has from an offset on. @returns How many there were. */
export type ReadAt = (offset: number, bytes: Uint8Array) => number

/**
 * Texts of which each is read when it is asked for. To look through all of them, the file goes through one piece of memory: to get new memory for
 * all of it takes longer than to read it.
 */
export class StoredTexts implements KnownTexts {
  readonly #places: TextPlaces
  /** Hashes, by number of a term in the file. */
  readonly #vocabulary: () => Uint32Array
  readonly #readAt: ReadAt
  readonly #others: ReadonlyMap<number, NumberedAnalysis>

  /**
   * @param vocabulary - Of the archive.
   * @param numberOf - Finds a term in it by its hash.
   */
  constructor(places: TextPlaces, vocabulary: Uint32Array, numberOf: (hash: number) => number, readAt: ReadAt) {
    this.#places = places
    this.#vocabulary = once(() => places.termsOfFile.map((term) => vocabulary[term]!))
    this.#readAt = readAt
    const analyses = unpackAnalyses(places.otherAnalyses)
    this.#others = new Map(
      Array.from(places.others, (place, at) => [
        place,
        { analysis: analyses[at]!, numbers: analyses[at]!.terms.map(numberOf) },
      ]),
    )
  }

  /** @throws {RangeError} Where the file has something else there. */
  analysisAt(place: number): NumberedAnalysis {
    const other = this.#others.get(place)
    if (other !== undefined) return other
    const offset = this.#places.offsets[place]!
    const head = this.#read(offset, recordHeadBytes)
    const bytes = this.#read(offset, scanRecord(viewWords(head, 0, recordHeadBytes / 4), 0).words * 4)
    const { analysis } = readRecord(bytes, 0, this.#vocabulary())
    return { analysis, numbers: analysis.numbers.map((number) => this.#places.termsOfFile[number]!) }
  }

  findHolders({ fingerprints, shingles, isTerm }: WantedParts): Holders {
    const [ofFingerprints, ofShingles] = [new HashHolders(fingerprints), new HashHolders(shingles)]
    const ofTerms: number[] = []
    const lookAtTerms = (place: number, numbers: Uint32Array, start: number, end: number, isWanted: Uint8Array) => {
      let at = start
      while (at < end && isWanted[numbers[at]!] !== 1) at++
      if (at < end) ofTerms.push(place)
    }
    for (const [place, { analysis, numbers }] of this.#others) {
      ofFingerprints.look(place, analysis.fingerprints, 0, analysis.fingerprints.length)
      ofShingles.look(place, analysis.shingles, 0, analysis.shingles.length)
      lookAtTerms(place, numbers, 0, numbers.length, isTerm)
    }
    const isTermInFile = Uint8Array.from(this.#places.termsOfFile, (term) => isTerm[term]!)
    this.#scan((place, words, record) => {
      ofShingles.look(place, words, record.shingles, record.fingerprints)
      ofFingerprints.look(place, words, record.fingerprints, record.numbers)
      lookAtTerms(place, words, record.numbers, record.numbersEnd, isTermInFile)
    })
    return { byFingerprint: ofFingerprints.places, byShingle: ofShingles.places, ofTerms }
  }

  /** Goes through the records of the file that are of posts. */
  #scan(visit: (place: number, words: Uint32Array, record: ScannedRecord) => void): void {
    // Equal texts have one record.
    const placesAt = groupBy(this.#places.offsets.keys(), (place) => this.#places.offsets[place]!)
    const [end = 0, order] = viewWords(this.#read(0, startWords * 4), 0, startWords)
    if (order !== byteOrder) throw new RangeError('a file of another machine')
    let words = new Uint32Array(pieceWords)
    for (let offset = startWords * 4; offset < end; ) {
      const bytes = new Uint8Array(words.buffer, 0, Math.min(words.length * 4, end - offset))
      const wordCount = Math.floor(this.#readAt(offset, bytes) / 4)
      let done = 0
      while (done + recordHeadBytes / 4 <= wordCount) {
        const record = scanRecord(words, done)
        if (done + record.words > wordCount) break
        for (const place of placesAt.get(offset + done * 4) ?? []) visit(place, words, record)
        done += record.words
      }
      if (done === 0 && bytes.length < words.length * 4) throw new RangeError('a file that is cut')
      // A record that is larger than the piece.
      if (done === 0) words = new Uint32Array(words.length * 2)
      offset += done * 4
    }
  }

  #read(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length)
    if (this.#readAt(offset, bytes) !== length) throw new RangeError('a file that is cut')
    return bytes
  }
}

const pieceWords = 2 ** 18

/** Which texts have some hashes. Nearly none of millions is wanted, and most are told by their last bits. */
class HashHolders {
  readonly places: ReadonlyMap<number, number[]>
  readonly #lastBits = new Uint8Array(2 ** 16)

  constructor(hashes: ReadonlySet<number>) {
    this.places = new Map(Array.from(hashes, (hash) => [hash, []]))
    for (const hash of hashes) this.#lastBits[hash & 0xffff] = 1
  }

  look(place: number, hashes: Uint32Array, start: number, end: number): void {
    if (this.places.size === 0) return
    for (let at = start; at < end; at++)
      if (this.#lastBits[hashes[at]! & 0xffff] === 1) this.places.get(hashes[at]!)?.push(place)
  }
}
