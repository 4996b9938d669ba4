/** The thread: the one coloured line, drawn only where posts tell one story. What is not certain is dotted. */
export const story: string = `
.story-mark::before { content: ""; display: inline-block; inline-size: 1.5rem; block-size: .5rem; margin-inline-end: .5rem; background: linear-gradient(var(--thread) 0 0) 0 50% / 100% 2px no-repeat; border-inline-end: .5rem solid var(--thread); border-radius: 0 .25rem .25rem 0; }
.story-position, .year-row h2 .count { margin-inline-start: .5rem; }
.post-heading .story-mark { margin-block-end: .6rem; }

.story > h2 { margin-block-end: 1rem; padding-block: 1.25rem 0; border-block-start: 2px solid var(--thread); }
.piece-title { font-size: 1.1rem; line-height: 1.35; }

.timeline { --dot: .8rem; --at: .3rem; }
.piece {
  position: relative; padding-inline-start: 1.6rem;
  + .piece { margin-block-start: 2.4rem; }
  &::before, .post-item-date::before { content: ""; position: absolute; inset-inline-start: var(--at); }
  &::before { inset-block: .6rem -3rem; inline-size: 2px; margin-inline-start: calc(var(--dot) / 2 - 1px); background: var(--thread); }
  &:last-child::before { display: none; }
  .post-item-date::before { inline-size: var(--dot); block-size: var(--dot); margin-block-start: .22rem; border: 2px solid var(--thread); border-radius: 50%; background: var(--thread); }
  .kind { color: var(--thread); }
  > .note { margin-block-start: .3rem; }
}
.piece-estimate .post-item-date::before { background: var(--paper); border-style: dotted; }
.story .piece {
  + .piece { margin-block-start: 1.25rem; }
  &::before { inset-block-end: -1.85rem; }
}
@media (min-width: 46rem) {
  .timeline { --at: calc(var(--rail) + var(--gap) / 2 - var(--dot) / 2); }
  .piece { padding-inline-start: 0; }
}

.thread-list li {
  padding-inline-start: 1.1rem; border-inline-start: 2px solid var(--thread);
  + li { margin-block-start: 2rem; }
}
`
