import { type CountedLink, toTagLink } from './counted-link.ts'
import { type FeedLink, toFeedLinks } from './feed-links.ts'
import { type ListPageView, toListPage } from './list-view.ts'
import type { PageFrame } from './page-frame.ts'
import type { PagePlan, TagPlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'
import type { TagOverview } from './tag-overview.ts'
import { feedPath, tagPath } from './urls.ts'

/** A page of a tag's posts; they show the tags that they have beside it. */
export interface TagPageView extends ListPageView {
  /** "12 articles". */
  readonly count: string
  /** On the first page only. */
  readonly overview?: TagOverview | undefined
  /** Its own; none on a site without feeds. */
  readonly feeds: readonly FeedLink[]
}

export interface TagsPageView {
  readonly frame: PageFrame
  readonly heading: string
  readonly intro: string
  /** By first letter, each in the order of names. */
  readonly groups: readonly { readonly letter: string; readonly tags: readonly TagCountView[] }[]
}

export interface TagCountView extends CountedLink {
  /** Of its feed, absent on a site without feeds. */
  readonly feedHref: string | undefined
}

export function toTagPage(model: SiteModel, plan: TagPlan): TagPageView {
  const { messages } = model
  const { name, posts } = plan.tag
  const list = toListPage(model, plan, {
    heading: name,
    title: name,
    description: messages.tags.tagDescription(name, posts.length),
    followed: { path: plan.listPath, name },
    section: 'tags',
  })
  const ownHref = model.urls.href(plan.listPath)
  return {
    ...list,
    posts: list.posts.map((post) => ({ ...post, tags: post.tags.filter(({ href }) => href !== ownHref) })),
    overview: plan.pager.number === 1 ? model.overviewOf(plan.tag) : undefined,
    count: messages.postCount(posts.length),
    feeds: toFeedLinks(model, { path: plan.listPath, name }),
  }
}

export function toTagsPage(model: SiteModel, { path }: PagePlan): TagsPageView {
  const { messages, tags, urls } = model
  const intro = messages.tags.description(tags.tags.length)
  const groups = new Map<string, TagCountView[]>()
  for (const tag of tags.tags) {
    const letter = toLetter(tag.name)
    const group = groups.get(letter) ?? []
    groups.set(letter, group)
    group.push({
      ...toTagLink(model, tag),
      feedHref: model.hasFeeds ? urls.href(feedPath(tagPath(tag.slug), 'rss')) : undefined,
    })
  }
  return {
    frame: model.frameOf({ path, title: messages.tags.name, description: intro, section: 'tags', isList: true }),
    heading: messages.tags.name,
    intro,
    groups: [...groups].map(([letter, ofLetter]) => ({ letter, tags: ofLetter })),
  }
}

/** First letter without its accent, as an index has it; digits and signs share one group. */
function toLetter(name: string): string {
  const first = name.normalize('NFD').charAt(0).toUpperCase()
  if (first === 'Œ') return 'O'
  if (first === 'Æ') return 'A'
  return /\p{L}/u.test(first) ? first : '#'
}
