import type { PostAnalysis } from './analyse-post.ts'
import type { ArchiveComparison } from './archive-change.ts'
import type { HashNumbering } from './hash-numbering.ts'
import { type Signature, Signer } from './signature.ts'

/** Keeps between runs what was found out. May forget any of it at any time: what it does not have is made again. */
export interface RelationCache {
  /** The record of a text, an empty one where there is none. */
  readonly recordOf: (key: string) => PostRecord
  /** Of the terms of all texts that it has records of. */
  readonly numbering: HashNumbering
  /** Of a text that nobody need ask for any more. */
  readonly findAnalysis: (key: string) => PostAnalysis | undefined
  /** What the last run found out about the archive as a whole. */
  readonly comparison: ArchiveComparison | undefined
  /** @param isAnew - Nothing of it was known. */
  readonly keepComparison: (made: ArchiveComparison, isAnew: boolean) => void
}

/** A result, by the signature of all that it was made of; both halves first, so that it is JSON. */
export type KeptResult = readonly [first: number, second: number, result: unknown]

/** By the name of the step that made it. */
export type KeptResults = { readonly [step: string]: KeptResult }

/** What is known about one text: its analysis, and the last result of each step that begins with it. */
export class PostRecord {
  analysis: PostAnalysis | undefined
  /** Of the terms of the analysis, beside these; they hold as long as the cache. */
  numbers: Uint32Array | undefined
  readonly #earlier: KeptResults
  readonly #asked: { [step: string]: KeptResult } = {}
  /** Results that were made in this run. */
  newCount = 0

  constructor(analysis?: PostAnalysis, results: KeptResults = {}, numbers?: Uint32Array) {
    this.analysis = analysis
    this.numbers = numbers
    this.#earlier = results
  }

  /** Those that this run asked for. */
  get results(): KeptResults {
    return this.#asked
  }

  /** The result that an earlier run made of the same; else it is made, and kept. */
  recall(step: string, { first, second }: Signature, make: () => unknown): unknown {
    const known = this.#asked[step] ?? this.#earlier[step]
    if (known !== undefined && known[0] === first && known[1] === second) {
      this.#asked[step] = known
      return known[2]
    }
    const result = make()
    this.#asked[step] = [first, second, result]
    this.newCount++
    return result
  }
}

/**
 * Finds results of earlier runs again by what they are made of: not by when, or in which archive. A step of which all that
 * goes in is the same gives the same; so nothing ever has to be declared out of date.
 */
export interface Memory {
  /**
   * @param post - Place of the post that the step begins with.
   * @param step - Another name for each kind of result.
   * @param sign - Signs all that `make` reads; only the title and body of `post` may be left out. Not called where there is no cache.
   * @param make - Gives something that JSON keeps as it is.
   */
  readonly recall: <Result>(post: number, step: string, sign: (signer: Signer) => void, make: () => Result) => Result
}

/** Signs a result that follows from the title and body of its post alone. */
export const bySelf = (): void => undefined

export const noMemory: Memory = { recall: (_post, _step, _sign, make) => make() }

/** @param records - By place. */
export function toMemory(records: readonly PostRecord[]): Memory {
  return {
    recall<Result>(post: number, step: string, sign: (signer: Signer) => void, make: () => Result): Result {
      const signer = new Signer()
      sign(signer)
      // The step's own result, whether it was made now or earlier.
      return records[post]!.recall(step, signer, make) as Result
    },
  }
}
