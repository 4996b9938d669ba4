import type { Messages } from '../i18n/messages.ts'
import { attribute, type Html, html, nothing, trusted } from '../markup/html.ts'
import type { PagerView, PostItemView } from '../pages/list-view.ts'
import { dateText, languageOf, tagList, textLink } from './parts.ts'

export interface PostListOptions {
  readonly messages: Messages
  /** Level of the posts' headings: one below the heading that the list stands under. */
  readonly level?: 2 | 3 | undefined
  /** Stands above the heading. */
  readonly label?: string | undefined
}

export const postList = (posts: readonly PostItemView[], { messages, level = 2 }: PostListOptions): Html =>
  html`<ol class="post-list">\n${posts.map((post) => html`<li class="post-item">\n${postItem(post, { messages, level })}</li>\n`)}</ol>`

export const postItem = (post: PostItemView, { messages, level = 2, label }: PostListOptions): Html => {
  const tag = trusted(`h${level}`)
  return html`<p class="post-item-date">${dateText(post.date)}</p>
<div class="post-item-text">
${label === undefined ? nothing : html`<p class="kind">${label}</p>\n`}<${tag} class="post-item-title"${languageOf(post.lang)}><a href="${post.href}">${post.title}</a></${tag}>
${excerpt(post)}${postItemNotes(post, messages)}</div>
`
}

const excerpt = ({ excerpt, lang }: PostItemView): Html =>
  excerpt === '' ? nothing : html`<p class="post-item-excerpt"${languageOf(lang)}>${excerpt}</p>\n`

const postItemNotes = ({ tags, versions, story }: PostItemView, messages: Messages): Html =>
  tags.length === 0 && versions === undefined && story === undefined
    ? nothing
    : html`<div class="post-item-notes">
${story === undefined ? nothing : html`<p class="story-mark">${textLink(story)}</p>\n`}${
  versions === undefined ? nothing : html`<p class="versions-mark">${versions}</p>\n`
}${tagList(tags, messages.post.tags)}</div>\n`

/** Links to the other pages of a list. */
export const pagerLinks = (pager: PagerView | undefined, { pager: messages }: Messages): Html => {
  if (pager === undefined) return nothing
  const step = (text: string, href: string | undefined, rel?: string) =>
    href === undefined ? nothing : html`<li><a href="${href}"${attribute('rel', rel)}>${text}</a></li>\n`
  return html`
<nav class="pager" aria-label="${messages.label}">
<p class="pager-position">${pager.position}</p>
<ul>
${step(messages.first, pager.first)}${step(messages.previous, pager.previous, 'prev')}${step(messages.next, pager.next, 'next')}${step(messages.last, pager.last)}</ul>
</nav>`
}
