import type { TagArchiveError } from '../errors.ts'
import type { OwnPageKind } from '../options.ts'
import type { Post } from '../posts/post.ts'
import { type MonthArchive, postsOfYear, type YearArchive } from './date-archives.ts'
import { findPathClashes, type OutputFile } from './output-paths.ts'
import { type Pager, paginate } from './pagers.ts'
import type { StoryThread } from './relation-index.ts'
import type { SiteModel } from './site-model.ts'
import { planSitemap, type SitemapPlan } from './sitemap.ts'
import type { Tag } from './tag-index.ts'
import {
  archivesPath,
  followPath,
  homePath,
  monthPath,
  notFoundPath,
  pagePath,
  robotsPath,
  searchPath,
  tagPath,
  tagsPath,
  threadPath,
  threadsPath,
  type UrlPath,
  undatedPath,
  yearPath,
} from './urls.ts'

/** A page to be written. A plan is light: it points to posts, and its view model is built when the page is rendered. */
export interface PagePlan {
  readonly path: UrlPath
}

/** One page of a list of posts. */
export interface ListPlan extends PagePlan {
  /** Path of the list's first page. */
  readonly listPath: UrlPath
  readonly pager: Pager<Post>
}

export interface PostPlan extends PagePlan {
  readonly post: Post
  readonly newer?: Post | undefined
  readonly older?: Post | undefined
}

export interface TagPlan extends ListPlan {
  readonly tag: Tag
}

export interface YearPlan extends ListPlan {
  readonly year: YearArchive
  /** Page on which the posts without a month begin. */
  readonly monthUnknownPath: UrlPath
  /** The years with posts that come next to it: `2024`. */
  readonly newer?: string | undefined
  readonly older?: string | undefined
}

export interface MonthPlan extends ListPlan {
  readonly month: MonthArchive
  /** The months with posts that come next to it: `2023-12`. */
  readonly newer?: string | undefined
  readonly older?: string | undefined
}

export interface ThreadPlan extends PagePlan {
  readonly story: StoryThread
}

/** Every page of the site by its kind; one Eleventy template per kind renders them. */
export interface PagePlans {
  readonly home: readonly ListPlan[]
  readonly post: readonly PostPlan[]
  readonly tags: readonly PagePlan[]
  readonly tag: readonly TagPlan[]
  readonly archives: readonly PagePlan[]
  readonly year: readonly YearPlan[]
  readonly month: readonly MonthPlan[]
  readonly undated: readonly ListPlan[]
  readonly threads: readonly PagePlan[]
  readonly thread: readonly ThreadPlan[]
  readonly follow: readonly PagePlan[]
  readonly search: readonly PagePlan[]
  readonly notFound: readonly PagePlan[]
  readonly sitemap: readonly SitemapPlan[]
  readonly robots: readonly PagePlan[]
  readonly stylesheet: readonly PagePlan[]
  readonly searchScript: readonly PagePlan[]
}

export type PageKind = keyof PagePlans

export const pageKinds: readonly PageKind[] = [
  'home',
  'post',
  'tags',
  'tag',
  'archives',
  'year',
  'month',
  'undated',
  'threads',
  'thread',
  'follow',
  'search',
  'notFound',
  'sitemap',
  'robots',
  'stylesheet',
  'searchScript',
]

export interface PlanOptions {
  readonly pageSize: number
  /** These are not planned: the site makes them itself. */
  readonly ownPages?: readonly OwnPageKind[] | undefined
}

/**
 * Pages of which two would be one file: `PATH_CLASH` each.
 *
 * @param otherFiles - What else is written, such as feeds: no page may stand in its place.
 */
export const findPageClashes = (plans: PagePlans, otherFiles: Iterable<OutputFile> = []): readonly TagArchiveError[] =>
  findPathClashes([...listOutputs(plans), ...otherFiles])

