/** An article: its heading, its text, its versions and what is like it. */
export const article: string = `
.post-heading { margin-bottom: 2rem; }
.evidence { margin-top: .8rem; padding-inline-start: .9rem; border-inline-start: 2px dotted var(--ink-soft); }

.prose, .copy-note { --underline: var(--ink-soft); }
.prose {
  > * + * { margin-top: 1em; }
  h2, h3, h4, h5, h6 { margin-block: 1.8em .5em; }
  > :first-child { margin-top: 0; }
  ul, ol { padding-inline-start: 1.4em; }
  li + li { margin-top: .3em; }
  blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 3px solid var(--rule); color: var(--ink-soft); }
  pre, code { font: .85rem/1.5 var(--mono); background: var(--wash); }
  :not(pre) > code { padding: .1em .3em; }
  pre { padding: 1em; white-space: pre-wrap; }
  .table { overflow-x: auto; }
  hr { border: 0; border-top: var(--line); margin-block: 2em; }
}
.truncated, .post-footer { margin-top: 1.5rem; }
.address { user-select: all; }

.contents li { margin-top: .4rem; }
.contents ol ol { padding-inline-start: 1rem; }

.copy-note { margin-bottom: 2rem; padding: 1rem 1.2rem; background: var(--wash); border-inline-start: 3px solid var(--ink); }
:is(.similar, .versions, .month-group .posts) { --space: .8rem; }
:is(.similar, .versions) .posts { margin-top: 1rem; line-height: 1.35; }
.diff { margin-block: .6rem; white-space: pre-line; }
.skipped::before { content: "[…] "; }

.comments {
  ol { padding: 0; list-style: none; }
  h3 { font-size: 1em; }
  li { margin-top: 1em; }
  ol ol { padding-inline-start: 1.2rem; border-inline-start: var(--line); }
}
`
