import { DateTime } from 'luxon'
import type { Post } from './post.ts'

/**
 * Leaves out the posts that are dated in the future: by the instant where the source or the owner gives one, else by the
 * day, which begins at midnight in the site's time zone.
 */
export function withoutFuturePosts(
  posts: readonly Post[],
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): readonly Post[] {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).toISODate()
  return posts.filter(({ date }) => {
    if (date === undefined || today === null) return true
    const instant = date.kind === 'stated' ? date.instant : undefined
    return instant === undefined ? date.day <= today : DateTime.fromISO(instant) <= DateTime.fromJSDate(now)
  })
}
