/** Headings of pages, lists of posts, and the ways from one list to the next. */
export const lists: string = `
:where(.kind, .intro, .note, .count, .when, time, .tags, .facts, .pager, .directory div, .tag-group h2, .tag-feed, .story-mark) { font: var(--small); color: var(--ink-soft); }
:where(.tags, .note, .story-mark, .directory, .pager) a { color: var(--ink); }
:is(h2, h3), .tag-index, .months, .contents, .prose [id] { --underline: transparent; }
.page-heading {
  margin-bottom: 2.5rem;
  &:has(+ p) { margin-bottom: .8rem; }
  h1 { margin-block: .2rem .5rem; }
  .intro { font-size: 1rem; }
}
main > .note:has(+ ol) { margin-bottom: 2.25rem; }

.estimate { font-style: italic; }
.count { unicode-bidi: isolate; }

.item + .item { margin-top: var(--space); }
.item > :is(h2, h3) + p { margin-top: .35rem; }
.item > p:not([class]) { line-height: 1.5; color: var(--ink-soft); }
.item > p ~ :is(.note, .tags), .post-footer .note { margin-top: .45rem; }

.pager, .neighbours, .story, .versions, .differences, .similar, .comments { margin-top: 3rem; padding-block: 1.2rem 0; border-top: var(--line); }
.chart-ends, .pager, .pager ul { justify-content: space-between; }
:is(.pager, .neighbours, .tags) a { display: inline-block; padding-block: .1rem; }
.kind, .skipped { display: block; }
.neighbours {
  ul { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; line-height: 1.35; }
  .newer { grid-column: 2; text-align: end; }
}
`
