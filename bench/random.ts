/** Numbers that look random and are the same on every machine (mulberry32). */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T
}

/** @param seed - Any 32-bit whole number. The same seed gives the same numbers. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: (list) => list[below(list.length)]! }
}

/**
 * Ranks by Zipf's law: rank 0 is drawn about twice as often as rank 1, as words and tags are used.
 *
 * @param size - How many ranks there are.
 */
export function createZipf(size: number): (random: Random) => number {
  const cumulative = new Float64Array(size)
  let total = 0
  for (let rank = 0; rank < size; rank++) {
    total += 1 / (rank + 1)
    cumulative[rank] = total
  }
  return (random) => {
    const wanted = random.next() * total
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (cumulative[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
