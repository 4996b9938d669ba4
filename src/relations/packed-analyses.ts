import type { PostAnalysis } from './analyse-post.ts'

/** Analyses on their way to another thread: three lists, of which the memory is handed over. */
export interface PackedAnalyses {
  /** Of each text's shingles, fingerprints and terms. */
  readonly lengths: Uint32Array<ArrayBuffer>
  readonly words: Uint32Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
}

export function packAnalyses(analyses: readonly PostAnalysis[]): PackedAnalyses {
  const wordLists = analyses.flatMap(({ shingles, fingerprints, terms }) => [shingles, fingerprints, terms])
  const byteLists = analyses.flatMap(({ counts, roles }) => [counts, roles])
  const words = new Uint32Array(sumLengths(wordLists))
  const bytes = new Uint8Array(sumLengths(byteLists))
  putTogether(wordLists, words)
  putTogether(byteLists, bytes)
  return { lengths: Uint32Array.from(wordLists, ({ length }) => length), words, bytes }
}

const sumLengths = (lists: readonly { readonly length: number }[]): number =>
  lists.reduce((sum, { length }) => sum + length, 0)

function putTogether<List extends Uint32Array | Uint8Array>(lists: readonly List[], target: List): void {
  let end = 0
  for (const list of lists) {
    target.set(list, end)
    end += list.length
  }
}

/** Views into what was packed. */
export function unpackAnalyses({ lengths, words, bytes }: PackedAnalyses): readonly PostAnalysis[] {
  const takeWords = createTaker(words)
  const takeBytes = createTaker(bytes)
  return Array.from({ length: lengths.length / 3 }, (_, at) => {
    const [shingles, fingerprints, terms] = lengths.subarray(at * 3, at * 3 + 3)
    return {
      shingles: takeWords(shingles!),
      fingerprints: takeWords(fingerprints!),
      terms: takeWords(terms!),
      counts: takeBytes(terms!),
      roles: takeBytes(terms!),
    }
  })
}

/** Gives one part of a list after another. */
function createTaker<List extends Uint32Array | Uint8Array>(list: List): (length: number) => List {
  let end = 0
  return (length) => {
    end += length
    return list.subarray(end - length, end) as List
  }
}
