import { parseDay } from '../calendar/day.ts'
import type { DateMessages } from '../i18n/date-messages.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { Post } from '../posts/post.ts'
import { type Period, toPeriod } from './date-archives.ts'
import { describeElapsed, findElapsed } from './elapsed.ts'
import { type FeedLink, toFeedLinks } from './feed-links.ts'
import { type PostItemView, toPostItem } from './list-view.ts'
import { type LinkView, type PageFrame, toPageFrame } from './page-frame.ts'
import type { PagePlan, ThreadPlan } from './plan-pages.ts'
import type { StoryThread } from './relation-index.ts'
import type { SiteModel } from './site-model.ts'
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
  readonly threads: readonly { readonly link: LinkView; readonly summary: string; readonly latest: LinkView }[]
}

export function toThreadPage(model: SiteModel, { path, story }: ThreadPlan): ThreadPageView {
  const { title } = story.thread
  const summary = toSummary(model, story)
  return {
    frame: toPageFrame(model, {
      path,
      title,
      description: `${title}${model.messages.colon}${summary}`,
      followed: { path, name: title },
      section: 'threads',
    }),
    heading: title,
    summary,
    terms: findSharedTerms(story),
    pieces: toPieces(model, story),
    feeds: toFeedLinks(model, { path, name: title }),
  }
}

/** Stories with the newest piece first. */
export function toThreadsPage(model: SiteModel, { path }: PagePlan): ThreadsPageView {
  const { messages, relations, urls } = model
  const { name, description } = messages.threads
  const order = new Map(model.listedPosts.map((post, index) => [post.id, index]))
  const rankOf = ({ posts }: StoryThread) => Math.min(...posts.map(({ id }) => order.get(id) ?? order.size))
  const sorted = [...relations.threads].sort(
    (a, b) => rankOf(a) - rankOf(b) || compareCodePoints(a.thread.slug, b.thread.slug),
  )
  return {
    frame: toPageFrame(model, { path, title: name, description, section: 'threads' }),
    heading: name,
    intro: description,
    threads: sorted.map((story) => ({
      link: { text: story.thread.title, href: urls.href(threadPath(story.thread.slug)) },
      summary: toSummary(model, story),
      latest: toLatest(model, story),
    })),
  }
}

function toPieces(model: SiteModel, { posts }: StoryThread): readonly ThreadPieceView[] {
  const pieces = posts.map((post, index) => {
    const previous = posts[index - 1]
    return {
      post: toPostItem(model, post),
      position: index + 1,
      elapsed:
        previous &&
        describeElapsed(findElapsed(previous.date, post.date), model.messages, model.messages.threads.afterPrevious),
    }
  })
  return pieces.reverse()
}

function toLatest(model: SiteModel, { posts }: StoryThread): LinkView {
  const { title, href, lang } = toPostItem(model, posts.at(-1)!)
  return { text: title, href, lang }
}

function toSummary({ messages }: SiteModel, { posts }: StoryThread): string {
  return messages.threads.summary(posts.length, toSpan(posts, messages.dates))
}

/** From its first dated post to its last: months where they are known, else years. */
function toSpan(posts: readonly Post[], messages: DateMessages): string | undefined {
  const periods = posts.flatMap(({ date }) => toPeriod(date) ?? [])
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const [from, to] = [describePeriod(first, messages), describePeriod(last, messages)]
  return from === to ? from : messages.span(from, to)
}

const describePeriod = ({ year, month }: Period, messages: DateMessages): string =>
  month === undefined ? year : messages.month(parseDay(`${month}-01`)!)

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
