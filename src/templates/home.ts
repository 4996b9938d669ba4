import { type Html, html } from '../markup/html.ts'
import type { HomePageView } from '../pages/home-view.ts'
import { pageHeading } from './parts.ts'
import { pagerLinks, postList } from './post-list.ts'

export const homePage = ({ frame: { messages }, heading, intro, posts, pager }: HomePageView): Html =>
  html`${pageHeading({ heading, intro: intro ?? pager?.position })}
${posts.length === 0 ? html`<p>${messages.home.noPosts}</p>` : postList(posts, { messages })}${pagerLinks(pager, messages)}`
