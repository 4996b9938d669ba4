import type { SiteModel } from './site-model.ts'
import { feedPath, homePath, type UrlPath } from './urls.ts'

/** A link by which browsers and feed readers find a feed from a page. */
export interface FeedLink {
  /** Media type. */
  readonly type: string
  readonly title: string
  readonly href: string
}

/** A list of posts that has feeds of its own. */
export interface FollowedList {
  readonly path: UrlPath
  readonly name: string
}

/** The feeds of a list, then those of the site, each in three formats. Readers offer them in this order. */
export function toFeedLinks(model: SiteModel, list: FollowedList | undefined): readonly FeedLink[] {
  if (!model.hasFeeds) return []
  const site = { path: homePath, name: model.title }
  return [...(list === undefined ? [] : [list]), site].flatMap(({ path, name }) =>
    formats.map(({ format, label, type }) => ({
      type,
      title: `${name} (${label})`,
      href: model.urls.href(feedPath(path, format)),
    })),
  )
}

const formats = [
  { format: 'rss', label: 'RSS', type: 'application/rss+xml' },
  { format: 'atom', label: 'Atom', type: 'application/atom+xml' },
  { format: 'json', label: 'JSON Feed', type: 'application/feed+json' },
] as const
