import { type FeedLink, toFeedLinks, toSiteList } from './feed-links.ts'
import type { LinkView, PageFrame } from './page-frame.ts'
import type { PagePlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'
import { homePath, opmlPath, tagPath, threadPath, type UrlPath } from './urls.ts'

export interface FollowPageView {
  readonly frame: PageFrame
  readonly heading: string
  readonly intro: string
  /** The list of all feeds, for readers that import such lists. */
  readonly opml: LinkView
  /** The whole site, then tags and stories; none is empty. */
  readonly groups: readonly FollowGroupView[]
}

export interface FollowGroupView {
  /** For links to it: `tags`. */
  readonly id: string
  readonly heading: string
  readonly rows: readonly FollowedView[]
}

/** A list of posts, and its feeds: the same formats in the same order for all. */
export interface FollowedView {
  readonly page: LinkView
  readonly feeds: readonly FeedLink[]
}

export function toFollowPage(model: SiteModel, { path }: PagePlan): FollowPageView {
  const { messages, relations, tags, urls } = model
  const { follow } = messages
  const toRow = (name: string, list: UrlPath): FollowedView => ({
    page: { text: name, href: urls.href(list) },
    feeds: toFeedLinks(model, { path: list, name }),
  })
  const tagRows = tags.tags.map(({ name, slug }) => toRow(name, tagPath(slug)))
  const threadRows = relations.threads.map(({ thread }) => toRow(thread.title, threadPath(thread.slug)))
  const groups = [
    { id: 'site', heading: follow.wholeSite, rows: [toRow(model.title, homePath)] },
    { id: 'tags', heading: messages.tags.name, rows: tagRows },
    { id: 'threads', heading: messages.threads.name, rows: threadRows },
  ]
  return {
    frame: model.frameOf({
      path,
      title: follow.heading,
      description: follow.description,
      section: 'follow',
      followed: toSiteList(model),
    }),
    heading: follow.heading,
    intro: follow.description,
    opml: { text: follow.opml, href: urls.href(opmlPath) },
    groups: groups.filter(({ rows }) => rows.length > 0),
  }
}
