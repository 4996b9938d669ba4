/** The form stands in the column of texts; room for results is kept, so that nothing moves when they come. */
export const search: string = `
.search-form {
  gap: .8rem 1rem; align-items: end; margin-bottom: 1rem;
  label { display: block; margin-bottom: .3rem; }
  p { flex: 1 11rem; }
  p:first-child { flex-basis: 100%; }
}
main :is(input, select, button) { min-height: 2.75rem; width: 100%; padding: .4rem .7rem; border: 1px solid var(--ink-soft); border-radius: 3px; font: var(--small); color: var(--ink); background: var(--paper); }
.search-status { min-height: 1.6em; margin-bottom: 1.2rem; }
.search-results { min-height: 60vh; align-content: start; }
@media (scripting: none) { .search-form, .search-status, .search-results { display: none; } }
`
