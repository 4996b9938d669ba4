import type { Messages } from '../i18n/messages.ts'
import { type Html, html, nothing } from '../markup/html.ts'
import type { DateView } from '../pages/date-view.ts'
import type { PostPageView } from '../pages/post-view.ts'
import type { SimilarView } from '../pages/similar-view.ts'
import type { StoryNeighbourView, StoryView } from '../pages/story-view.ts'
import { dateText, termList, textLink } from './parts.ts'
import { pieceClass } from './threads.ts'

/** The part of the story around a post: what happened before, this post, what happened next, and what speaks for it. */
export const storyBox = (
  { thread, before, after }: StoryView,
  { title, date, frame: { messages } }: Pick<PostPageView, 'title' | 'date' | 'frame'>,
): Html => html`<section class="story" aria-labelledby="story">
<h2 id="story">${thread === undefined ? messages.threads.thread : textLink(thread)}</h2>
<ol class="timeline">
${before.map((neighbour) => neighbourPiece(messages.threads.before, neighbour, messages))}${storyPiece(
  date,
  html`${thread === undefined ? nothing : html`<p class="note">${thread.position}</p>\n`}<p class="piece-title"><strong>${title}</strong></p>\n`,
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

const storyPiece = (date: DateView, content: Html): Html => html`<li class="${pieceClass(date)}">
<div class="post-item">
<p class="post-item-date">${dateText(date)}</p>
<div class="post-item-text">
${content}</div>
</div>
</li>
`

export const similarPosts = (posts: readonly SimilarView[], messages: Messages): Html =>
  posts.length === 0
    ? nothing
    : html`<section class="similar" aria-labelledby="similar">
<h2 id="similar">${messages.similar.heading}</h2>
<ul class="similar-list">
${posts.map(({ link, date }) => html`<li>${textLink(link)} <span class="note">${dateText(date)}</span></li>\n`)}</ul>
${similarTerms(posts, messages)}</section>
`

const similarTerms = (posts: readonly SimilarView[], messages: Messages): Html => {
  const explained = posts.filter(({ terms }) => terms.length > 0)
  return explained.length === 0
    ? nothing
    : html`<details>
<summary>${messages.similar.explain}</summary>
${explained.map(({ link, terms }) => termList(terms, messages.similar.terms(link.text)))}</details>
`
}
