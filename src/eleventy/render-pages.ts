import { TagArchiveError } from '../errors.ts'
import { Html } from '../markup/html.ts'
import { toArchivesPage, toMonthPage, toUndatedPage, toYearPage } from '../pages/archive-views.ts'
import { toFollowPage } from '../pages/follow-view.ts'
import { toHomePage } from '../pages/home-view.ts'
import { toNotFoundPage } from '../pages/not-found-view.ts'
import type { PageFrame } from '../pages/page-frame.ts'
import type { PageKind, PagePlans } from '../pages/plan-pages.ts'
import { toPostPage } from '../pages/post-view.ts'
import { toSearchPage } from '../pages/search-view.ts'
import type { SiteModel } from '../pages/site-model.ts'
import { toTagPage, toTagsPage } from '../pages/tag-views.ts'
import { toThreadPage, toThreadsPage } from '../pages/thread-views.ts'
import { sitemapPath } from '../pages/urls.ts'
import { searchScript } from '../templates/search-script.ts'
import { formatRobots, formatSitemap } from '../templates/sitemap.ts'
import type { Templates } from '../templates/templates.ts'

/** One function per kind of page: plan → text of the file. */
export type PageRenderers = ByKind<string>

/** One function per kind of page: plan → what a text is made of. */
export type ByKind<Result> = { readonly [Kind in PageKind]: (plan: PagePlans[Kind][number]) => Result }

/** What each page shows; of those that no template draws, nothing: their addresses and the options tell the rest, but for a sitemap. */
export const createPageViews = (model: SiteModel): ByKind<object | undefined> => ({
  home: (plan) => toHomePage(model, plan),
  post: (plan) => toPostPage(model, plan),
  tags: (plan) => toTagsPage(model, plan),
  tag: (plan) => toTagPage(model, plan),
  archives: (plan) => toArchivesPage(model, plan),
  year: (plan) => toYearPage(model, plan),
  month: (plan) => toMonthPage(model, plan),
  undated: (plan) => toUndatedPage(model, plan),
  threads: (plan) => toThreadsPage(model, plan),
  thread: (plan) => toThreadPage(model, plan),
  follow: (plan) => toFollowPage(model, plan),
  search: (plan) => toSearchPage(model, plan),
  notFound: (plan) => toNotFoundPage(model, plan),
  sitemap: () => undefined,
  robots: () => undefined,
  stylesheet: () => undefined,
  searchScript: () => undefined,
})

export interface PageLook {
  readonly templates: Templates
  readonly stylesheet: string
}

/** A page's view model is built here, when the page is rendered, and dropped with it: memory holds one at a time. */
export function createPageRenderers(model: SiteModel, { templates, stylesheet }: PageLook): PageRenderers {
  const render = <View>(view: View, template: (view: View) => Html): Html => {
    const content: unknown = template(view)
    if (content instanceof Html) return content
    throw notHtml(content, Object.entries(templates).find(([, known]) => known === template)?.[0] ?? '')
  }
  const document = <View extends { readonly frame: PageFrame }>(view: View, template: (view: View) => Html): string =>
    render({ frame: view.frame, content: render(view, template) }, templates.layout).text
  return {
    home: (plan) => document(toHomePage(model, plan), templates.home),
    post: (plan) => document(toPostPage(model, plan), templates.post),
    tags: (plan) => document(toTagsPage(model, plan), templates.tags),
    tag: (plan) => document(toTagPage(model, plan), templates.tag),
    archives: (plan) => document(toArchivesPage(model, plan), templates.archives),
    year: (plan) => document(toYearPage(model, plan), templates.year),
    month: (plan) => document(toMonthPage(model, plan), templates.month),
    undated: (plan) => document(toUndatedPage(model, plan), templates.undated),
    threads: (plan) => document(toThreadsPage(model, plan), templates.threads),
    thread: (plan) => document(toThreadPage(model, plan), templates.thread),
    follow: (plan) => document(toFollowPage(model, plan), templates.follow),
    search: (plan) => document(toSearchPage(model, plan), templates.search),
    notFound: (plan) => document(toNotFoundPage(model, plan), templates.notFound),
    sitemap: (plan) => formatSitemap(plan, model.urls.absolute),
    robots: () => formatRobots(model.urls.absolute(sitemapPath)),
    stylesheet: () => stylesheet,
    searchScript: () => searchScript,
  }
}

/** What an owner's template gave, in words: `undefined`, a promise, a text. */
function notHtml(content: unknown, name: string): TagArchiveError {
  const given = content instanceof Promise ? 'a promise' : content === undefined ? 'nothing' : `a ${typeof content}`
  return new TagArchiveError('TEMPLATE_RESULT', {
    problem: `The template "${name}" gave ${given} where markup is needed.`,
    remedy: 'Let it return html`…`, or trusted(text) for a text that is markup already; it can’t be asynchronous.',
  })
}
