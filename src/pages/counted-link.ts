import type { LinkView } from './page-frame.ts'
import type { SiteModel } from './site-model.ts'
import type { Tag } from './tag-index.ts'
import { tagPath } from './urls.ts'

/** A link to a list of posts, with how many they are. */
export interface CountedLink extends LinkView {
  readonly count: string
  /** The count as a sentence, for those who hear it. */
  readonly countText: string
}

export const toCountedLink = ({ messages }: SiteModel, link: LinkView, count: number): CountedLink => ({
  ...link,
  count: messages.formatNumber(count),
  countText: messages.postCount(count),
})

/** @param count - Of posts, where not all of the tag's are meant. */
export const toTagLink = (model: SiteModel, { name, slug, posts }: Tag, count: number = posts.length): CountedLink =>
  toCountedLink(model, { text: name, href: model.urls.href(tagPath(slug)) }, count)
