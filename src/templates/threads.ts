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
): Html => html`<li class="${isCertain(post.date) ? 'piece' : 'piece piece-estimate'}">
${isLatest ? html`<p class="kind">${messages.threads.latest}</p>\n` : nothing}<article class="post-item">
${postItem({ ...post, story: undefined }, { messages })}</article>
${elapsed === undefined ? nothing : html`<p class="elapsed">${elapsed}</p>\n`}</li>
`

const isCertain = ({ isEstimate, datetime }: DateView): boolean => !isEstimate && datetime !== undefined

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
