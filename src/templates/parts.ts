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
  html`<span class="count"><span aria-hidden="true">${count}</span><span class="sr-only">(${countText})</span></span>`

/**
 * A date with as much machine-readable date as is sure; what is not certain looks like it.
 *
 * @param place - `when`: it says when, beside or above what it is the date of.
 */
export const dateText = ({ text, datetime, isEstimate }: DateView, place?: 'when'): Html => {
  const names = [...(place === undefined ? [] : [place]), ...(isEstimate || datetime === undefined ? ['estimate'] : [])]
  const className = attribute('class', names.join(' ') || undefined)
  return datetime === undefined
    ? html`<span${className}>${text}</span>`
    : html`<time${className}${attribute('datetime', datetime)}>${text}</time>`
}

/** @param label - Told to those who can't see that these are tags, where nothing before them says what they belong to. */
export const tagList = (tags: readonly LinkView[], label?: string): Html =>
  tags.length === 0
    ? nothing
    : html`<p class="tags">${label === undefined ? nothing : html`<span class="sr-only">${label}</span> `}${tags.map((tag, at) => html`${at === 0 ? '' : ' '}${textLink(tag)}`)}</p>\n`

export const commaSeparated = (items: readonly (string | Html)[]): Html =>
  html`${items.map((item, index) => html`${index === 0 ? '' : ', '}${item}`)}`

/** Terms that several posts share. They are words of the posts, shown as they are. */
export const termList = (terms: readonly string[], label: string): Html =>
  terms.length === 0 ? nothing : html`<p class="note">${label} ${commaSeparated(terms)}</p>\n`

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
