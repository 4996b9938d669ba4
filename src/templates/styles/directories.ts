/** Ways in: the front page's short way to stories and tags, the calendar of the archives, the index of tags, the feeds. */
export const directories: string = `
.directory {
  margin-bottom: 2.75rem; padding-block: .9rem; border-block: var(--line);
  div + div { margin-top: .6rem; }
  .story-mark { flex-basis: 100%; }
}

.year-row > h2 { margin-bottom: .4rem; }
.months { display: grid; grid-template-columns: repeat(6, 1fr); gap: .6rem .4rem; font: .8125rem/1.4 var(--sans); align-items: end; overflow-wrap: normal; }
.month {
  a { display: block; }
  .count { display: block; font: inherit; }
  a .month-name { border-color: var(--ink); }
  a:hover .bar { opacity: 1; }
}
.month-name { display: block; padding-block: .2rem 0; border-top: 2px solid var(--rule); }
.month-empty { padding-bottom: 1.4em; color: var(--ink-soft); }
.bar, .month-chart { display: block; width: 100%; height: 1.5rem; fill: var(--ink-soft); }
.bar { opacity: .4; }
.month-chart { height: 2.5rem; margin-top: 1.25rem; border-bottom: 1px solid; }
.month-unknown { margin-top: .5rem; }
main > .month-unknown, .year-row + .year-row { margin-top: 1.75rem; }
.month-group {
  > h2 { font-size: 1.1rem; padding-bottom: .4rem; margin-bottom: .8rem; border-bottom: var(--line); }
  > .note { margin-bottom: .8rem; }
  h3 { font-size: 1.1rem; }
}
@media (min-width: 46rem) { .months { grid-template-columns: repeat(12, 1fr); min-height: 4.4rem; } }

.tag-group {
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); column-gap: var(--gap); padding-block: .4rem; border-bottom: var(--line); }
  li { display: flex; align-items: baseline; gap: .8rem; padding-block: .15rem; line-height: 1.4; white-space: nowrap; }
  a:first-child { margin-inline-end: auto; white-space: normal; }
}

.feed-table {
  margin-top: .6rem; white-space: nowrap;
  th { width: 100%; font-weight: 400; white-space: normal; overflow-wrap: anywhere; }
  @media (width < 30rem) { white-space: normal; }
}
.month-group, .feeds-group { margin-top: var(--space); }
`
