/** An article: its heading, its text, its versions and what is like it. */
export const article: string = `
.post-heading { margin-block-end: 2rem; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin-block-start: .8rem; }
.evidence { margin-block-start: .8rem; padding-inline-start: .9rem; border-inline-start: 2px dotted var(--ink-soft); }

.prose {
  > * + * { margin-block-start: 1em; }
  h2, h3, h4, h5, h6 { margin-block: 1.8em .5em; }
  > :first-child { margin-block-start: 0; }
  ul, ol { padding-inline-start: 1.4em; }
  li + li { margin-block-start: .3em; }
  blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 3px solid var(--rule); color: var(--ink-soft); }
  pre, code { font: .85rem/1.5 var(--mono); background: var(--wash); }
  :not(pre) > code { padding: .1em .3em; }
  pre { padding: 1em; white-space: pre-wrap; }
  .table { overflow-x: auto; }
  table { font: var(--small); }
  hr { border: 0; border-block-start: var(--line); margin-block: 2em; }
}
.truncated, .post-footer { margin-block-start: 1.5rem; }
.address { user-select: all; }

.contents { margin-block-end: 2rem; font: var(--small); --underline: transparent; }
.contents li { margin-block-start: .4rem; }
.contents ol ol { padding-inline-start: 1rem; }

.copy-note { margin-block-end: 2rem; padding: 1rem 1.2rem; background: var(--wash); border-inline-start: 3px solid var(--ink); }
:is(.similar-list, .version-list) li { margin-block: .55rem; line-height: 1.4; }
.diff { margin-block: .6rem; white-space: pre-line; }
.skipped { margin-block: .5em; }
.skipped::before { content: "[…] "; }

.comments {
  ol { padding: 0; list-style: none; }
  h3 { font-size: 1em; }
  li { margin-block-start: 1em; }
  ol ol { padding-inline-start: 1.2rem; border-inline-start: var(--line); }
}
@media (min-width: 46rem) {
  .contents { grid-column: 1; align-self: start; position: sticky; inset-block-start: 1.5rem; }
  .post-heading { grid-template-rows: repeat(3, auto) 1fr; }
  .facts { grid-row: 1 / -1; flex-direction: column; margin: 0; }
}
`
