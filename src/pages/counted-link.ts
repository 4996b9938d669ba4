import type { LinkView } from './page-frame.ts'
import type { SiteModel } from './site-model.ts'

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
