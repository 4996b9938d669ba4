import type { Post } from '../posts/post.ts'
import { postsOfYear } from './date-archives.ts'
import type { SiteModel } from './site-model.ts'
import type { UrlPath } from './urls.ts'

/** What a search finds: a post, with what its result shows and what it can be narrowed down by. */
export interface SearchRecord {
  /** From the site's root, without its path prefix. */
  readonly path: UrlPath
  /** BCP 47: words are compared as this language inflects them. */
  readonly language: string
  readonly title: string
  readonly text: string
  /** In words, no finer than it is known. */
  readonly date: string
  /** The date is not certain. */
  readonly isEstimate: boolean
  readonly tags: readonly string[]
  /** `2023`; absent where it is not known. */
  readonly year?: string | undefined
}

/** One for each post that stands in lists, newest first: a copy would be found beside the version that readers should get. */
export function toSearchRecords(model: SiteModel): readonly SearchRecord[] {
  const years = new Map(
    model.archives.years.flatMap((year) => postsOfYear(year).map(({ id }) => [id, year.year] as const)),
  )
  return model.listedPosts.map((post: Post) => ({
    path: model.pathOf(post),
    language: post.lang,
    title: post.title,
    text: model.plainTextOf(post),
    date: model.dateOf(post).text,
    isEstimate: model.dateOf(post).isEstimate,
    tags: model.tags.tagsOf(post).map(({ name }) => name),
    year: years.get(post.id),
  }))
}
