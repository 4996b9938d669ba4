import type { Post } from '../posts/post.ts'
import type { DateView } from './date-view.ts'
import type { FrameOptions, LinkView, PageFrame } from './page-frame.ts'
import type { ListPlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'
import { pagePath, tagPath, threadPath } from './urls.ts'

/** A post as lists show it. */
export interface PostItemView {
  readonly title: string
  readonly href: string
  readonly lang?: string | undefined
  readonly date: DateView
  readonly excerpt: string
  readonly tags: readonly LinkView[]
  /** "3 versions", where there are more than one. */
  readonly versions?: string | undefined
  /** "3 of 7 in this story", with the story's page. */
  readonly story?: LinkView | undefined
}

/** Links between the pages of one list; absent where it has only one. */
export interface PagerView {
  /** "page 2 of 7". */
  readonly position: string
  readonly first?: string | undefined
  readonly previous?: string | undefined
  readonly next?: string | undefined
  readonly last?: string | undefined
}

export interface ListPageView {
  readonly frame: PageFrame
  readonly heading: string
  readonly posts: readonly PostItemView[]
  readonly pager?: PagerView | undefined
}

/** @param frame - What is the same on all pages of the list; the page number is added to its title. */
export function toListPage(
  model: SiteModel,
  plan: ListPlan,
  { heading, ...frame }: Omit<FrameOptions, 'path'> & { readonly heading: string },
): ListPageView {
  const pager = toPagerView(model, plan)
  const title =
    plan.pager.number === 1
      ? frame.title
      : model.messages.layout.titleOfPage(frame.title ?? heading, pager?.position ?? '')
  return {
    frame: model.frameOf({
      ...frame,
      isList: true,
      path: plan.path,
      title,
      previous: pager?.previous,
      next: pager?.next,
    }),
    heading,
    posts: plan.pager.items.map(model.itemOf),
    pager,
  }
}

/** Worked out once a post: lists take it from `model.itemOf`. */
export function toPostItem(model: SiteModel, post: Post): PostItemView {
  const { copies, story } = model.relations.of(post)
  const { messages, urls } = model
  return {
    ...toPostLink(model, post),
    title: post.title,
    date: model.dateOf(post),
    excerpt: model.excerptOf(post),
    tags: model.tags.tagsOf(post).map(({ name, slug }) => ({ text: name, href: urls.href(tagPath(slug)) })),
    versions: copies.length === 0 ? undefined : messages.versions.mark(copies.length + 1),
    story: story && {
      text: messages.threads.position(story.position, story.thread.posts.length),
      href: urls.href(threadPath(story.thread.thread.slug)),
    },
  }
}

export const toPostLink = (model: SiteModel, post: Post): LinkView => ({
  text: post.title,
  href: model.urls.href(model.pathOf(post)),
  lang: toForeignLanguage(model, post),
})

/** The language of a post where it is not the site's. */
export const toForeignLanguage = (model: SiteModel, { lang }: Post): string | undefined =>
  lang === model.messages.language ? undefined : lang

function toPagerView({ messages, urls }: SiteModel, { listPath, pager }: ListPlan): PagerView | undefined {
  const { number, total } = pager
  if (total === 1) return undefined
  const hrefOf = (page: number) => (page >= 1 && page <= total ? urls.href(pagePath(listPath, page)) : undefined)
  return {
    position: messages.pager.position(number, total),
    first: number > 1 ? hrefOf(1) : undefined,
    previous: hrefOf(number - 1),
    next: hrefOf(number + 1),
    last: number < total ? hrefOf(total) : undefined,
  }
}
