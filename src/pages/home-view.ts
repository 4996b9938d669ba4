import { type CountedLink, toTagLink } from './counted-link.ts'
import { toSiteList } from './feed-links.ts'
import { type ListPageView, toListPage } from './list-view.ts'
import type { LinkView } from './page-frame.ts'
import type { ListPlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'
import { type ThreadSummaryView, toThreadSummaries } from './thread-views.ts'
import { tagsPath, threadsPath } from './urls.ts'

export interface HomePageView extends ListPageView {
  /** The site's description, on the first page only. */
  readonly intro?: string | undefined
  /** On the first page only, where there is anything to choose from. */
  readonly directory?: DirectoryView | undefined
}

/** A short way to what is told and to what it is about, with links to the whole lists. */
export interface DirectoryView {
  readonly allThreads: LinkView
  /** The story with the newest piece first. */
  readonly threads: readonly ThreadSummaryView[]
  readonly allTags: LinkView
  /** The most used first. */
  readonly tags: readonly CountedLink[]
}

const mostThreads = 4
const mostTags = 12

export function toHomePage(model: SiteModel, plan: ListPlan): HomePageView {
  const isFirst = plan.pager.number === 1
  return {
    ...toListPage(model, plan, {
      heading: model.messages.home.heading,
      section: 'home',
      followed: toSiteList(model),
    }),
    intro: isFirst && model.description !== '' ? model.description : undefined,
    directory: isFirst ? toDirectory(model) : undefined,
  }
}

function toDirectory(model: SiteModel): DirectoryView | undefined {
  const { messages, tags, urls } = model
  const threads = toThreadSummaries(model).slice(0, mostThreads)
  if (threads.length === 0 && tags.tags.length < 2) return undefined
  const mostUsed = [...tags.tags].sort((a, b) => b.posts.length - a.posts.length).slice(0, mostTags)
  return {
    allThreads: { text: messages.threads.name, href: urls.href(threadsPath) },
    threads,
    allTags: { text: messages.tags.name, href: urls.href(tagsPath) },
    tags: mostUsed.map((tag) => toTagLink(model, tag)),
  }
}
