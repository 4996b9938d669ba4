import { attribute, type Html, html, nothing } from '../markup/html.ts'
import type { CountedLink } from '../pages/counted-link.ts'
import type { DateView } from '../pages/date-view.ts'
import type { LinkView } from '../pages/page-frame.ts'

export const textLink = ({ text, href, lang }: LinkView): Html =>
  html`<a href="${href}"${languageOf(lang)}${attribute('hreflang', lang)}>${text}</a>`

/** Attributes of a text in another language than the site's, which may be written the other way. */
export const languageOf = (lang: string | undefined): Html =>
  lang === undefined ? nothing : html`${attribute('lang', lang)} dir="auto"`

export const countedLink = (link: CountedLink): Html => html`${textLink(link)} ${countMark(link)}`

/** A bare number to the eye, a sentence to the ear. */
export const countMark = ({ count, countText }: CountedLink): Html =>
  html`<span class="count"><span aria-hidden="true">${count}</span><span class="visually-hidden">(${countText})</span></span>`

/** A date with as much machine-readable date as is sure; estimates look like estimates. */
export const dateText = ({ text, datetime, isEstimate }: DateView): Html => {
  const className = isEstimate ? 'date date-estimate' : 'date'
  return datetime === undefined
    ? html`<span class="${className}">${text}</span>`
    : html`<time class="${className}" datetime="${datetime}">${text}</time>`
}

/** @param label - Told to those who can't see that these are tags. */
export const tagList = (tags: readonly LinkView[], label: string): Html =>
  tags.length === 0
    ? nothing
    : html`<p class="visually-hidden">${label}</p>
<ul class="tag-list">${tags.map((tag) => html`<li>${textLink(tag)}</li>`)}</ul>\n`

export const commaSeparated = (items: readonly (string | Html)[]): Html =>
  html`${items.map((item, index) => html`${index === 0 ? '' : ', '}${item}`)}`

/** Terms that several posts share. They are words of the posts, shown as they are. */
export const termList = (terms: readonly string[], label: string): Html =>
  terms.length === 0
    ? nothing
    : html`<p class="terms"><span class="terms-label">${label}</span> ${commaSeparated(terms)}</p>\n`

/** Heading of a page, with the kind of page above it and what explains it below. */
export const pageHeading = ({
  kind,
  heading,
  intro,
}: {
  readonly kind?: string | Html | undefined
  readonly heading: string
  readonly intro?: string | Html | undefined
}): Html => html`<header class="page-heading">
${kind === undefined ? nothing : html`<p class="kind">${kind}</p>\n`}<h1>${heading}</h1>
${intro === undefined ? nothing : html`<p class="intro">${intro}</p>\n`}</header>`
