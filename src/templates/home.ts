import type { Messages } from '../i18n/messages.ts'
import { capitalise } from '../markup/capitalise.ts'
import { type Html, html, nothing } from '../markup/html.ts'
import type { DirectoryView, HomePageView } from '../pages/home-view.ts'
import type { LinkView } from '../pages/page-frame.ts'
import { countedLink, pageHeading, textLink } from './parts.ts'
import { pagerLinks, postList } from './post-list.ts'

export const homePage = ({ frame: { messages }, heading, intro, directory, posts, pager }: HomePageView): Html =>
  html`${pageHeading({ heading, intro: intro ?? (pager && capitalise(pager.position)) })}
${directory === undefined ? nothing : siteDirectory(directory, messages)}${
  posts.length === 0 ? html`<p>${messages.home.noPosts}</p>` : postList(posts)
}${pagerLinks(pager, messages)}`

const siteDirectory = (
  { allThreads, threads, allTags, tags }: DirectoryView,
  { home }: Messages,
): Html => html`<nav class="directory" aria-label="${home.directory}">
${directoryPart(
  allThreads,
  threads.map(({ link, summary }) => html`<li class="story-mark">${textLink(link)} ${summary}</li>\n`),
)}${directoryPart(
  allTags,
  tags.map((tag) => html`<li>${countedLink(tag)}</li>\n`),
)}</nav>
`

const directoryPart = (all: LinkView, items: readonly Html[]): Html =>
  items.length === 0
    ? nothing
    : html`<div>
<p class="directory-label">${textLink(all)}</p>
<ul class="directory-list">
${items}</ul>
</div>
`
