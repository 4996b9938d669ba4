import { type Html, html, nothing } from '../markup/html.ts'
import type { CommentsView, CommentView } from '../pages/comments-view.ts'
import { dateText } from './parts.ts'

export const commentSection = ({
  heading,
  comments,
}: CommentsView): Html => html`<section class="comments" aria-labelledby="comments">
<h2 id="comments">${heading}</h2>
${commentList(comments)}</section>
`

const commentList = (comments: readonly CommentView[]): Html => html`<ol>
${comments.map(commentItem)}</ol>
`

const commentItem = ({ author, date, body, replies }: CommentView): Html => html`<li>
<article>
<h3><bdi>${author}</bdi>${date === undefined ? nothing : html` <span class="note">${dateText(date)}</span>`}</h3>
<div class="prose" dir="auto">
${body}</div>
</article>
${replies.length === 0 ? nothing : commentList(replies)}</li>
`
