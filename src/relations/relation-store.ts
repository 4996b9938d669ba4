import type { PostAnalysis } from './analyse-post.ts'
import type { ArchiveComparison } from './archive-change.ts'
import { HashNumbering } from './hash-numbering.ts'
import { packAnalyses } from './packed-analyses.ts'
import { PostRecord, type RelationCache } from './relation-cache.ts'
import { type RelationPlaces, readContent, writeContent } from './relation-file.ts'
import type { TextPlaces } from './stored-texts.ts'

/** Results that most posts have: links, title without dates, key terms, follow-ups, similar posts. */
const resultsOfPost = 5

/** Where more of a hundred results, or texts, are new, they are worth a file of many megabytes. */
const mostPercentAdded = 2

/** Texts of a hundred that nobody asks for any more and that may stay in the file. */
const mostPercentLeft = 10

/**
 * What was found out about texts, and about the archive as a whole, as bytes for two files that outlive a run: one with texts, and one with
 * those that few edits have added since, and with the archive. Whatever is wrong with the bytes (cut short, changed, of another version), they
 * count for nothing, and all is made again. Neither depends on the other: what is known of a text is known by all of the text.
 */
export class RelationStore implements RelationCache {
  readonly numbering: HashNumbering
  #stored: ReadonlyMap<string, PostRecord>
  /** Keys of those that the first file doesn't have as they are. */
  #added: ReadonlySet<string>
  #used = new Map<string, PostRecord>()
  #comparison: ArchiveComparison | undefined
  #isComparedAnew = false
  #places: RelationPlaces

  /**
   * @param texts - From `writeTexts` of an earlier run.
   * @param added - From `writeAdded` of that run, or of a later one.
   */
  constructor(texts?: Uint8Array, added?: Uint8Array) {
    const content = texts && readContent(texts)
    const addition = added && readContent(added)
    const vocabulary = content?.vocabulary ?? new Uint32Array()
    this.numbering = HashNumbering.of(vocabulary, vocabulary.length * 2)
    const stored = new Map(content?.records)
    for (const [key, record] of addition?.records ?? []) {
      // They are others than those of the first file.
      record.numbers = undefined
      stored.set(key, record)
    }
    this.#stored = stored
    this.#added = new Set(addition?.records.keys())
    this.#comparison = addition?.comparison
    this.#places = { offsets: content?.offsets ?? new Map(), vocabulary }
  }

  /**
   * Where analyses are.
   *
   * @param keys - Of the texts, by place of the post.
   * @param vocabulary - Hashes of all terms of these, by number.
   */
  placesOf(keys: readonly string[], vocabulary: Uint32Array): TextPlaces {
    const { offsets, vocabulary: ofFile } = this.#places
    const numbering = HashNumbering.of(vocabulary)
    const others = [...keys.keys()].filter((place) => !offsets.has(keys[place]!))
    return {
      offsets: Float64Array.from(keys, (key) => offsets.get(key) ?? 0),
      termsOfFile: ofFile.map((hash) => numbering.find(hash)),
      others: Uint32Array.from(others),
      otherAnalyses: packAnalyses(others.map((place) => this.findAnalysis(keys[place]!)!)),
    }
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

  keepComparison(made: ArchiveComparison, isAnew: boolean): void {
    this.#comparison = made
    this.#isComparedAnew ||= isAnew
  }

  /** By how much this run goes beyond what is stored: many changes are worth both files, few the second one. */
  get changes(): 'none' | 'few' | 'many' {
    const records = [...this.#used]
    const added = this.#listAdded().length
    const left = records.length === 0 ? 0 : this.#stored.size - records.filter(([key]) => this.#stored.has(key)).length
    const newResults = records.reduce((sum, [, { newCount }]) => sum + newCount, 0)
    const isMany = (count: number, percent: number, of: number) => count * 100 > percent * of
    if (
      this.#isComparedAnew ||
      isMany(newResults, mostPercentAdded, records.length * resultsOfPost) ||
      isMany(added, mostPercentAdded, records.length) ||
      isMany(left, mostPercentLeft, records.length)
    )
      return 'many'
    return newResults > 0 ? 'few' : 'none'
  }

  /**
   * Gives what was asked for since the last time, or since the start, as bytes for the first file, one piece after another; what is known
   * of texts that changed or went is left out.
   *
   * @param write - The piece is filled anew afterwards.
   */
  writeTexts(write: (piece: Uint8Array) => void): void {
    const records = new Map([...this.#used].sort(byKey))
    this.#places = writeContent({ records, comparison: undefined }, this.numbering, write)
    this.#stored = new Map(
      Array.from(records, ([key, { analysis, results, numbers }]) => [key, new PostRecord(analysis, results, numbers)]),
    )
    this.#added = new Set()
    this.#used = new Map()
    this.#isComparedAnew = false
  }

  /** The same for the second file: what the first one doesn't have. */
  writeAdded(write: (piece: Uint8Array) => void): void {
    const records = new Map([...this.#listAdded()].sort(byKey))
    writeContent({ records, comparison: this.#comparison }, this.numbering, write)
    const written = Array.from(records, ([key, { analysis, results, numbers }]) => {
      return [key, new PostRecord(analysis, results, numbers)] as const
    })
    // Those of the first file stay, whether they were asked for or not; of the second one, what nobody asked for is gone.
    this.#stored = new Map([...[...this.#stored].filter(([key]) => !this.#added.has(key)), ...written])
    this.#added = new Set(records.keys())
    this.#used = new Map()
  }

  #listAdded(): readonly (readonly [string, PostRecord])[] {
    return [...this.#used].filter(([key, { newCount }]) => newCount > 0 || this.#added.has(key))
  }
}

const byKey = ([a]: readonly [string, PostRecord], [b]: readonly [string, PostRecord]): number => (a < b ? -1 : 1)
