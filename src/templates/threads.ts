import type { Messages } from '../i18n/messages.ts'
import { type Html, html, nothing } from '../markup/html.ts'
import type { DateView } from '../pages/date-view.ts'
import type { ThreadPageView, ThreadPieceView, ThreadsPageView } from '../pages/thread-views.ts'
import { feedLinks } from './follow.ts'
import { pageHeading, termList, textLink } from './parts.ts'
import { postItem } from './post-list.ts'

export const threadPage = ({ frame: { messages }, heading, summary, terms, pieces, feeds }: ThreadPageView): Html =>
  html`${pageHeading({ kind: messages.threads.thread, heading, intro: summary })}
${feedLinks(feeds, messages.follow.thisStory)}${termList(terms, messages.threads.sharedTerms)}<ol class="timeline" reversed>
${pieces.map((piece, index) => threadPiece(piece, { messages, isLatest: index === 0 }))}</ol>`

const threadPiece = (
  { post, elapsed }: ThreadPieceView,
  { messages, isLatest }: { readonly messages: Messages; readonly isLatest: boolean },
): Html => html`<li class="${pieceClass(post.date)}">
<article class="post-item">
${postItem({ ...post, story: undefined }, { messages, label: isLatest ? messages.threads.latest : undefined })}</article>
${elapsed === undefined ? nothing : html`<p class="note">${elapsed}</p>\n`}</li>
`

/** An episode's dot is dotted where its day is not certain. */
export const pieceClass = ({ isEstimate, datetime }: DateView): string =>
  isEstimate || datetime === undefined ? 'piece piece-estimate' : 'piece'

export const threadsPage = ({ frame: { messages }, heading, intro, threads }: ThreadsPageView): Html =>
  html`${pageHeading({ heading, intro })}
<ul class="thread-list">
${threads.map(
  ({ link, summary, latest }) => html`<li>
<h2>${textLink(link)}</h2>
<p class="note">${summary}</p>
<p><span class="kind">${messages.threads.latest}${messages.colon}</span>${textLink(latest)}</p>
</li>
`,
)}</ul>`
