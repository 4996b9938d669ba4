/** Headings of pages, lists of posts, and the ways from one list to the next. */
export const lists: string = `
:where(.kind, .intro, .note, .evidence, .count, .date, .post-item-date, .terms, .feeds, .related-tags, .facts, .tag-list, .post-item-notes, .skipped, .pager, .month-unknown, .directory div, .tag-group h2, .tag-feed, .story-mark) { font: var(--small); color: var(--ink-soft); }
:where(.tag-list, .feeds, .related-tags, .story-mark, .directory, .pager, .month-unknown) a { color: var(--ink); }
:is(h2, h3), .tag-index, .prose [id] { --underline: transparent; }
.tag-list, .story-mark, .directory ul, .related-tags { --underline: var(--rule); }
.page-heading {
  margin-block-end: 2.5rem;
  &:has(+ p) { margin-block-end: .8rem; }
  h1 { margin-block: .2rem .5rem; }
  .intro { font-size: 1rem; }
}
:is(.page-heading :is(h1, .intro), .month-group > h2, .neighbours a, .pager-position)::first-letter { text-transform: uppercase; }
:is(.page-heading ~ p, .month-chart):has(+ :is(ol, ul)) { margin-block-end: 2.25rem; }

.date, .count { font-variant-numeric: tabular-nums lining-nums; }
.date-estimate { font-style: italic; }
.count { unicode-bidi: isolate; }

.post-item + .post-item { margin-block-start: 2.4rem; }
.post-item-title, .year-row > h2 { font-size: 1.35rem; }
.post-item-excerpt, .copy-note, .diff { font-size: 1rem; line-height: 1.5; }
.post-item-excerpt { margin-block-start: .35rem; color: var(--ink-soft); }
.post-item-notes, .tag-list, .directory ul, .pager, .pager ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
:is(.post-item-notes, .post-footer .note, .terms + .terms) { margin-block-start: .5rem; }

.pager, .neighbours, .versions, .differences, .similar { margin-block-start: 3rem; padding-block: 1.2rem 0; border-block-start: var(--line); }
.pager, .pager ul { justify-content: space-between; }
:is(.pager, .neighbours, .tag-list) a { display: inline-block; padding-block: .1rem; }
.neighbours .kind, .diff .kind, .skipped { display: block; }
.neighbours {
  ul { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; line-height: 1.35; }
  .newer { grid-column: 2; text-align: end; }
}
`
