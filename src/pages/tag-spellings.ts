import { compareCodePoints } from '../markup/compare.ts'
import type { Post } from '../posts/post.ts'
import { foldTagName } from './tag-index.ts'

/** A name of a tag as posts write it. */
export interface TagSpelling {
  readonly name: string
  /** How many posts write it so. */
  readonly posts: number
}

/**
 * Names that differ by no more than case, accents, spaces or hyphens, and so are one tag: `open source` and `opensource`.
 *
 * @returns Of each tag with several spellings these, the most used first; that is the name that readers see.
 */
export function findSpellings(posts: readonly Post[]): readonly (readonly TagSpelling[])[] {
  const countsByKey = new Map<string, Map<string, number>>()
  for (const { tags } of posts) {
    for (const name of new Set(tags)) {
      const key = foldTagName(name)
      const counts = countsByKey.get(key) ?? new Map<string, number>()
      countsByKey.set(key, counts.set(name, (counts.get(name) ?? 0) + 1))
    }
  }
  return Array.from(countsByKey)
    .filter(([, counts]) => counts.size > 1)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([, counts]) =>
      Array.from(counts, ([name, count]) => ({ name, posts: count })).sort(
        (a, b) => b.posts - a.posts || compareCodePoints(a.name, b.name),
      ),
    )
}
