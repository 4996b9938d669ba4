import { tokens } from '../../templates/styles/tokens.ts'

/** The site's own colours and type, by day and by night; on paper, all that is folded is open. */
export const pageStyle: string = `${tokens}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 72rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: break-word; }
h1 { margin: 0 0 .25rem; font: 700 1.75rem/1.2 var(--serif); }
h2 { margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: var(--line); font: 700 1.25rem/1.3 var(--serif); }
p { margin: .5rem 0; max-width: 42rem; }
a { color: inherit; text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--thread); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0; padding: 0; list-style: none; }
nav a, summary { display: inline-block; padding: .25rem 0; min-height: 1.75rem; }
summary { display: list-item; cursor: pointer; font-weight: 600; }
.count { color: var(--ink-soft); font-weight: 400; font-size: .875rem; font-family: var(--sans); font-variant-numeric: tabular-nums; }
.day { white-space: nowrap; }
.soft { color: var(--ink-soft); }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .75rem 1.5rem; margin: 1.25rem 0; }
dl div { display: flex; flex-direction: column-reverse; }
dt { color: var(--ink-soft); font-size: .875rem; }
dd { margin: 0; font: 700 1.5rem/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
details { margin: .5rem 0; }
.scroll { overflow-x: auto; margin: .5rem 0 1rem; border: var(--line); }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { padding: .375rem .75rem; text-align: start; vertical-align: top; min-width: 6rem; max-width: 32rem; }
td:first-child { min-width: 11rem; }
th { background: var(--wash); white-space: nowrap; }
tbody tr + tr td { border-top: var(--line); }
pre { overflow-x: auto; padding: .75rem; border: var(--line); background: var(--wash); font: .875rem/1.5 var(--mono); }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .scroll, pre { overflow: visible; border: 0; }
  pre { white-space: pre-wrap; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  nav { display: none; }
}
`