/** Decides which pages there are and where each stands. */
export function planPages(model: SiteModel, { pageSize, ownPages = [] }: PlanOptions): PagePlans {
  const unlessOwn = <Plan>(kind: OwnPageKind, plans: readonly Plan[]) => (ownPages.includes(kind) ? [] : plans)
  const toList = (listPath: UrlPath, posts: readonly Post[]) => planList(listPath, posts, pageSize)
  const { years, undated } = model.archives
  const months = years.flatMap((year) => year.months)
  const readerPages = {
    home: unlessOwn('home', toList(homePath, model.listedPosts)),
    post: planPosts(model),
    tags: unlessOwn('tags', [{ path: tagsPath }]),
    tag: model.tags.tags.flatMap((tag) => toList(tagPath(tag.slug), tag.posts).map((plan) => ({ ...plan, tag }))),
    archives: unlessOwn('archives', [{ path: archivesPath }]),
    year: years.flatMap((year, at) => {
      const neighbours = { newer: years[at - 1]?.year, older: years[at + 1]?.year }
      return planYear(year, pageSize * titlesForPost).map((plan) => ({ ...plan, ...neighbours }))
    }),
    month: months.flatMap((month, at) => {
      const neighbours = { newer: months[at - 1]?.month, older: months[at + 1]?.month }
      return toList(monthPath(month.month), month.posts).map((plan) => ({ ...plan, month, ...neighbours }))
    }),
    undated: undated.length === 0 ? [] : toList(undatedPath(model.messages.slugs.undated), undated),
    threads: unlessOwn('threads', model.relations.threads.length === 0 ? [] : [{ path: threadsPath }]),
    thread: model.relations.threads.map((story) => ({ path: threadPath(story.thread.slug), story })),
    follow: unlessOwn('follow', model.hasFeeds ? [{ path: followPath(model.messages.slugs.follow) }] : []),
    search: unlessOwn(
      'search',
      model.searchScript === undefined ? [] : [{ path: searchPath(model.messages.slugs.search) }],
    ),
  }
  return {
    ...readerPages,
    notFound: unlessOwn('notFound', [{ path: notFoundPath }]),
    sitemap: unlessOwn('sitemap', planSitemap(readerPages, model)),
    robots: unlessOwn('robots', [{ path: robotsPath }]),
    stylesheet: [{ path: model.stylesheet }],
    searchScript: model.searchScript === undefined ? [] : [{ path: model.searchScript }],
  }
}

const planList = (listPath: UrlPath, posts: readonly Post[], size: number): readonly ListPlan[] =>
  paginate(posts, { size }).map((pager) => ({ path: pagePath(listPath, pager.number), listPath, pager }))

/** Copies have a page, but no place among their neighbours. */
function planPosts(model: SiteModel): readonly PostPlan[] {
  const listed = model.listedPosts.map((post, index, posts) => ({
    path: model.pathOf(post),
    post,
    newer: posts[index - 1],
    older: posts[index + 1],
  }))
  const copies = model.posts.filter((post) => model.relations.of(post).canonical !== undefined)
  return [...listed, ...copies.map((post) => ({ path: model.pathOf(post), post }))]
}

/** A year's page shows titles alone, which are as many times shorter. */
const titlesForPost = 5

function planYear(year: YearArchive, pageSize: number): readonly YearPlan[] {
  const listPath = yearPath(year.year)
  const posts = postsOfYear(year)
  const firstUnknown = posts.length - year.monthUnknown.length
  const monthUnknownPath = pagePath(listPath, Math.floor(firstUnknown / pageSize) + 1)
  return planList(listPath, posts, pageSize).map((plan) => ({ ...plan, year, monthUnknownPath }))
}

function* listOutputs(plans: PagePlans): Iterable<OutputFile> {
  for (const { path, post } of plans.post) {
    const describe = () => ({
      name: `post "${post.slug}"`,
      remedy: `Give post "${post.slug}" another \`permalink\` or slug.`,
    })
    yield { path, describe }
  }
  for (const { path, tag } of plans.tag) {
    const describe = () => ({
      name: `tag "${tag.name}"`,
      remedy: `Give tag "${tag.name}" another address in the option tagNames (in the ready site, _data/tagNames.ts): slugs: { ${JSON.stringify(tag.name)}: "…" }.`,
    })
    yield { path, describe }
  }
  const { post: _posts, tag: _tags, ...others } = plans
  for (const [kind, ofKind] of Object.entries(others) as [PageKind, readonly PagePlan[]][]) {
    for (const { path } of ofKind) yield { path, describe: () => ({ name: `the page ${path} (${kind})` }) }
  }
}
