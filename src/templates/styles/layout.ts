/** What spans both columns: its parts stand in the text column, but for those that say when or where. */
const rows = '.post, .post-heading, .post-item, .story, .piece, .directory div, .year-row, .month-group, .tag-group'
const listsOfRows = '.post-list, .timeline, .directory, .year-rows, .tag-index'

/** Header, footer, and the two columns: a rail for what says when or where, and a text of a readable measure. */
export const layout: string = `
.site-bar, main, .site-footer { max-width: calc(var(--rail) + var(--gap) + var(--measure) + 3rem); margin-inline: auto; padding-inline: 1.5rem; }
.site-header { border-block-start: .3rem solid var(--ink); }
.site-bar { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 2rem; padding-block: 1rem .8rem; }
.site-bar a { display: inline-block; padding-block: .2rem; border-block-end: 2px solid transparent; text-decoration: none; }
.site-title { margin-inline-end: auto; font-weight: 600; font-size: 1.15rem; line-height: 1.3; }
.site-title img { display: block; }
.header-image { display: block; inline-size: 100%; max-block-size: 40vh; object-fit: cover; }
.site-nav {
  display: flex; flex-wrap: wrap; gap: 0 clamp(.9rem, 4vi, 1.4rem); font: var(--small);
  a:hover { border-color: var(--rule); }
  [aria-current] { border-color: var(--ink); }
}
main { padding-block: clamp(2rem, 1rem + 4vi, 4rem) 4rem; }
.site-footer { padding-block: 1.5rem 3rem; font: var(--small); color: var(--ink-soft); }
.site-footer p { border-block-start: var(--line); padding-block: 1.25rem 0; }
.skip-link { position: absolute; z-index: 1; inset: -6rem auto auto 1rem; padding: .6rem 1rem; background: var(--ink); color: var(--paper); font: var(--small); }
.skip-link:focus { inset-block-start: 1rem; }

:where(.tag-group, .directory div) { display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); align-items: baseline; }
@media (min-width: 46rem) {
  main { display: grid; grid-template-columns: var(--rail) minmax(0, 1fr); column-gap: var(--gap); }
  :where(main, ${rows}) > * { grid-column: 2; min-inline-size: 0; }
  :where(${rows}, ${listsOfRows}) { grid-column: 1 / -1; display: grid; grid-template-columns: subgrid; align-items: baseline; }
  :where(.post-item-date, .facts, .directory-label, .year-row > h2, .tag-group > h2) { grid-column: 1; text-align: end; text-wrap: balance; }
}
`
