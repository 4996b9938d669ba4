import type { Messages } from '../i18n/messages.ts'
import { type Html, html, nothing } from '../markup/html.ts'
import type { SimilarView } from '../pages/similar-view.ts'
import type { StoryNeighbourView, StoryView } from '../pages/story-view.ts'
import { dateText, termList, textLink } from './parts.ts'

/** What happened before and next, with what speaks for it. */
export const storyBox = (
  { thread, before, after }: StoryView,
  messages: Messages,
): Html => html`<section class="story" aria-labelledby="story">
<h2 id="story">${thread === undefined ? messages.threads.thread : textLink(thread)}</h2>
${thread === undefined ? nothing : html`<p class="note">${thread.position}</p>\n`}${neighbourList(messages.threads.before, before, messages)}${neighbourList(messages.threads.after, after, messages)}</section>
`

const neighbourList = (heading: string, posts: readonly StoryNeighbourView[], messages: Messages): Html =>
  posts.length === 0
    ? nothing
    : html`<h3>${heading}</h3>
<ul class="story-list">
${posts.map(
  ({ link, date, terms, elapsed }) => html`<li>
<p class="story-link">${textLink(link)}</p>
<p class="note">${dateText(date)}${elapsed === undefined ? '' : ` · ${elapsed}`}</p>
${termList(terms, messages.threads.sharedTerms)}</li>
`,
)}</ul>
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
