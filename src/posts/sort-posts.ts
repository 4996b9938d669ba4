import { compareCodePoints } from '../markup/compare.ts'
import type { Post } from './post.ts'

/**
 * Newest first, in a total order: day, then instant, then the archive's own order, then id. Posts without an estimate
 * come last, in the archive's order.
 */
export function byNewest(a: Post, b: Post): number {
  return (
    compareCodePoints(timeKey(b), timeKey(a)) ||
    compareCodePoints(a.source?.file ?? '', b.source?.file ?? '') ||
    (a.source?.position ?? 0) - (b.source?.position ?? 0) ||
    compareCodePoints(a.id, b.id)
  )
}

/** The same for many: their times are looked at once. */
export function sortByNewest(posts: readonly Post[]): readonly Post[] {
  const timed = posts.map((post) => ({ post, time: timeKey(post) }))
  return timed.sort((a, b) => compareCodePoints(b.time, a.time) || byNewest(a.post, b.post)).map(({ post }) => post)
}

const timeKey = ({ date }: Post): string => {
  if (date === undefined || date.kind === 'bounded') return ''
  return date.kind === 'stated' ? `${date.day} ${date.instant ?? ''}` : date.day
}
