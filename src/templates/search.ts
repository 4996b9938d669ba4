import { type Html, html } from '../markup/html.ts'
import type { SearchPageView } from '../pages/search-view.ts'
import { pageHeading, textLink } from './parts.ts'

/** The form works with the script alone, and loads it nothing until a reader begins; without script there are other ways. */
export const searchPage = (view: SearchPageView): Html => {
  const { index, languages, tags, years, ways, frame } = view
  const { search } = frame.messages
  return html`${pageHeading({ heading: search.name, intro: search.description })}
<form class="search-form" role="search" data-index="${index}" data-languages="${languages.join(' ')}" data-status="${JSON.stringify(search.status)}">
<p><label for="search-words">${search.words}</label> <input id="search-words" type="search" name="q" autocomplete="off"></p>
${selection({ id: 'search-tag', name: 'tag', label: search.tag, any: search.anyTag, values: tags })}${selection({ id: 'search-year', name: 'year', label: search.year, any: search.anyYear, values: years })}<p><button type="submit">${search.submit}</button></p>
</form>
<noscript>
<div class="prose">
<p>${search.withoutScript}</p>
<ul>
${ways.map((way) => html`<li>${textLink(way)}</li>\n`)}</ul>
</div>
</noscript>
<p class="search-status" role="status"></p>
<section class="search-results" aria-label="${search.results}">
<ol class="posts"></ol>
<p><button class="search-more" type="button" hidden>${search.more}</button></p>
</section>`
}

interface Selection {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly any: string
  readonly values: readonly string[]
}

const selection = ({ id, name, label, any, values }: Selection): Html =>
  html`<p><label for="${id}">${label}</label> <select id="${id}" name="${name}">
<option value="">${any}</option>
${values.map((value) => html`<option>${value}</option>\n`)}</select></p>\n`
