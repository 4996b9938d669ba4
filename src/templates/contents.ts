import { type Html, html, nothing } from '../markup/html.ts'
import type { ContentsEntry } from '../pages/contents-view.ts'
import type { LinkView } from '../pages/page-frame.ts'
import { languageOf, textLink } from './parts.ts'

/** @param lang - Of the article, where it is another than the site's. */
export const contentsList = (entries: readonly ContentsEntry[], label: string, lang: string | undefined): Html =>
  entries.length === 0
    ? nothing
    : html`<nav class="contents" aria-labelledby="contents">
<p class="kind" id="contents">${label}</p>
<ol class="contents-list"${languageOf(lang)}>
${entries.map(({ link, parts }) => html`<li>${textLink(link)}${partList(parts)}</li>\n`)}</ol>
</nav>
`

const partList = (parts: readonly LinkView[]): Html =>
  parts.length === 0
    ? nothing
    : html`\n<ol class="contents-list">\n${parts.map((part) => html`<li>${textLink(part)}</li>\n`)}</ol>`
