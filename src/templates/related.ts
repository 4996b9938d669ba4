import type { Messages } from '../i18n/messages.ts'
import { type Html, html, nothing } from '../markup/html.ts'
import type { DateView } from '../pages/date-view.ts'
import type { PostPageView } from '../pages/post-view.ts'
import type { SimilarView } from '../pages/similar-view.ts'
import type { StoryNeighbourView, StoryView } from '../pages/story-view.ts'
import { commaSeparated, dateText, termList, textLink } from './parts.ts'

/** The part of the story around a post: what happened before, this post, what happened next, and what speaks for it. */
export const storyBox = (
  { thread, before, after }: StoryView,
  { title, date, frame: { messages } }: Pick<PostPageView, 'title' | 'date' | 'frame'>,
): Html => html`<section class="story" aria-labelledby="story">
<h2 id="story">${thread === undefined ? messages.threads.thread : textLink(thread)}</h2>
<ol class="posts timeline">
${before.map((neighbour) => neighbourPiece(messages.threads.before, neighbour, messages))}${storyPiece(
  date,
  html`${thread === undefined ? nothing : html`<p class="kind">${thread.position}</p>\n`}<p class="piece-title"><strong>${title}</strong></p>\n`,
)}${after.map((neighbour) => neighbourPiece(messages.threads.after, neighbour, messages))}</ol>
</section>
`

const neighbourPiece = (label: string, { link, date, terms, elapsed }: StoryNeighbourView, messages: Messages): Html =>
  storyPiece(
    date,
    html`<p class="kind">${label}${elapsed === undefined ? nothing : html` <span class="note">· ${elapsed}</span>`}</p>
<p class="piece-title">${textLink(link)}</p>
${termList(terms, messages.threads.sharedTerms)}`,
  )

const storyPiece = (date: DateView, content: Html): Html => html`<li class="item piece">
${dateText(date, 'when')}
${content}</li>
`

export const similarPosts = (posts: readonly SimilarView[], messages: Messages): Html =>
  posts.length === 0
    ? nothing
    : html`<section class="similar" aria-labelledby="similar">
<h2 id="similar">${messages.similar.heading}</h2>
${posts.some(({ terms }) => terms.length > 0) ? html`<p class="note">${messages.similar.explain}</p>\n` : nothing}<ul class="posts">
${posts.map(similarPost)}</ul>
</section>
`

const similarPost = ({ link, date, terms }: SimilarView): Html =>
  html`<li class="item">${dateText(date, 'when')} ${textLink(link)}${terms.length === 0 ? nothing : html` <p class="note">${commaSeparated(terms)}</p>`}</li>\n`
