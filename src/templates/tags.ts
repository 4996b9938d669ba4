import { type Html, html, nothing } from '../markup/html.ts'
import type { TagCountView, TagPageView, TagsPageView } from '../pages/tag-views.ts'
import { feedLinks } from './follow.ts'
import { pageHeading } from './parts.ts'
import { pagerLinks, postList } from './post-list.ts'

export const tagPage = ({ frame: { messages }, heading, count, posts, pager, feeds }: TagPageView): Html =>
  html`${pageHeading({ kind: messages.tags.tag, heading, intro: pager === undefined ? count : `${count}, ${pager.position}` })}
${feedLinks(feeds, messages.follow.thisTag)}${postList(posts, { messages })}${pagerLinks(pager, messages)}`

export const tagsPage = ({ heading, intro, groups }: TagsPageView): Html =>
  html`${pageHeading({ heading, intro })}
<div class="tag-index">
${groups.map(
  ({ letter, tags }) => html`<section class="tag-group">
<h2>${letter}</h2>
<ul>
${tags.map(countedTag)}</ul>
</section>
`,
)}</div>`

const countedTag = ({ text, href, count, countText, feedHref }: TagCountView): Html =>
  html`<li><a href="${href}">${text}</a> <span class="count"><span aria-hidden="true">${count}</span><span class="visually-hidden">(${countText})</span></span>${feedHref === undefined ? nothing : html` <a class="tag-feed" href="${feedHref}" aria-label="RSS, ${text}">RSS</a>`}</li>\n`
