import { shorten, TagArchiveError } from '../errors.ts'
import { toServedPath } from '../posts/permalink.ts'
import type { Slug } from '../posts/post.ts'

declare const brand: unique symbol

/** Path of a page on our site, without the site's path prefix and without percent-escapes: `/tag/sncf/`, `/feed.xml`. */
export type UrlPath = string & { readonly [brand]: 'UrlPath' }

/** Where the site stands. */
export interface SiteAddress {
  /** `https://example.org`, without a slash at its end. */
  readonly origin: string
  /** `/` or `/blog/`. */
  readonly pathPrefix: string
}

/** Addresses as pages write them. */
export interface Urls {
  /** For links between our pages: under the path prefix, percent-escaped. */
  readonly href: (path: UrlPath) => string
  /** With scheme and host, for `rel=canonical`, the sitemap and feeds. */
  readonly absolute: (path: UrlPath) => string
}

export function createUrls({ origin, pathPrefix }: SiteAddress): Urls {
  const href = (path: UrlPath) => encodeURI(pathPrefix + path.slice(1))
  return { href, absolute: (path) => origin + href(path) }
}

/**
 * A path that the owner wrote, in front matter or as an option.
 *
 * @param where - The file or option, for the message.
 * @throws {TagArchiveError} `PERMALINK_INVALID` where no static host could serve it.
 */
export function parseUrlPath(text: string, where: string): UrlPath {
  const path = toServedPath(text)
  if (path !== undefined) return path as UrlPath
  throw new TagArchiveError('PERMALINK_INVALID', {
    problem: `${where} is ${shorten(text)}, which can't be the address of a page.`,
    remedy: 'Write a path that begins and ends with "/", such as "/2010/07/08/bonjour/".',
  })
}

const path = (text: string): UrlPath => text as UrlPath

/** Of a picture or attachment that an import put beside the posts. */
export const mediaPath = (name: string): UrlPath => path(`/media/${name}`)

export const homePath: UrlPath = path('/')
export const tagsPath: UrlPath = path('/tags/')
export const archivesPath: UrlPath = path('/archives/')
export const threadsPath: UrlPath = path('/fils/')
export const notFoundPath: UrlPath = path('/404.html')
export const sitemapPath: UrlPath = path('/sitemap.xml')
export const robotsPath: UrlPath = path('/robots.txt')

export const tagPath = (slug: Slug): UrlPath => path(`/tag/${slug}/`)
export const threadPath = (slug: Slug): UrlPath => path(`/fil/${slug}/`)
/** @param year - `2023`. */
export const yearPath = (year: string): UrlPath => path(`/${year}/`)
/** @param month - `2023-11`. */
export const monthPath = (month: string): UrlPath => path(`/${month.replace('-', '/')}/`)
export const undatedPath = (slug: string): UrlPath => path(`/archives/${slug}/`)
export const followPath = (slug: string): UrlPath => path(`/${slug}/`)
export const searchPath = (slug: string): UrlPath => path(`/${slug}/`)
export const searchScriptPath = (hash: string): UrlPath => path(`/assets/search.${hash}.js`)
/** Folder of the search index. */
export const searchIndexPath: UrlPath = path('/pagefind/')
export const sitemapPartPath = (number: number): UrlPath => path(`/sitemap-${number}.xml`)
export const stylesheetPath = (hash: string): UrlPath => path(`/assets/tag-archive.${hash}.css`)

/** @param ending - With its dot: `.svg`. */
export const siteImagePath = ({
  name,
  hash,
  ending,
}: {
  readonly name: string
  readonly hash: string
  readonly ending: string
}): UrlPath => path(`/assets/${name}.${hash}${ending}`)

export const siteIconPath: UrlPath = path('/favicon.svg')
export const shareImagePath = (hash: string): UrlPath => path(`/assets/share/${hash}.png`)
export const llmsPath: UrlPath = path('/llms.txt')
export const webManifestPath: UrlPath = path('/site.webmanifest')

/** Addresses such as `?p=123`, with the pages they lead to. */
export const oldAddressesPath: UrlPath = path('/assets/old-addresses.json')
export const redirectsFilePath: UrlPath = path('/_redirects')

export const opmlPath: UrlPath = path('/feeds.opml')
/** Hashes of all ids that readers know entries by. */
export const feedIdsPath: UrlPath = path('/feed-ids.txt')
export const feedStylesheetPath = (hash: string): UrlPath => path(`/assets/feed.${hash}.css`)

const feedNames = {
  rss: { name: 'feed', extension: 'xml' },
  atom: { name: 'atom', extension: 'xml' },
  json: { name: 'feed', extension: 'json' },
} as const

/** @param list - Path of the page with the same posts. */
export const feedPath = (list: UrlPath, format: keyof typeof feedNames): UrlPath =>
  path(`${list}${feedNames[format].name}.${feedNames[format].extension}`)

/** A document of a feed's history. @param number - Counted from the oldest, which is 1. */
export const feedArchivePath = (list: UrlPath, format: keyof typeof feedNames, number: number): UrlPath =>
  path(`${list}${feedNames[format].name}-archive-${number}.${feedNames[format].extension}`)

/** Where WordPress has the feed, on a host that serves `index.xml` for its folder. */
export const wordPressFeedPath = (list: UrlPath, format: 'rss' | 'atom'): UrlPath =>
  path(`${list}feed/${format === 'atom' ? 'atom/' : ''}index.xml`)

/** Path of a list's page: the first one has the list's own. */
export const pagePath = (list: UrlPath, number: number): UrlPath =>
  number === 1 ? list : path(`${list}page/${number}/`)
