import type { Html } from '../markup/html.ts'
import type { PostComment } from '../posts/comment-file.ts'
import type { Post } from '../posts/post.ts'
import { type DateView, toDateView } from './date-view.ts'
import { toDayOfMoment } from './day-of-moment.ts'
import type { SiteModel } from './site-model.ts'

/** What readers of the old blog wrote under a post. */
export interface CommentsView {
  /** `12 comments` */
  readonly heading: string
  readonly comments: readonly CommentView[]
}

export interface CommentView {
  readonly author: string
  readonly date?: DateView | undefined
  readonly body: Html
  /** Answers to it. */
  readonly replies: readonly CommentView[]
}

/** Answers to answers are set in this often; those below stand side by side, in their order. */
const deepest = 4

export function toCommentsView(model: SiteModel, post: Post): CommentsView | undefined {
  const comments = model.commentsOf(post)
  if (comments.length === 0) return undefined
  return { heading: model.messages.comments.heading(comments.length), comments: nest(model, comments) }
}

interface OpenComment {
  readonly depth: number
  readonly view: CommentView & { readonly replies: CommentView[] }
  /** Where the answers to it go. */
  readonly level: CommentView[]
}

/** One pass in the order of the file: an answer whose comment is missing, or comes later, stands by itself. */
function nest(model: SiteModel, comments: readonly PostComment[]): readonly CommentView[] {
  const outermost: CommentView[] = []
  const byId = new Map<string, OpenComment>()
  for (const comment of comments) {
    const parent = byId.get(comment.parent ?? '')
    const view = { ...toCommentView(model, comment), replies: [] }
    const depth = parent === undefined ? 0 : Math.min(parent.depth + 1, deepest)
    const level = parent?.level ?? outermost
    level.push(view)
    byId.set(comment.id, { depth, view, level: depth === deepest ? level : view.replies })
  }
  return outermost
}

function toCommentView(model: SiteModel, comment: PostComment): Omit<CommentView, 'replies'> {
  const day = comment.date === undefined ? undefined : toDayOfMoment(comment.date, model.timeZone)
  return {
    author: comment.author ?? model.messages.comments.anonymous,
    date: day && toDateView({ kind: 'stated', day }, model.messages.dates),
    body: model.renderComment(comment),
  }
}
