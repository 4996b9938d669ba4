import { HashNumbering } from './hash-numbering.ts'

/**
 * Of each set of hashes those that another set has too. Nearly all fingerprints of an archive are of one post alone: two passes over a
 * table of bits leave those out, and only the rest is counted, in a tenth of the time and memory that counting all takes.
 *
 * @param sets - Each hash once in a set.
 */
export function findRepeated(sets: readonly Uint32Array[]): readonly (readonly number[])[] {
  const likely = findLikelyRepeated(sets)
  const numbering = new HashNumbering(1024)
  const counts: number[] = []
  for (const hashes of likely) {
    for (let at = 0; at < hashes.length; at++) {
      const number = numbering.numberOf(hashes[at]!)
      counts[number] = (counts[number] ?? 0) + 1
    }
  }
  return likely.map((hashes) => hashes.filter((hash) => counts[numbering.find(hash)]! > 1))
}

/** Bits of the table for each hash: of the hashes that no other set has, one in sixteen is kept by chance. */
const bitsOfHash = 16

function findLikelyRepeated(sets: readonly Uint32Array[]): readonly (readonly number[])[] {
  const total = sets.reduce((sum, { length }) => sum + length, 0)
  const size = 2 ** Math.min(32, Math.max(10, Math.ceil(Math.log2(total * bitsOfHash))))
  const once = new Uint32Array(size / 32)
  const twice = new Uint32Array(size / 32)
  const wordMask = size / 32 - 1
  for (const hashes of sets) {
    for (let at = 0; at < hashes.length; at++) {
      const word = (hashes[at]! >>> 5) & wordMask
      const bit = 1 << (hashes[at]! & 31)
      twice[word]! |= once[word]! & bit
      once[word]! |= bit
    }
  }
  return sets.map((hashes) => keep(hashes, (hash) => (twice[(hash >>> 5) & wordMask]! & (1 << (hash & 31))) !== 0))
}

/** Few are kept of many, so a list that grows beats `filter` of typed arrays. */
function keep(hashes: Uint32Array, isKept: (hash: number) => boolean): readonly number[] {
  const kept: number[] = []
  for (let at = 0; at < hashes.length; at++) if (isKept(hashes[at]!)) kept.push(hashes[at]!)
  return kept
}
