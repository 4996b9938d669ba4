import { parseDay } from '../calendar/day.ts'
import type { Post } from '../posts/post.ts'
import { paginate } from './pagers.ts'
import type { PagePlan, PagePlans } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'
import { sitemapPartPath, sitemapPath, type UrlPath } from './urls.ts'

export interface SitemapEntry {
  readonly path: UrlPath
  /** `2023-11-29`; absent unless somebody states it. */
  readonly lastModified?: string | undefined
}

/** A list of pages, or the list of such lists. */
export interface SitemapPlan extends PagePlan {
  readonly content:
    | { readonly kind: 'pages'; readonly entries: readonly SitemapEntry[] }
    | { readonly kind: 'index'; readonly parts: readonly UrlPath[] }
}

/** More addresses are not allowed in one file: https://www.sitemaps.org/protocol.html */
const mostEntries = 50_000

/**
 * Every page that search engines should know: not the copies, whose canonical version stands for them, nor the later pages of lists, whose
 * posts are all here.
 */
export function planSitemap(
  plans: Partial<PagePlans>,
  model: SiteModel,
  size: number = mostEntries,
): readonly SitemapPlan[] {
  const { post: posts = [], ...others } = plans
  const entries: SitemapEntry[] = Object.values(others)
    .flat()
    .filter((plan) => !('listPath' in plan) || plan.listPath === plan.path)
    .map(({ path }) => ({ path }))
  for (const { path, post } of posts) {
    if (model.relations.of(post).canonical === undefined) entries.push({ path, lastModified: lastModifiedOf(post) })
  }
  const pages = paginate(entries, { size }).map(({ items, number, total }) => ({
    path: total === 1 ? sitemapPath : sitemapPartPath(number),
    content: { kind: 'pages' as const, entries: items },
  }))
  if (pages.length === 1) return pages
  return [{ path: sitemapPath, content: { kind: 'index', parts: pages.map(({ path }) => path) } }, ...pages]
}

function lastModifiedOf({ updated, date }: Post): string | undefined {
  const stated = updated === undefined ? undefined : parseDay(updated.slice(0, 10))
  return stated ?? (date?.kind === 'stated' ? date.day : undefined)
}
