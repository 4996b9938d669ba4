import { type Html, html, nothing } from '../markup/html.ts'
import type { FeedLink } from '../pages/feed-links.ts'
import type { FollowedView, FollowGroupView, FollowPageView } from '../pages/follow-view.ts'
import { commaSeparated, pageHeading, textLink } from './parts.ts'

/** What a feed is, how to follow one, and all there are. */
export const followPage = ({ frame: { messages }, heading, intro, opml, groups }: FollowPageView): Html => {
  const { follow } = messages
  return html`${pageHeading({ heading, intro })}
<div class="prose">
<p>${follow.whatIsAFeed}</p>
<ol>
${follow.steps.map((step) => html`<li>${step}</li>\n`)}</ol>
<p>${follow.formats}</p>
<p>${follow.opmlNote} ${textLink(opml)}.</p>
</div>
${groups.map(feedTable)}`
}

/** The feeds of what a page shows, in one line. */
export const feedLinks = (feeds: readonly FeedLink[], label: string): Html =>
  feeds.length === 0 ? nothing : html`<p class="note feeds">${label} ${commaSeparated(feeds.map(feedLink))}</p>\n`

/** A table, so that each "RSS" is heard with the row it belongs to. */
const feedTable = ({ id, heading, rows }: FollowGroupView): Html => html`<section class="feeds-group">
<h2 id="${id}">${heading}</h2>
<table class="feed-table" aria-labelledby="${id}">
<tbody>
${rows.map(feedRow)}</tbody>
</table>
</section>
`

const feedRow = ({ page, feeds }: FollowedView): Html =>
  html`<tr><th scope="row">${textLink(page)}</th>${feeds.map((feed) => html`<td>${feedLink(feed)}</td>`)}</tr>\n`

const feedLink = ({ type, label, href }: FeedLink): Html => html`<a href="${href}" type="${type}">${label}</a>`
