import type { Post } from '../posts/post.ts'
import type { DateView } from './date-view.ts'
import { toPostLink } from './list-view.ts'
import type { LinkView } from './page-frame.ts'
import type { SiteModel } from './site-model.ts'

export interface SimilarView {
  readonly link: LinkView
  readonly date: DateView
  /** What the two posts share, the most telling first. */
  readonly terms: readonly string[]
}

export const toSimilarViews = (model: SiteModel, post: Post): readonly SimilarView[] =>
  model.relations.of(post).similar.map(({ post: other, terms }) => ({
    link: toPostLink(model, other),
    date: model.dateOf(other),
    terms,
  }))
