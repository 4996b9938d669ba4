import type { SiteModel } from '../pages/site-model.ts'
import type { Post } from '../posts/post.ts'
import type { EntryDates } from './entry-dates.ts'

/**
 * The oldest post with the very text of this one: itself, where no copy is identical.
 *
 * A version without a date may be the oldest, but nothing says so: it counts only where no version has one.
 */
export function findFirstVersion(model: SiteModel, post: Post, datesOf: (post: Post) => EntryDates): Post {
  const { copies } = model.relations.of(post)
  if (copies.length === 0) return post
  const identical = copies.filter(({ change }) => change === 'identical')
  const timeOf = (version: Post) => datesOf(version).published?.getTime() ?? Number.POSITIVE_INFINITY
  return identical.reduce((first, { post: copy }) => (timeOf(copy) < timeOf(first) ? copy : first), post)
}
