import type { Messages } from '../i18n/messages.ts'
import { type Html, html, nothing } from '../markup/html.ts'
import type { ThreadPageView, ThreadPieceView, ThreadsPageView } from '../pages/thread-views.ts'
import { feedLinks } from './follow.ts'
import { dateText, pageHeading, termList, textLink } from './parts.ts'
import { postItem } from './post-list.ts'

export const threadPage = ({ frame: { messages }, heading, summary, terms, pieces, feeds }: ThreadPageView): Html =>
  html`${pageHeading({ kind: messages.threads.thread, heading, intro: summary })}
${feedLinks(feeds, messages.follow.thisStory)}${termList(terms, messages.threads.sharedTerms)}<ol class="posts timeline" reversed>
${pieces.map((piece, index) => threadPiece(piece, { messages, isLatest: index === 0 }))}</ol>`

const threadPiece = (
  { post, elapsed }: ThreadPieceView,
  { messages, isLatest }: { readonly messages: Messages; readonly isLatest: boolean },
): Html => html`<li class="item piece">
${postItem({ ...post, story: undefined }, isLatest ? messages.threads.latest : undefined)}${elapsed === undefined ? nothing : html`<p class="note">${elapsed}</p>\n`}</li>
`

export const threadsPage = ({ frame: { messages }, heading, intro, threads }: ThreadsPageView): Html =>
  html`${pageHeading({ heading, intro })}
<ul class="posts">
${threads.map(
  ({ link, summary, latest, latestDate }) => html`<li class="item">
${dateText(latestDate, 'when')}
<h2>${textLink(link)}</h2>
<p class="story-mark">${summary}</p>
<p class="note">${messages.threads.latest}${messages.colon}${textLink(latest)}</p>
</li>
`,
)}</ul>`
