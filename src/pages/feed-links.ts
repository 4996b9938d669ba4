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

/** The site's own list. */
export const toSiteList = ({ title }: SiteModel): FollowedList => ({ path: homePath, name: title })

/**
 * The feeds that a page announces: those of its list, and one of the site, which tells the same in all formats. Readers offer them in this
 * order.
 *
 * @param isFirst - Of the list's pages: the others announce it in one format.
 */
export function toAnnouncedFeeds(
  model: SiteModel,
  list: FollowedList | undefined,
  isFirst: boolean,
): readonly FeedLink[] {
  const [ofSite, ofList] = [toSiteList(model), list].map((followed) => {
    const all = followed === undefined ? [] : toFeedLinks(model, followed)
    return isFirst && followed === list ? all : all.slice(0, 1)
  })
  return list?.path === homePath ? ofList! : [...ofList!, ...ofSite!]
}

const formats = [
  { format: 'rss', label: 'RSS', type: 'application/rss+xml' },
  { format: 'atom', label: 'Atom', type: 'application/atom+xml' },
  { format: 'json', label: 'JSON Feed', type: 'application/feed+json' },
] as const
