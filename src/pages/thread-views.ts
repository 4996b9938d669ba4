import { compareCodePoints } from '../markup/compare.ts'
import type { DateView } from './date-view.ts'
import { describeElapsed, findElapsed } from './elapsed.ts'
import { type FeedLink, toFeedLinks } from './feed-links.ts'
import { type PostItemView, toPostLink } from './list-view.ts'
import type { LinkView, PageFrame } from './page-frame.ts'
import type { PagePlan, ThreadPlan } from './plan-pages.ts'
import type { StoryThread } from './relation-index.ts'
import type { SiteModel } from './site-model.ts'
import { describeSpan } from './time-span.ts'
import { threadPath } from './urls.ts'

export interface ThreadPageView {
  readonly frame: PageFrame
  readonly heading: string
  /** "7 articles, from November 2022 to July 2023." */
  readonly summary: string
  /** What several of its posts share, the most shared first. */
  readonly terms: readonly string[]
  /** The newest state on top. */
  readonly pieces: readonly ThreadPieceView[]
  /** Its own; none on a site without feeds. */
  readonly feeds: readonly FeedLink[]
}

export interface ThreadPieceView {
  readonly post: PostItemView
  /** Counted from 1 at the oldest. */
  readonly position: number
  /** "12 days after the piece before". */
  readonly elapsed?: string | undefined
}

export interface ThreadsPageView {
  readonly frame: PageFrame
  readonly heading: string
  readonly intro: string
  /** The story with the newest piece first. */
  readonly threads: readonly ThreadSummaryView[]
}

export interface ThreadSummaryView {
  readonly link: LinkView
  readonly summary: string
  readonly latest: LinkView
  readonly latestDate: DateView
}

export function toThreadPage(model: SiteModel, { path, story }: ThreadPlan): ThreadPageView {
  const { title } = story.thread
  const summary = toSummary(model, story)
  return {
    frame: model.frameOf({
      path,
      title,
      description: `${title}${model.messages.colon}${summary}`,
      followed: { path, name: title },
      section: 'threads',
      isList: true,
    }),
    heading: title,
    summary,
    terms: findSharedTerms(story),
    pieces: toPieces(model, story),
    feeds: toFeedLinks(model, { path, name: title }),
  }
}

export function toThreadsPage(model: SiteModel, { path }: PagePlan): ThreadsPageView {
  const { name, description } = model.messages.threads
  return {
    frame: model.frameOf({ path, title: name, description, section: 'threads', isList: true }),
    heading: name,
    intro: description,
    threads: toThreadSummaries(model),
  }
}

/** Every story, the one with the newest piece first. */
export function toThreadSummaries(model: SiteModel): readonly ThreadSummaryView[] {
  const { listedPosts, relations, urls } = model
  const order = new Map(listedPosts.map((post, index) => [post.id, index]))
  const rankOf = ({ posts }: StoryThread) => Math.min(...posts.map(({ id }) => order.get(id) ?? order.size))
  return [...relations.threads]
    .sort((a, b) => rankOf(a) - rankOf(b) || compareCodePoints(a.thread.slug, b.thread.slug))
    .map((story) => {
      const latest = story.posts.at(-1)!
      return {
        link: { text: story.thread.title, href: urls.href(threadPath(story.thread.slug)) },
        summary: toSummary(model, story),
        latest: toPostLink(model, latest),
        latestDate: model.dateOf(latest),
      }
    })
}

function toPieces(model: SiteModel, { posts }: StoryThread): readonly ThreadPieceView[] {
  const pieces = posts.map((post, index) => {
    const previous = posts[index - 1]
    return {
      post: model.itemOf(post),
      position: index + 1,
      elapsed:
        previous &&
        describeElapsed(findElapsed(previous.date, post.date), model.messages, model.messages.threads.afterPrevious),
    }
  })
  return pieces.reverse()
}

function toSummary({ messages }: SiteModel, { posts }: StoryThread): string {
  return messages.threads.summary(posts.length, describeSpan(posts, messages.dates))
}

const mostTerms = 8

function findSharedTerms({ posts, evidenceBetween }: StoryThread): readonly string[] {
  const counts = new Map<string, number>()
  for (const [index, post] of posts.entries()) {
    const previous = posts[index - 1]
    const terms = previous ? (evidenceBetween(previous, post)?.terms ?? []) : []
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || compareCodePoints(a, b))
    .slice(0, mostTerms)
    .map(([term]) => term)
}
