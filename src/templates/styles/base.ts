/** Elements as they stand anywhere. No word is so long that a page scrolls sideways; tables scroll by themselves instead. */
export const base: string = `
*, ::before, ::after { box-sizing: border-box; }
html { font: 112.5%/1.6 var(--serif); color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; overflow-wrap: normal; }
:where(summary, table, .site-nav, .site-footer, .skip-link, .contents, .search-form, .search-status) { font: var(--small); }
th, td { padding: .4em 1.2em .4em 0; border-bottom: var(--line); text-align: start; vertical-align: baseline; }
h1, h2, h3, h4, h5, h6 { margin: 0; font-weight: 600; font-size: 1.1rem; line-height: 1.22; text-wrap: balance; }
h2, h3 { font-size: 1.3rem; }
h1 { font-size: clamp(1.85rem, 1.4rem + 2.2vi, 2.7rem); line-height: 1.1; letter-spacing: -.015em; }
p, ul, ol { margin: 0; text-wrap: pretty; }
:where(ul, ol)[class], nav ul, .tag-group ul { padding: 0; list-style: none; }
a { color: inherit; text-decoration: underline .06em var(--underline); text-underline-offset: .16em; }
a:hover { --underline: var(--thread); text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--thread); outline-offset: 3px; }
main:focus { outline: none; }
summary { cursor: pointer; width: fit-content; padding-block: .35rem; }
img { max-width: 100%; height: auto; }
ins, del { text-decoration-thickness: 1px; }
ins, mark { color: inherit; background: var(--added); }
del { background: var(--removed); }
.sr-only, .skip-link:not(:focus) { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
