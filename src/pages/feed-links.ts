import type { SiteModel } from './site-model.ts'
import { feedPath, homePath, type UrlPath } from './urls.ts'

/** A link by which readers, and their software, find a feed from a page. */
export interface FeedLink {
  /** Media type. */
  readonly type: string
  /** Name of the format. */
  readonly label: string
  /** Name of the feed and of the format. */
  readonly title: string
  readonly href: string
}

/** A list of posts that has feeds of its own. */
export interface FollowedList {
  readonly path: UrlPath
  readonly name: string
}

/** The feeds of a list, one per format; none on a site without feeds. */
export const toFeedLinks = ({ hasFeeds, urls }: SiteModel, { path, name }: FollowedList): readonly FeedLink[] =>
  hasFeeds
    ? formats.map(({ format, label, type }) => ({
        type,
        label,
        title: `${name} (${label})`,
        href: urls.href(feedPath(path, format)),
      }))
    : []

/** The feeds that a page announces: of its list, then of the site. Readers offer them in this order. */
export const toAnnouncedFeeds = (model: SiteModel, list: FollowedList | undefined): readonly FeedLink[] =>
  [...(list === undefined ? [] : [list]), { path: homePath, name: model.title }].flatMap((one) =>
    toFeedLinks(model, one),
  )

const formats = [
  { format: 'rss', label: 'RSS', type: 'application/rss+xml' },
  { format: 'atom', label: 'Atom', type: 'application/atom+xml' },
  { format: 'json', label: 'JSON Feed', type: 'application/feed+json' },
] as const
