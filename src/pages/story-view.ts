import type { Post } from '../posts/post.ts'
import type { DateView } from './date-view.ts'
import { describeElapsed, findElapsed } from './elapsed.ts'
import { toPostLink } from './list-view.ts'
import type { LinkView } from './page-frame.ts'
import type { StoryNeighbour } from './relation-index.ts'
import type { SiteModel } from './site-model.ts'
import { threadPath } from './urls.ts'

/** Where a post stands in a story, and its pieces just before and after. */
export interface StoryView {
  /** The thread's page, and "3 of 7 in this story"; absent where follow-ups make no thread. */
  readonly thread?: (LinkView & { readonly position: string }) | undefined
  readonly before: readonly StoryNeighbourView[]
  readonly after: readonly StoryNeighbourView[]
}

export interface StoryNeighbourView {
  readonly link: LinkView
  readonly date: DateView
  readonly terms: readonly string[]
  /** "12 days earlier" or "12 days later". */
  readonly elapsed?: string | undefined
}

export function toStoryView(model: SiteModel, post: Post): StoryView | undefined {
  const { story, before, after } = model.relations.of(post)
  if (story === undefined && before.length === 0 && after.length === 0) return undefined
  const { messages, urls } = model
  return {
    thread: story && {
      text: story.thread.thread.title,
      href: urls.href(threadPath(story.thread.thread.slug)),
      position: messages.threads.position(story.position, story.thread.posts.length),
    },
    before: before.map((earlier) =>
      toNeighbourView(
        model,
        earlier,
        describeElapsed(findElapsed(earlier.post.date, post.date), messages, messages.threads.earlier),
      ),
    ),
    after: after.map((later) =>
      toNeighbourView(
        model,
        later,
        describeElapsed(findElapsed(post.date, later.post.date), messages, messages.threads.later),
      ),
    ),
  }
}

const toNeighbourView = (
  model: SiteModel,
  { post, evidence }: StoryNeighbour,
  elapsed: string | undefined,
): StoryNeighbourView => ({
  link: toPostLink(model, post),
  date: model.dateOf(post),
  terms: evidence?.terms ?? [],
  elapsed,
})
