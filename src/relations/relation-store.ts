import type { PostAnalysis } from './analyse-post.ts'
import type { ArchiveComparison } from './archive-change.ts'
import { HashNumbering } from './hash-numbering.ts'
import { PostRecord, type RelationCache } from './relation-cache.ts'
import { readContent, writeContent } from './relation-file.ts'

/** Results that most posts have: links, title without dates, key terms, follow-ups, similar posts. */
const resultsOfPost = 5

/** New results of a hundred that are not worth a file of many megabytes: to make them again takes less long. */
const percentMadeAgain = 1

/** Posts of a hundred that nobody asks for any more and that may stay in the file. */
const percentLeft = 10

/**
 * What was found out about posts, and about the archive as a whole, as bytes for a file that outlives a run. Whatever is wrong with the bytes (cut
 * short, changed, of another version), they count for nothing, and all is made again.
 */
export class RelationStore implements RelationCache {
  readonly numbering: HashNumbering
  #stored: ReadonlyMap<string, PostRecord>
  #used = new Map<string, PostRecord>()
  #comparison: ArchiveComparison | undefined
  #isComparedAnew = false

  /** @param bytes - From `toBytes` of an earlier run. */
  constructor(bytes?: Uint8Array) {
    const content = bytes && readContent(bytes)
    const { records = new Map<string, PostRecord>(), vocabulary = new Uint32Array(), comparison } = content ?? {}
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
   * that changed or went is left out, unless the archive was last compared with them.
   *
   * @param write - The piece is filled anew afterwards.
   */
  write(write: (piece: Uint8Array) => void): void {
    for (const { key } of this.#comparison?.posts ?? [])
      if (!this.#used.has(key)) this.#used.set(key, this.#stored.get(key)!)
    const records = new Map([...this.#used].sort(([a], [b]) => (a < b ? -1 : 1)))
    writeContent({ records, comparison: this.#comparison }, this.numbering, write)
    this.#stored = new Map(
      Array.from(records, ([key, { analysis, results, numbers }]) => [key, new PostRecord(analysis, results, numbers)]),
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
