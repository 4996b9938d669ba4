import type { ResolvedOptions } from '../options.ts'
import type { SiteModel } from '../pages/site-model.ts'
import { oldAddressesPath, redirectsFilePath, type UrlPath } from '../pages/urls.ts'
import { redirectPage } from '../templates/redirect.ts'
import type { BesideFile } from './write-beside.ts'

/**
 * What leads from the old site's addresses to the new pages: a page each, which every static host serves, and a list of addresses
 * such as `/?p=123`; or one file, for hosts that read it.
 *
 * @param isTaken - Whether the site has a page of its own there.
 */
export function toRedirectFiles(
  model: SiteModel,
  redirects: ResolvedOptions['redirects'],
  isTaken: (path: UrlPath) => boolean,
): readonly BesideFile[] {
  const { paths, queries } = model.oldAddresses
  const moved = Array.from(paths).filter(([path]) => !isTaken(path))
  if (redirects === false || moved.length + queries.size === 0) return []
  if (redirects === 'file') return [{ path: redirectsFilePath, text: () => formatRedirects(moved, model) }]
  const titles = new Map(model.posts.map((post) => [model.pathOf(post), post.title]))
  const pages = moved.map(([path, target]) => ({ path, text: () => toPage(target, titles, model), yields: true }))
  return queries.size === 0 ? pages : [...pages, { path: oldAddressesPath, text: () => formatQueries(model) }]
}

/** @param titles - Of posts, by path. */
function toPage(target: UrlPath, titles: ReadonlyMap<UrlPath, string>, { messages, urls, title }: SiteModel): string {
  const { language } = messages
  const page = { title: titles.get(target) || title, href: urls.href(target), canonical: urls.absolute(target) }
  return redirectPage({ language, ...page }).text
}

const formatQueries = ({ oldAddresses, urls }: SiteModel): string =>
  `${JSON.stringify(Object.fromEntries(Array.from(oldAddresses.queries, ([query, target]) => [query, urls.href(target)])))}\n`

/** As Netlify and Cloudflare Pages read it. */
function formatRedirects(moved: readonly (readonly [UrlPath, UrlPath])[], { oldAddresses, urls }: SiteModel): string {
  const ofPaths = moved.map(([path, target]) => `${encodeURI(path)} ${urls.href(target)} 301\n`)
  const ofQueries = Array.from(oldAddresses.queries, ([query, target]) => `/ ${query} ${urls.href(target)} 301\n`)
  return [...ofPaths, ...ofQueries].join('')
}
