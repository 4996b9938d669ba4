/**
 * The theme. One idea: time stands in a narrow rail on the left, text in a column of a readable measure beside it; a red
 * line, the thread, is drawn only where posts tell one story. What is not certain is dotted.
 *
 * A module and not a `.css` file, since it has to be found from the TypeScript source and from the published package alike.
 * Sites change it by setting the custom properties of `tokens` in a later layer or outside of layers.
 */
const source: string = `
@layer tokens, base, layout, components, utilities, print;

@layer tokens {
:root {
  color-scheme: light dark;
  --paper: #fbfbf8;
  --ink: #1b1d20;
  --ink-soft: #565a60;
  --rule: #d8d9d3;
  --wash: #f0f0ea;
  --thread: #a8281a;
  --added: #d9efdc;
  --removed: #fbdcd6;
  --serif: "Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Palatino, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --rail: 10.25rem;
  --gap: 2rem;
  --measure: 38rem;
  --small: .875rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14161a;
    --ink: #e8e7e2;
    --ink-soft: #a6aab0;
    --rule: #363a41;
    --wash: #1e2126;
    --thread: #ff9482;
    --added: #1d3d26;
    --removed: #50231e;
  }
}
}

@layer base {
*, ::before, ::after { box-sizing: border-box; }
html { font: 112.5%/1.6 var(--serif); color: var(--ink); background: var(--paper); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { margin: 0; line-height: 1.2; font-weight: 600; text-wrap: balance; }
h1 { font-size: clamp(1.85rem, 1.35rem + 2.4vi, 2.85rem); line-height: 1.1; letter-spacing: -.015em; }
p, ul, ol { margin: 0; }
:where(ul, ol)[class] { padding: 0; list-style: none; }
a { color: inherit; text-decoration-color: var(--thread); text-decoration-thickness: .06em; text-underline-offset: .16em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--thread); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
summary { cursor: pointer; font: var(--small)/1.5 var(--sans); padding-block: .35rem; width: fit-content; }
img { max-width: 100%; height: auto; }
}

@layer layout {
.site-bar, main, .site-footer { max-width: calc(var(--rail) + var(--gap) + var(--measure) + 3rem); margin-inline: auto; padding-inline: 1.5rem; }
.site-header { border-block-start: .3rem solid var(--ink); font-family: var(--sans); }
.site-bar { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 2rem; padding-block: 1rem .8rem; }
.site-title { font: 600 1.15rem/1.3 var(--serif); margin-inline-end: auto; }
.site-title a, .site-nav a { text-decoration: none; display: inline-block; padding-block: .2rem; }
.site-nav { display: flex; flex-wrap: wrap; gap: 0 clamp(.9rem, 4vi, 1.4rem); font-size: var(--small); }
.site-nav a { border-block-end: 2px solid transparent; }
.site-nav a:hover { border-color: var(--rule); }
.site-nav [aria-current] { border-color: var(--ink); }
main { padding-block: clamp(2rem, 1rem + 4vi, 4rem) 4rem; }
.site-footer { font: var(--small)/1.5 var(--sans); color: var(--ink-soft); padding-block: 1.5rem 3rem; }
.site-footer p { border-block-start: 1px solid var(--rule); padding-block-start: 1.25rem; }
@media (min-width: 52rem) {
  .page-heading, .prose, .copy-note, .truncated, .post-footer, .story, .versions, .differences, .similar, .neighbours, .pager,
  .tag-index, .thread-list, .feeds-group, main > p, main > .terms { margin-inline-start: calc(var(--rail) + var(--gap)); max-width: var(--measure); }
  .post-heading { display: grid; grid-template-columns: var(--rail) minmax(0, 1fr); column-gap: var(--gap); }
  .post-heading > * { grid-column: 2; }
  .post-item { display: grid; grid-template-columns: var(--rail) minmax(0, 1fr); column-gap: var(--gap); }
  .post-item-date { text-align: end; padding-block-start: .32rem; }
}
}

@layer components {
:where(.kind, .intro, .note, .evidence, .count, .elapsed, .date, .terms, .facts, .tag-list, .post-item-notes, .versions-mark, .story-mark, .skipped, .tag-group h2) { font: var(--small)/1.5 var(--sans); color: var(--ink-soft); }
:where(.story h3, .month-unknown, .undated-link, .pager) { font: var(--small)/1.5 var(--sans); }
.page-heading { margin-block-end: 2.5rem; }
.page-heading h1 { margin-block: .2rem .5rem; }
.page-heading .intro { font-size: 1rem; }
.page-heading h1::first-letter, .month-group > h2::first-letter { text-transform: uppercase; }

.date { font-variant-numeric: lining-nums; }
.date-estimate { text-decoration: underline dotted; text-decoration-color: var(--ink-soft); text-decoration-thickness: 1px; text-underline-offset: .25em; }

.post-list { display: grid; gap: 2.4rem; }
.post-item-date { line-height: 1.4; }
.post-item-title { font-size: 1.35rem; line-height: 1.22; }
.post-item-title a { text-decoration-color: transparent; }
.post-item-title a:hover { text-decoration-color: var(--thread); }
.post-item-excerpt { color: var(--ink-soft); font-size: 1rem; line-height: 1.5; margin-block-start: .35rem; }
.post-item-notes { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; margin-block-start: .4rem; }
.tag-list { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.tag-list a, .story-mark a { display: inline-block; padding-block: .15rem; color: var(--ink); text-decoration-color: var(--rule); }
.tag-list a:hover, .story-mark a:hover { text-decoration-color: var(--thread); }
.versions-mark { padding-block: .15rem; }
.story-mark a { display: inline; }
.story-position { margin-inline-start: .5rem; }
.story-mark::before { content: ""; display: inline-block; inline-size: 1.5rem; block-size: .5rem; margin-inline-end: .5rem; background: linear-gradient(var(--thread) 0 0) 0 50% / 100% 2px no-repeat; border-inline-end: .5rem solid var(--thread); border-radius: 0 .25rem .25rem 0; }

.post-heading { margin-block-end: 2rem; }
.post-heading .story-mark { margin-block-end: .6rem; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin-block-start: .8rem; }
@media (min-width: 52rem) { .post-heading .facts { grid-column: 1; grid-row: 1 / span 4; flex-direction: column; text-align: end; margin-block-start: .55rem; } }
.evidence { margin-block-start: .9rem; padding-inline-start: .9rem; border-inline-start: 2px dotted var(--ink-soft); }

.prose > * + * { margin-block-start: 1em; }
.prose :is(h2, h3, h4, h5, h6) { margin-block: 1.8em .5em; font-size: 1.25rem; }
.prose :is(h4, h5, h6) { font-size: 1.05rem; }
.prose :is(ul, ol) { padding-inline-start: 1.4em; }
.prose li + li { margin-block-start: .3em; }
.prose blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 3px solid var(--rule); color: var(--ink-soft); }
.prose :is(pre, code) { font: .85em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; background: var(--wash); }
.prose code { padding: .1em .3em; }
.prose pre { padding: 1em; overflow-x: auto; }
.prose pre code { padding: 0; font-size: 1em; }
.prose table { display: block; overflow-x: auto; border-collapse: collapse; font: var(--small)/1.5 var(--sans); }
.prose :is(th, td) { padding: .4em .8em; border-block-end: 1px solid var(--rule); text-align: start; }
.prose hr { border: 0; border-block-start: 1px solid var(--rule); margin-block: 2em; }
.truncated { margin-block-start: 1rem; }
.post-footer { margin-block-start: 2rem; }
.post-footer .note { margin-block-start: .4rem; }

.story, .versions, .differences, .similar, .neighbours { margin-block-start: 2.75rem; padding-block-start: 1.25rem; border-block-start: 1px solid var(--rule); }
:is(.story, .versions, .differences, .similar) > h2 { font-size: 1.25rem; margin-block-end: .3rem; }
.story { border-block-start: 2px solid var(--thread); }
.story h3 { font-weight: 600; margin-block-start: 1.1rem; }
.story-link { font-size: 1.1rem; line-height: 1.35; }
main > .terms { margin-block-end: 2rem; }
details > .terms + .terms { margin-block-start: .5rem; }
:is(.similar-list, .version-list) { display: grid; gap: .55rem; margin-block: .7rem; }
:is(.similar-list, .version-list) li { line-height: 1.4; }
.copy-note { margin-block-end: 2rem; padding: 1rem 1.2rem; background: var(--wash); border-inline-start: 3px solid var(--ink); font-size: 1rem; line-height: 1.5; }
.diff { font-size: 1rem; line-height: 1.65; white-space: pre-line; }
.diff .kind { display: block; }
details > .diff { margin-block-start: .6rem; }
ins, del { padding-inline: .1em; border-radius: 2px; }
ins { background: var(--added); text-decoration-thickness: 1px; text-underline-offset: .2em; }
del { background: var(--removed); text-decoration-thickness: 1px; }
.skipped { display: block; width: fit-content; margin-block: .5em; }
.skipped::before { content: "[…] "; }
.neighbours ul, .pager ul { padding: 0; list-style: none; }
.neighbours ul { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; line-height: 1.35; }
.neighbours .kind { display: block; }
.neighbours .newer { grid-column: 2; text-align: end; }
.neighbours a, .pager a { display: inline-block; padding-block: .15rem; }
.neighbours a::first-letter { text-transform: uppercase; }

.pager { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); }
.pager ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.pager-position { color: var(--ink-soft); padding-block: .15rem; }
.pager-position::first-letter, .page-heading .intro::first-letter { text-transform: uppercase; }

.tag-index { columns: 15rem auto; column-gap: 3rem; }
.tag-group { break-inside: avoid; margin-block-end: 1.5rem; }
.tag-group h2 { font-weight: 600; border-block-end: 1px solid var(--rule); padding-block-end: .2rem; margin-block-end: .4rem; }
.tag-group ul { padding: 0; list-style: none; }
.tag-group li { display: flex; justify-content: space-between; gap: 1rem; line-height: 1.4; padding-block: .15rem; }
.tag-group a, .year-row h2 a, .thread-list h2 a, .month-group h2 a { text-decoration-color: transparent; }
:is(.tag-group, .year-row h2, .thread-list h2, .month-group h2) a:hover { text-decoration-color: var(--thread); }
.tag-group li > a:first-child { margin-inline-end: auto; }
.tag-feed { font: .8125rem/1.7 var(--sans); color: var(--ink-soft); }
.count { font-variant-numeric: tabular-nums lining-nums; }

.feeds-group { margin-block-start: 2.75rem; }
.feeds-group h2 { font-size: 1.25rem; }
.feed-table { inline-size: 100%; border-collapse: collapse; font: var(--small)/1.5 var(--sans); margin-block-start: .6rem; }
.feed-table :is(th, td) { padding: .35rem .8rem .35rem 0; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: baseline; font-weight: 400; }
.feed-table :is(td, thead th) { white-space: nowrap; overflow-wrap: normal; }
.feed-table thead th { color: var(--ink-soft); }
.feed-table tbody th { inline-size: 100%; font: 1rem/1.4 var(--serif); }
.opml { margin-block-start: 2rem; }
main > .feeds { margin-block: 0 2.25rem; font: var(--small)/1.5 var(--sans); }
.prose + .feeds { margin-block-start: 1.25rem; }
.page-heading:has(+ .feeds) { margin-block-end: 1rem; }
.feeds-label { color: var(--ink-soft); }

.year-rows { display: grid; gap: 2.25rem; }
.year-row h2 { font-size: 1.35rem; display: flex; align-items: baseline; gap: .6rem; margin-block-end: .5rem; }
.months { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: .6rem .4rem; font: .8125rem/1.4 var(--sans); max-width: var(--measure); }
.month { display: grid; align-content: end; }
.month a { display: block; text-decoration: none; }
.month-name { display: block; border-block-start: 2px solid var(--rule); padding-block-start: .2rem; overflow-wrap: normal; }
.month a .month-name { border-color: var(--ink); }
.month-empty .month-name { color: var(--ink-soft); padding-block-end: 1.4em; }
.month .count { font-size: inherit; line-height: inherit; display: block; }
.month a:hover .month-name { text-decoration: underline var(--thread); }
.bar { inline-size: 100%; block-size: 2rem; display: block; fill: var(--ink-soft); opacity: .35; }
.month a:hover .bar { fill: var(--thread); opacity: 1; }
.month-unknown, .undated-link { margin-block-start: .7rem; }
main > .undated-link { margin-block-start: 2.25rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); }
.month-group { margin-block-start: 3rem; }
.month-group > h2 { font-size: 1.1rem; padding-block-end: .4rem; margin-block-end: 1.4rem; border-block-end: 1px solid var(--rule); }
.month-group > .note { margin-block: -.6rem 1.4rem; }
@media (min-width: 52rem) {
  .year-row { display: grid; grid-template-columns: var(--rail) minmax(0, 1fr); column-gap: var(--gap); }
  .year-row h2 { justify-content: flex-end; align-self: end; margin-block-end: 1.2rem; }
  .year-row > :not(h2) { grid-column: 2; }
  .months { grid-template-columns: repeat(12, minmax(0, 1fr)); }
  .month-group > :is(h2, .note) { margin-inline-start: calc(var(--rail) + var(--gap)); }
}

.thread-list { display: grid; gap: 2rem; }
.thread-list li { border-inline-start: 2px solid var(--thread); padding-inline-start: 1.1rem; }
.timeline { --dot: .8rem; position: relative; }
.piece { position: relative; padding-block-end: 2.6rem; padding-inline-start: 1.6rem; }
.piece::before { content: ""; position: absolute; inset-block: .5rem -.5rem; inset-inline-start: calc(var(--dot) / 2 - 1px); inline-size: 2px; background: var(--thread); }
.piece:last-child::before { display: none; }
.piece::after { content: ""; position: absolute; inset-block-start: .42rem; inset-inline-start: 0; inline-size: var(--dot); block-size: var(--dot); border: 2px solid var(--thread); border-radius: 50%; background: var(--thread); }
.piece-estimate::after { background: var(--paper); border-style: dotted; }
.piece .kind { color: var(--thread); }
.piece:has(> .kind)::before { inset-block-start: 2.1rem; }
.piece:has(> .kind)::after { inset-block-start: 1.8rem; }
.elapsed { margin-block-start: .4rem; }
@media (min-width: 52rem) {
  .piece { padding-inline-start: 0; }
  .piece::before { inset-inline-start: calc(var(--rail) + var(--gap) / 2 - 1px); }
  .piece::after { inset-inline-start: calc(var(--rail) + var(--gap) / 2 - var(--dot) / 2); }
  .piece > :is(.kind, .elapsed) { margin-inline-start: calc(var(--rail) + var(--gap)); }
}
}

@layer utilities {
.visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip-link { position: absolute; inset-inline-start: 1rem; inset-block-start: -6rem; padding: .6rem 1rem; background: var(--ink); color: var(--paper); font: var(--small)/1.5 var(--sans); z-index: 1; }
.skip-link:focus { inset-block-start: 1rem; }
@media (forced-colors: active) {
  .piece::before, .piece::after, .story-mark::before { forced-color-adjust: none; }
  .bar { fill: CanvasText; }
  .site-nav [aria-current] { border-color: Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  a { transition: text-decoration-color .15s; }
}
}

@layer print {
@media print {
  :root { --paper: #fff; --ink: #000; --ink-soft: #444; }
  html { font-size: 11pt; }
  .site-nav, .skip-link, .pager, .neighbours, .similar, details:not([open]) { display: none; }
  .prose a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
  .post-item, .piece { break-inside: avoid; }
}
}
`

/** Without the spaces that only people need. */
export const stylesheet: string = source
  .replace(/\s*\n\s*/g, ' ')
  .replace(/\s*([{};,])\s*/g, '$1')
  .replace(/: /g, ':')
  .replace(/;}/g, '}')
  .trim()
  .concat('\n')
