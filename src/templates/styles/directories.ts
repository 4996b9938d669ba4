/** Ways in: the front page's short way to stories and tags, the calendar of the archives, the index of tags, the feeds. */
export const directories: string = `
.directory {
  margin-block-end: 2.75rem; padding-block: .9rem; border-block: var(--line);
  div + div { margin-block-start: .6rem; }
  .story-mark { flex-basis: 100%; }
}

.year-row > h2 { margin-block-end: .4rem; }
.months { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: .6rem .4rem; font: .8125rem/1.4 var(--sans); overflow-wrap: normal; }
.month {
  align-self: end;
  a { display: block; text-decoration: none; }
  .count { display: block; font: inherit; }
  a .month-name { border-color: var(--ink); }
  a:hover .month-name { text-decoration: underline var(--thread); }
  a:hover .bar { fill: var(--thread); opacity: 1; }
}
.month-name { display: block; padding-block: .2rem 0; border-block-start: 2px solid var(--rule); }
.month-empty { padding-block-end: 1.4em; color: var(--ink-soft); }
.bar, .month-chart { display: block; inline-size: 100%; block-size: 1.5rem; fill: var(--ink-soft); opacity: .35; }
.month-chart { margin-block-start: 1.25rem; border-block-end: 1px solid; }
.month-unknown { margin-block-start: .5rem; }
main > .month-unknown, .year-row + .year-row { margin-block-start: 1.75rem; }
.month-group {
  > h2 { font-size: 1.1rem; padding-block-end: .4rem; margin-block-end: 1.4rem; border-block-end: var(--line); }
  > .note { margin-block: -.6rem 1.4rem; }
}
@media (min-width: 46rem) { .months { grid-template-columns: repeat(12, minmax(0, 1fr)); } }

.tag-group {
  h2 { font-weight: 600; }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); column-gap: var(--gap); padding-block: .4rem; border-block-end: var(--line); }
  li { display: flex; align-items: baseline; gap: .8rem; padding-block: .15rem; line-height: 1.4; white-space: nowrap; }
  a:first-child { margin-inline-end: auto; white-space: normal; }
}

.feed-table {
  inline-size: 100%; margin-block-start: .6rem; font: var(--small); white-space: nowrap;
  th { inline-size: 100%; font: 1rem/1.4 var(--serif); white-space: normal; overflow-wrap: anywhere; }
  td:last-child { padding-inline-end: 0; }
}
.month-group, .feeds-group, .story { margin-block-start: 3rem; }
`
