import { type FeedLink, toFeedLinks } from './feed-links.ts'
import { type ListPageView, toListPage } from './list-view.ts'
import { type LinkView, type PageFrame, toPageFrame } from './page-frame.ts'
import type { PagePlan, TagPlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'
import { feedPath, tagPath } from './urls.ts'

export interface TagPageView extends ListPageView {
  /** "12 articles". */
  readonly count: string
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

export interface TagCountView extends LinkView {
  readonly count: string
  /** The count as a sentence, for those who hear it. */
  readonly countText: string
  /** Posts of this tag as a share of the most used one's, 0–1. */
  readonly share: number
  /** Of its feed, absent on a site without feeds. */
  readonly feedHref: string | undefined
}

export function toTagPage(model: SiteModel, plan: TagPlan): TagPageView {
  const { messages } = model
  const { name, posts } = plan.tag
  return {
    ...toListPage(model, plan, {
      heading: name,
      title: name,
      description: messages.tags.tagDescription(name, posts.length),
      followed: { path: plan.listPath, name },
      section: 'tags',
    }),
    count: messages.postCount(posts.length),
    feeds: toFeedLinks(model, { path: plan.listPath, name }),
  }
}

export function toTagsPage(model: SiteModel, { path }: PagePlan): TagsPageView {
  const { messages, tags, urls } = model
  const intro = messages.tags.description(tags.tags.length)
  const most = Math.max(1, ...tags.tags.map(({ posts }) => posts.length))
  const groups = new Map<string, TagCountView[]>()
  for (const { name, slug, posts } of tags.tags) {
    const letter = toLetter(name)
    const group = groups.get(letter) ?? []
    groups.set(letter, group)
    group.push({
      text: name,
      href: urls.href(tagPath(slug)),
      count: messages.formatNumber(posts.length),
      countText: messages.postCount(posts.length),
      share: posts.length / most,
      feedHref: model.hasFeeds ? urls.href(feedPath(tagPath(slug), 'rss')) : undefined,
    })
  }
  return {
    frame: toPageFrame(model, { path, title: messages.tags.name, description: intro, section: 'tags' }),
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
