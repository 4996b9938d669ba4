import { type Html, html, nothing } from '../markup/html.ts'
import type { LinkView } from '../pages/page-frame.ts'
import type { PostPageView } from '../pages/post-view.ts'
import { commentSection } from './comments.ts'
import { contentsList } from './contents.ts'
import { dateText, languageOf, tagList, textLink } from './parts.ts'
import { similarPosts, storyBox } from './related.ts'
import { copyDifferences, copyNote, versionList } from './versions.ts'

export const postPage = (view: PostPageView): Html => {
  const { frame, lang, title, body, copy, versions, story, similar, comments } = view
  const { messages } = frame
  return html`<article class="post">
<header class="post-heading">
${story?.thread === undefined ? nothing : html`<p class="story-mark"><a href="${story.thread.href}">${story.thread.text}</a> · ${story.thread.position}</p>\n`}<h1${languageOf(lang)}>${title}</h1>
${facts(view)}${view.date.evidence === undefined ? nothing : html`<p class="note evidence">${view.date.evidence}</p>\n`}</header>
${copy === undefined ? nothing : copyNote(copy, messages)}${contentsList(view.contents, messages.post.contents, lang)}<div class="prose"${languageOf(lang)}>
${body}</div>
${view.isTruncated ? html`<p class="note truncated">${messages.post.isTruncated}</p>\n` : nothing}${postFooter(view)}</article>
${story === undefined ? nothing : storyBox(story, view)}${copy === undefined ? nothing : copyDifferences(copy, messages)}${
  versions === undefined ? nothing : versionList(versions, messages)
}${similarPosts(similar, messages)}${comments === undefined ? nothing : commentSection(comments)}${neighbours(view)}`
}

const facts = ({
  frame: { messages },
  date,
  updated,
  author,
  readingTime,
  versions,
}: PostPageView): Html => html`<ul class="facts">
<li>${dateText(date)}</li>
${updated === undefined ? nothing : html`<li>${messages.post.updated}${messages.colon}${dateText(updated)}</li>\n`}${
  author === undefined ? nothing : html`<li>${author}</li>\n`
}${readingTime === undefined ? nothing : html`<li>${readingTime}</li>\n`}${versions === undefined ? nothing : html`<li><a href="#versions">${versions.count}</a></li>\n`}</ul>
`

const postFooter = ({
  frame: { messages },
  tags,
  share,
  source,
}: PostPageView): Html => html`<footer class="post-footer">
${tagList(tags, messages.post.tags)}<p class="note">${messages.post.share}${messages.colon}<span class="address">${share.address}</span>, <a href="${share.mail}">${messages.post.byMail}</a></p>
${source === undefined ? nothing : html`<p class="note">${messages.post.source}${messages.colon}<a href="${source}">${source}</a></p>\n`}</footer>
`

const neighbours = ({ frame: { messages }, newer, older }: PostPageView): Html =>
  newer === undefined && older === undefined
    ? nothing
    : html`<nav class="neighbours" aria-label="${messages.post.neighbours}">
<ul>
${neighbour('older', messages.post.older, older)}${neighbour('newer', messages.post.newer, newer)}</ul>
</nav>
`

const neighbour = (className: string, label: string, link: LinkView | undefined): Html =>
  link === undefined
    ? nothing
    : html`<li class="${className}"><span class="kind">${label}</span> ${textLink(link)}</li>\n`
