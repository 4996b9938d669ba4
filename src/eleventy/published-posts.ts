import type { ResolvedOptions } from '../options.ts'
import { withoutFuturePosts } from '../posts/future-posts.ts'
import type { Post } from '../posts/post.ts'
import { withoutRelationsTo } from '../posts/relations-to.ts'
import { readBuildTime } from './build-time.ts'

/** Without drafts and, where they wait, posts dated in the future; nothing is said of relations to those. */
export function listPublished(posts: readonly Post[], { futurePosts, site }: ResolvedOptions): readonly Post[] {
  const finished = posts.filter(({ isDraft }) => !isDraft)
  const published =
    futurePosts === 'show'
      ? finished
      : withoutFuturePosts(finished, { now: readBuildTime(process.env), timeZone: site.timeZone })
  const hidden = new Set(posts.map(({ slug }) => slug))
  for (const { slug } of published) hidden.delete(slug)
  return withoutRelationsTo(published, hidden)
}
