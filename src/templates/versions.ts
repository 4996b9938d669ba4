import type { Messages } from '../i18n/messages.ts'
import { type Html, html, nothing, trusted } from '../markup/html.ts'
import type { CopyView, VersionsView } from '../pages/versions-view.ts'
import type { DiffPart, WordDiff } from '../pages/word-diff.ts'
import { dateText, textLink } from './parts.ts'

/** On a copy: the version that readers should get. */
export const copyNote = (
  { note, canonical, canonicalDate }: CopyView,
  { versions }: Messages,
): Html => html`<aside class="copy-note">
<p>${note}</p>
<p>${versions.readCanonical} ${textLink(canonical)} <span class="note">${dateText(canonicalDate)}</span></p>
</aside>
`

/** On a copy: what the canonical version changed, word by word. */
export const copyDifferences = ({ title, body }: CopyView, messages: Messages): Html => {
  const { versions } = messages
  const isSame = body.added === 0 && body.removed === 0
  return html`<section class="differences" aria-labelledby="differences">
<h2 id="differences">${versions.differences}</h2>
${title === undefined ? nothing : html`<p class="diff"><span class="kind">${versions.title}</span> ${diffText(title, messages)}</p>\n`}<p class="note">${
    isSame ? versions.noDifferences : versions.differenceCount(body.added, body.removed)
  }</p>
${
  isSame
    ? nothing
    : html`<details>
<summary>${versions.showDifferences}</summary>
<div class="diff">${diffText(body, messages)}</div>
</details>
`
}</section>
`
}

/** On the canonical version: all versions. */
export const versionList = (
  { intro, versions }: VersionsView,
  messages: Messages,
): Html => html`<section class="versions" aria-labelledby="versions">
<h2 id="versions">${messages.versions.heading}</h2>
<p class="note">${intro}</p>
<ol class="posts">
${versions.map(
  ({ link, date, note, isCurrent }) =>
    html`<li class="item">${dateText(date, 'when')} ${isCurrent ? html`<strong>${link.text}</strong>` : textLink(link)} <p class="note">${note}</p></li>\n`,
)}</ol>
</section>
`

const diffText = ({ parts }: WordDiff, messages: Messages): Html =>
  html`${parts.map((part) => diffPart(part, messages))}`

/** Colour and line say what changed to the eye, hidden words to the ear. */
const diffPart = ({ kind, text }: DiffPart, { versions }: Messages): Html => {
  switch (kind) {
    case 'same':
      return html`${text}`
    case 'skipped':
      return html`\n<span class="skipped">${versions.skipped}</span>\n`
    case 'added':
      return html`${linesOf(text).map((line) => change('ins', versions.added, line, versions.endOfChange))}`
    case 'removed':
      return html`${linesOf(text).map((line) => change('del', versions.removed, line, versions.endOfChange))}`
  }
}

/** A change over several paragraphs is marked line by line: blank lines have nothing to mark. */
const linesOf = (text: string): readonly string[] => text.split(/(\n+)/).filter((line) => line !== '')

const change = (element: 'ins' | 'del', start: string, line: string, end: string): Html =>
  line.startsWith('\n')
    ? html`${line}`
    : html`<${trusted(element)}>${spoken(start)}${line}${spoken(end)}</${trusted(element)}>`

const spoken = (text: string): Html => html`<span class="sr-only"> ${text} </span>`
