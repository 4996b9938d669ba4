import type { Html } from '../markup/html.ts'
import type { ArchivesPageView, MonthPageView, UndatedPageView, YearPageView } from '../pages/archive-views.ts'
import type { FollowPageView } from '../pages/follow-view.ts'
import type { HomePageView } from '../pages/home-view.ts'
import type { NotFoundPageView } from '../pages/not-found-view.ts'
import type { PostPageView } from '../pages/post-view.ts'
import type { SearchPageView } from '../pages/search-view.ts'
import type { TagPageView, TagsPageView } from '../pages/tag-views.ts'
import type { ThreadPageView, ThreadsPageView } from '../pages/thread-views.ts'
import { archivesPage } from './archives.ts'
import { followPage } from './follow.ts'
import { homePage } from './home.ts'
import { type LayoutView, layout } from './layout.ts'
import { notFoundPage } from './not-found.ts'
import { monthPage, undatedPage, yearPage } from './periods.ts'
import { postPage } from './post.ts'
import { searchPage } from './search.ts'
import { tagPage, tagsPage } from './tags.ts'
import { threadPage, threadsPage } from './threads.ts'

/** One template per kind of page, for what stands in `<main>`, and `layout` for what surrounds it. */
export interface Templates {
  readonly layout: (view: LayoutView) => Html
  readonly home: (view: HomePageView) => Html
  readonly post: (view: PostPageView) => Html
  readonly tags: (view: TagsPageView) => Html
  readonly tag: (view: TagPageView) => Html
  readonly archives: (view: ArchivesPageView) => Html
  readonly year: (view: YearPageView) => Html
  readonly month: (view: MonthPageView) => Html
  readonly undated: (view: UndatedPageView) => Html
  readonly threads: (view: ThreadsPageView) => Html
  readonly thread: (view: ThreadPageView) => Html
  readonly follow: (view: FollowPageView) => Html
  readonly search: (view: SearchPageView) => Html
  readonly notFound: (view: NotFoundPageView) => Html
}

export const defaultTemplates: Templates = {
  layout,
  home: homePage,
  post: postPage,
  tags: tagsPage,
  tag: tagPage,
  archives: archivesPage,
  year: yearPage,
  month: monthPage,
  undated: undatedPage,
  threads: threadsPage,
  thread: threadPage,
  follow: followPage,
  search: searchPage,
  notFound: notFoundPage,
}
