import type { Messages } from '../i18n/messages.ts'
import { capitalise } from '../markup/capitalise.ts'
import { attribute, type Html, html, nothing, trusted } from '../markup/html.ts'
import type { PagerView, PostItemView } from '../pages/list-view.ts'
import { dateText, languageOf, tagList, textLink } from './parts.ts'

export const postList = (posts: readonly PostItemView[]): Html =>
  html`<ol class="posts">\n${posts.map((post) => html`<li class="item">${postItem(post)}</li>\n`)}</ol>`

/** Dates and titles alone, for a page that shows a long time at a glance. Its headings are one level lower. */
export const titleList = (posts: readonly PostItemView[]): Html =>
  html`<ol class="posts">\n${posts.map((post) => html`<li class="item">${dateText(post.date, 'when')}${titleOf(post, 3)}</li>\n`)}</ol>`

/**
 * What an item holds, date first: its parts stand in two columns by themselves.
 *
 * @param label - Stands above the heading.
 */
export const postItem = (post: PostItemView, label?: string): Html => html`${dateText(post.date, 'when')}
${label === undefined ? nothing : html`<p class="kind">${label}</p>\n`}${titleOf(post, 2)}
${excerpt(post)}${marks(post)}${tagList(post.tags)}`

const titleOf = ({ title, href, lang }: PostItemView, level: 2 | 3): Html => {
  const tag = trusted(`h${level}`)
  return html`<${tag}${languageOf(lang)}><a href="${href}">${title}</a></${tag}>`
}

const excerpt = ({ excerpt, lang }: PostItemView): Html =>
  excerpt === '' ? nothing : html`<p${languageOf(lang)}>${excerpt}</p>\n`

/** That it is part of a story, and that there are other versions of it. */
const marks = ({ story, versions }: PostItemView): Html =>
  story === undefined && versions === undefined
    ? nothing
    : html`<p class="note">${story === undefined ? nothing : html`<span class="story-mark">${textLink(story)}</span>`}${
        story === undefined || versions === undefined ? '' : ' · '
      }${versions}</p>\n`

/** Links to the other pages of a list. */
export const pagerLinks = (pager: PagerView | undefined, { pager: messages }: Messages): Html => {
  if (pager === undefined) return nothing
  const step = (text: string, href: string | undefined, rel?: string) =>
    href === undefined ? nothing : html`<li><a href="${href}"${attribute('rel', rel)}>${text}</a></li>\n`
  return html`
<nav class="pager" aria-label="${messages.label}">
<p>${capitalise(pager.position)}</p>
<ul>
${step(messages.first, pager.first)}${step(messages.previous, pager.previous, 'prev')}${step(messages.next, pager.next, 'next')}${step(messages.last, pager.last)}</ul>
</nav>`
}
