import type { PostDate } from './post-date.ts'

export interface OrderedFacts {
  /** The orders that the stated dates agree with, newest first. */
  readonly sequences: readonly (readonly number[])[]
  /** Articles taken out of an order, for their stated dates contradict it: a sticky post, a post dated anew. */
  readonly misplaced: readonly number[]
}

/**
 * Orders of archives, made to agree with dates that are facts.
 *
 * The longest part of a sequence in which no stated date increases is believed; the few that stand outside of it keep
 * their dates, but bound no neighbour. A sequence whose dates rather increase is read from its end: some blogs put the
 * oldest post first.
 */
export function orderFacts(
  sequences: readonly (readonly number[])[],
  facts: readonly (PostDate | undefined)[],
): OrderedFacts {
  const misplaced = new Set<number>()
  const ordered = sequences.map((sequence) => {
    const down = findLongestFall(sequence, facts)
    const up = findLongestFall(sequence.toReversed(), facts)
    const isReversed = up.kept.length >= 3 && up.kept.length > 2 * down.kept.length
    const { kept, stated } = isReversed ? up : down
    const keptArticles = new Set(kept)
    const outside = new Set(stated.filter((article) => !keptArticles.has(article)))
    for (const article of outside) misplaced.add(article)
    return (isReversed ? sequence.toReversed() : sequence).filter((article) => !outside.has(article))
  })
  return { sequences: ordered, misplaced: [...misplaced].sort((a, b) => a - b) }
}

/** The longest run of stated dates that never increase (patience sorting, n log n). */
function findLongestFall(
  sequence: readonly number[],
  facts: readonly (PostDate | undefined)[],
): { readonly kept: readonly number[]; readonly stated: readonly number[] } {
  const dayOf = (article: number): string => facts[article]!.day
  const stated = sequence.filter((article) => facts[article]?.kind === 'stated')
  const tops: number[] = []
  const before = new Map<number, number | undefined>()
  for (const article of stated) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (dayOf(tops[middle]!) >= dayOf(article)) low = middle + 1
      else high = middle
    }
    before.set(article, tops[low - 1])
    tops[low] = article
  }
  const kept: number[] = []
  for (let article = tops.at(-1); article !== undefined; article = before.get(article)) kept.push(article)
  return { kept: kept.reverse(), stated }
}
