import type { Messages } from '../i18n/messages.ts'
import { type Html, html, nothing } from '../markup/html.ts'
import {
  type MonthGroup,
  type MonthPageView,
  monthUnknownAnchor,
  type UndatedPageView,
  type YearPageView,
} from '../pages/archive-views.ts'
import type { LinkView } from '../pages/page-frame.ts'
import { monthCells } from './archives.ts'
import { pageHeading, textLink } from './parts.ts'
import { pagerLinks, postList, titleList } from './post-list.ts'

export const yearPage = ({
  frame: { messages },
  heading,
  count,
  row,
  groups,
  pager,
  newer,
  older,
}: YearPageView): Html =>
  html`${pageHeading({ kind: messages.archives.year, heading, intro: pager === undefined ? count : `${count}, ${pager.position}` })}
<section class="year-row" aria-label="${messages.archives.months}">
${monthCells(row)}</section>
${groups.map((group) => monthGroup(group, messages))}${pagerLinks(pager, messages)}${periodLinks({ newer, older }, messages)}`

export const monthPage = ({
  frame: { messages },
  heading,
  count,
  year,
  posts,
  pager,
  newer,
  older,
}: MonthPageView): Html =>
  html`${pageHeading({ kind: textLink(year), heading, intro: pager === undefined ? count : `${count}, ${pager.position}` })}
${postList(posts)}${pagerLinks(pager, messages)}${periodLinks({ newer, older }, messages)}`

export const undatedPage = ({ frame: { messages }, heading, note, posts, pager }: UndatedPageView): Html =>
  html`${pageHeading({ kind: messages.archives.name, heading, intro: note })}
${postList(posts)}${pagerLinks(pager, messages)}`

const monthGroup = ({ heading, href, posts }: MonthGroup, messages: Messages): Html =>
  href === undefined
    ? html`<section class="month-group" id="${monthUnknownAnchor}">
<h2>${heading}</h2>
<p class="note">${messages.archives.monthUnknownNote}</p>
${titleList(posts)}
</section>
`
    : html`<section class="month-group">
<h2><a href="${href}">${heading}</a></h2>
${titleList(posts)}
</section>
`

const periodLinks = (
  { newer, older }: { readonly newer?: LinkView | undefined; readonly older?: LinkView | undefined },
  messages: Messages,
): Html =>
  newer === undefined && older === undefined
    ? nothing
    : html`
<nav class="neighbours" aria-label="${messages.archives.neighbours}">
<ul>
${older === undefined ? nothing : html`<li class="older">${textLink(older)}</li>\n`}${newer === undefined ? nothing : html`<li class="newer">${textLink(newer)}</li>\n`}</ul>
</nav>`
