import { type Html, type HtmlPart, html, nothing } from '../../markup/html.ts'
import { countOf } from '../count-of.ts'

/** A part of the report that has something to tell; one that has not is left out. */
export interface Section {
  readonly id: string
  readonly heading: string
  /** Of what it lists. */
  readonly count: number
  readonly content: Html
}

export interface Table {
  /** What it lists, for those who can't see where it stands. */
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly HtmlPart[])[]
}

/** A table that scrolls by itself where it is wider than the page. */
export const formatTable = ({ caption, columns, rows }: Table): Html =>
  html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>`

/** What is opened when it is wanted; short lists are open. */
export const formatDetails = (summary: string, count: number, content: Html): Html =>
  html`<details${count <= shortList && html` open`}><summary>${summary} <span class="count">${formatCount(count)}</span></summary>${content}</details>`

const shortList = 20

export const formatSection = ({ id, heading, count, content }: Section): Html =>
  count === 0
    ? nothing
    : html`<section aria-labelledby="${id}"><h2 id="${id}">${heading} <span class="count">${formatCount(count)}</span></h2>${content}</section>\n`

export const formatContents = (sections: readonly Section[]): Html => {
  const told = sections.filter(({ count }) => count > 0)
  return html`<nav aria-label="Contents"><ul>${told.map(({ id, heading, count }) => html`<li><a href="#${id}">${heading}</a> <span class="count">${formatCount(count)}</span></li>`)}</ul></nav>`
}

/** `10,000`: of the machine's own language nothing. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

export const formatCountOf = (count: number, noun: string): string =>
  countOf(count, noun).replace(/^\d+/, formatCount(count))
