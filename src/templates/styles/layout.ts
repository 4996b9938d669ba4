/** What spans both columns: its parts stand in the text column, but for those that say when or where. */
const rows = '.post, .post-heading, .item, section, .directory div'
const listsOfRows = '.posts, .directory, .year-rows, .tag-index'

/** Header, footer, and the two columns: a rail for what says when or where, and a text of a readable measure. */
export const layout: string = `
.site-bar, main, .site-footer { max-width: calc(var(--rail) + var(--gap) + var(--measure) + 3rem); margin-inline: auto; padding-inline: 1.5rem; }
.site-header { border-top: .3rem solid var(--ink); }
:where(.site-bar, .site-nav, .facts, .tags, .directory ul, .chart-ends, .pager, .pager ul, .search-form) { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.site-bar { align-items: baseline; padding-block: 1rem .8rem; }
.site-bar a { display: inline-block; padding-block: .2rem; text-decoration: none; }
.site-title { margin-inline-end: auto; font-weight: 600; font-size: 1.15rem; line-height: 1.3; }
.header-image { display: block; width: 100%; max-height: 40vh; object-fit: cover; }
.site-nav {
  gap: 0 clamp(.9rem, 4vi, 1.4rem);
  :is(a:hover, [aria-current]) { text-decoration: underline 2px var(--ink); text-underline-offset: .5em; }
}
main { padding-block: clamp(2rem, 1rem + 4vi, 4rem) 4rem; }
.site-footer { color: var(--ink-soft); }
.site-footer p { border-top: var(--line); padding-block: 1.25rem 3rem; }
.skip-link { position: absolute; inset: 1rem auto auto 1rem; padding: .6rem 1rem; background: var(--ink); color: var(--paper); }

.when { display: block; }
.facts { gap: 0 1.25rem; margin-top: .8rem; }
.contents { margin-bottom: 2rem; }
.timeline { --at: .3rem; }
.piece { padding-inline-start: 1.6rem; }
:where(.tag-group, .directory div) { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); align-items: baseline; }
@media (min-width: 46rem) {
  main { display: grid; grid-template-columns: var(--rail) minmax(0, 1fr); column-gap: var(--gap); }
  :where(main, ${rows}) > * { grid-column: 2; min-width: 0; }
  :where(${rows}, ${listsOfRows}) { grid-column: 1 / -1; display: grid; grid-template-columns: subgrid; }
  :where(.when, .facts, .directory-label, .year-row > h2, .tag-group > h2) { grid-column: 1; text-align: end; text-wrap: balance; }
  .item, .post-heading { grid-template-rows: repeat(5, auto) 1fr; align-items: baseline; }
  .when, .facts { grid-row: 1 / -1; }
  .facts { flex-direction: column; margin: 0; }
  .contents { grid-column: 1; align-self: start; position: sticky; top: 1.5rem; }
  .timeline { --at: calc(var(--rail) + var(--gap) / 2 - .4rem); }
  .piece { padding: 0; }
}
`
