import type { Html } from '../markup/html.ts'
import { type CommentsView, toCommentsView } from './comments-view.ts'
import { type ContentsEntry, toContents } from './contents-view.ts'
import { type DateView, toDateView } from './date-view.ts'
import { toDayOfMoment } from './day-of-moment.ts'
import { anchorHeadings } from './heading-anchors.ts'
import { toForeignLanguage, toPostLink } from './list-view.ts'
import type { LinkView, PageFrame } from './page-frame.ts'
import type { PostPlan } from './plan-pages.ts'
import { type SimilarView, toSimilarViews } from './similar-view.ts'
import type { SiteModel } from './site-model.ts'
import { type StoryView, toStoryView } from './story-view.ts'
import { readingMinutesOf } from './text-facts.ts'
import { tagPath } from './urls.ts'
import { type CopyView, toCopyView, toVersionsView, type VersionsView } from './versions-view.ts'

export interface PostPageView {
  readonly frame: PageFrame
  readonly title: string
  readonly lang?: string | undefined
  readonly date: DateView
  readonly updated?: DateView | undefined
  readonly author?: string | undefined
  /** "3 minutes to read"; absent where the archive keeps only the beginning. */
  readonly readingTime?: string | undefined
  readonly tags: readonly LinkView[]
  /** Parts of a long article. */
  readonly contents: readonly ContentsEntry[]
  readonly body: Html
  readonly isTruncated: boolean
  readonly share: ShareView
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

/** How to hand an article on without anybody between. */
export interface ShareView {
  /** Lasting and whole, to copy. */
  readonly address: string
  /** Opens a mail with it. */
  readonly mail: string
}

/** Ids that templates give to parts of an article's page. */
const pageIds = ['content', 'contents', 'story', 'differences', 'versions', 'similar', 'comments']

export function toPostPage(model: SiteModel, { path, post, newer, older }: PostPlan): PostPageView {
  const relations = model.relations.of(post)
  const minutes = readingMinutesOf(post)
  const { body, headings } = anchorHeadings(model.renderBody(post), pageIds)
  return {
    frame: model.frameOf({
      path,
      title: post.title,
      description: model.excerptOf(post),
      article: {
        language: post.lang,
        published: model.dateOf(post).datetime,
        author: post.author ?? model.author,
      },
      image: model.shareImages?.ofPost(post),
      canonicalPath: relations.canonical && model.pathOf(relations.canonical.post),
    }),
    title: post.title,
    lang: toForeignLanguage(model, post),
    date: model.dateOf(post),
    updated: toUpdatedView(model, post.updated),
    author: post.author ?? model.author,
    readingTime: post.isTruncated ? undefined : model.messages.post.readingTime(minutes),
    tags: model.tags.tagsOf(post).map(({ name, slug }) => ({ text: name, href: model.urls.href(tagPath(slug)) })),
    contents: toContents(headings, minutes),
    body,
    isTruncated: post.isTruncated,
    share: toShareView(post.title, model.urls.absolute(path)),
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

const toShareView = (title: string, address: string): ShareView => ({
  address,
  mail: `mailto:?subject=${encodeURIComponent(title.toWellFormed())}&body=${encodeQuery(address)}`,
})

/** What a query may hold stays readable. */
const encodeQuery = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':')

function toUpdatedView({ messages, timeZone }: SiteModel, updated: string | undefined): DateView | undefined {
  if (updated === undefined) return undefined
  const day = toDayOfMoment(updated, timeZone)
  return day && toDateView({ kind: 'stated', day }, messages.dates)
}
