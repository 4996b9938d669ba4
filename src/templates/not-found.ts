import { type Html, html } from '../markup/html.ts'
import type { NotFoundPageView } from '../pages/not-found-view.ts'
import { pageHeading, textLink } from './parts.ts'

export const notFoundPage = ({ frame: { messages, navigation } }: NotFoundPageView): Html =>
  html`${pageHeading({ kind: '404', heading: messages.notFound.title, intro: messages.notFound.text })}
<div class="prose">
<p>${messages.notFound.ways}</p>
<ul>
${navigation.map((link) => html`<li>${textLink(link)}</li>\n`)}</ul>
</div>`
