import { type Html, html, nothing, trusted } from '../markup/html.ts'
import type { ArchivesPageView, MonthCell, YearRow } from '../pages/archive-views.ts'
import { countedLink, countMark, pageHeading } from './parts.ts'

export const archivesPage = ({ heading, intro, years, undated }: ArchivesPageView): Html =>
  html`${pageHeading({ heading, intro })}
<div class="year-rows">
${years.map(
  (row) => html`<section class="year-row">
<h2><a href="${row.year.href}">${row.year.text}</a> ${countMark(row.year)}</h2>
${monthCells(row)}</section>
`,
)}</div>
${undated === undefined ? nothing : html`<p class="note month-unknown">${countedLink(undated)}</p>`}`

/** January to December with counts; the bar above a month says how full it is. */
export const monthCells = ({ months, monthUnknown }: YearRow): Html => html`<ol class="months">
${months.map(monthCell)}</ol>
${monthUnknown === undefined ? nothing : html`<p class="note month-unknown">${countedLink(monthUnknown)}</p>\n`}`

const monthCell = ({ name, link, share }: MonthCell): Html =>
  link === undefined
    ? html`<li class="month month-empty"><span class="month-name">${name}</span></li>\n`
    : html`<li class="month"><a href="${link.href}">${bar(share)}<span class="month-name">${name}</span> ${countMark(link)}</a></li>\n`

/** Drawn as an SVG, since styles in the page would forbid a strict content security policy. */
const bar = (share: number): Html =>
  html`<svg class="bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect y="${trusted(String(100 - barHeight(share)))}" width="10" height="${barHeight(share)}"/></svg>`

/** Percent of the full height; a month with one post is still seen. */
const barHeight = (share: number): number => Math.max(6, Math.round(share * 100))
