import type { Html } from '../markup/html.ts'
import { type CommentsView, toCommentsView } from './comments-view.ts'
import { type DateView, toDateView } from './date-view.ts'
import { toDayOfMoment } from './day-of-moment.ts'
import { toForeignLanguage, toPostLink } from './list-view.ts'
import { type LinkView, type PageFrame, toPageFrame } from './page-frame.ts'
import type { PostPlan } from './plan-pages.ts'
import { type SimilarView, toSimilarViews } from './similar-view.ts'
import type { SiteModel } from './site-model.ts'
import { type StoryView, toStoryView } from './story-view.ts'
import { tagPath } from './urls.ts'
import { type CopyView, toCopyView, toVersionsView, type VersionsView } from './versions-view.ts'

export interface PostPageView {
  readonly frame: PageFrame
  readonly title: string
  readonly lang?: string | undefined
  readonly date: DateView
  readonly updated?: DateView | undefined
  readonly author?: string | undefined
  readonly tags: readonly LinkView[]
  readonly body: Html
  readonly isTruncated: boolean
  /** Address on the old blog. */
  readonly source?: string | undefined
  /** Where this post is a copy: its canonical version, and what differs. */
  readonly copy?: CopyView | undefined
  /** Where this post has copies: all versions. */
  readonly versions?: VersionsView | undefined
  readonly story?: StoryView | undefined
  readonly similar: readonly SimilarView[]
  readonly comments?: CommentsView | undefined
  readonly newer?: LinkView | undefined
  readonly older?: LinkView | undefined
}

export function toPostPage(model: SiteModel, { path, post, newer, older }: PostPlan): PostPageView {
  const relations = model.relations.of(post)
  return {
    frame: toPageFrame(model, {
      path,
      title: post.title,
      description: model.excerptOf(post),
      article: {
        language: post.lang,
        published: model.dateOf(post).datetime,
        author: post.author ?? model.author,
        tags: model.tags.tagsOf(post).map(({ name }) => name),
      },
      image: model.shareImages?.ofPost(post),
      canonicalPath: relations.canonical && model.pathOf(relations.canonical.post),
    }),
    title: post.title,
    lang: toForeignLanguage(model, post),
    date: model.dateOf(post),
    updated: toUpdatedView(model, post.updated),
    author: post.author ?? model.author,
    tags: model.tags.tagsOf(post).map(({ name, slug }) => ({ text: name, href: model.urls.href(tagPath(slug)) })),
    body: model.renderBody(post),
    isTruncated: post.isTruncated,
    source: post.source?.url !== undefined && /^https?:\/\//i.test(post.source.url) ? post.source.url : undefined,
    copy: toCopyView(model, post),
    versions: toVersionsView(model, post),
    story: toStoryView(model, post),
    similar: toSimilarViews(model, post),
    comments: toCommentsView(model, post),
    newer: newer && toPostLink(model, newer),
    older: older && toPostLink(model, older),
  }
}

function toUpdatedView({ messages, timeZone }: SiteModel, updated: string | undefined): DateView | undefined {
  if (updated === undefined) return undefined
  const day = toDayOfMoment(updated, timeZone)
  return day && toDateView({ kind: 'stated', day }, messages.dates)
}
