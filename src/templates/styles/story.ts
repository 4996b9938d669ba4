/** The thread: the one coloured line, drawn only where posts tell one story. What is not certain is dotted. */
export const story: string = `
.story-mark::before { content: ""; display: inline-block; width: 1.5rem; height: .5rem; margin-inline-end: .5rem; background: radial-gradient(.25rem at calc(100% - .25rem), var(--thread) 95%, #0000), linear-gradient(var(--thread) 0 0) 0 / 100% 2px no-repeat; }
.post-heading .story-mark { margin-bottom: .6rem; }
.story { --space: 1.25rem; border-color: var(--thread); }
.story > h2 { margin-bottom: 1rem; }
.piece-title { font-size: 1.1rem; line-height: 1.35; }

.piece {
  position: relative;
  &::before, .when::before { content: ""; position: absolute; inset-inline-start: var(--at); }
  &::before { inset-block: .6rem calc(-.6rem - var(--space)); width: 2px; margin-inline-start: calc(.4rem - 1px); background: var(--thread); }
  &:last-child::before { display: none; }
  .when::before { width: .8rem; height: .8rem; margin-top: .22rem; border: 2px solid var(--thread); border-radius: 50%; background: var(--thread); }
  .estimate::before { background: var(--paper); border-style: dotted; }
  .kind { color: var(--thread); }
}
`
