/** The form stands in the column of texts; room for results is kept, so that nothing moves when they come. */
export const search: string = `
.search-form { display: flex; flex-wrap: wrap; gap: .8rem 1.2rem; align-items: end; margin-block: 0 1rem; font: var(--small); }
.search-form label { display: block; margin-block-end: .3rem; }
.search-form :is(input, select, button), .search-more { min-block-size: 2.75rem; max-inline-size: 100%; padding: .4rem .7rem; border: 1px solid var(--ink-soft); border-radius: 3px; font: var(--small); color: var(--ink); background: var(--paper); }
.search-form p:first-child { flex: 1 1 16rem; }
.search-form input { inline-size: 100%; }
.search-form select { inline-size: 14rem; }
.search-status { min-block-size: 1.6em; font: var(--small); }
.search-results { min-block-size: 60vh; }
.search-results mark { color: inherit; background: var(--added); }
@media (scripting: none) { .search-form, .search-status, .search-results { display: none; } }
`
