import type { Messages } from '../i18n/messages.ts'
import { type Html, html, nothing } from '../markup/html.ts'
import type { TagOverview } from '../pages/tag-overview.ts'
import type { TagCountView, TagPageView, TagsPageView } from '../pages/tag-views.ts'
import { feedLinks } from './follow.ts'
import { monthChart } from './month-chart.ts'
import { commaSeparated, countedLink, pageHeading } from './parts.ts'
import { pagerLinks, postList } from './post-list.ts'

export const tagPage = ({ frame: { messages }, heading, count, overview, posts, pager, feeds }: TagPageView): Html => {
  const facts = [count, overview?.span, pager?.position].filter((fact) => fact !== undefined)
  return html`${pageHeading({ kind: messages.tags.tag, heading, intro: facts.join(', ') })}
${feedLinks(feeds, messages.follow.thisTag)}${overview === undefined ? nothing : tagOverview(overview, messages)}${postList(posts)}${pagerLinks(pager, messages)}`
}

const tagOverview = ({ chart, related }: TagOverview, { tags }: Messages): Html =>
  html`${
    related.length === 0
      ? nothing
      : html`<p class="note feeds">${tags.related} ${commaSeparated(related.map(countedLink))}</p>\n`
  }${chart === undefined ? nothing : monthChart(chart)}`

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

const countedTag = ({ feedHref, ...tag }: TagCountView): Html =>
  html`<li>${countedLink(tag)}${feedHref === undefined ? nothing : html` <a class="tag-feed" href="${feedHref}" aria-label="RSS, ${tag.text}">RSS</a>`}</li>\n`
