/** What a site changes to make the theme its own: colours by day and by night, type, the two columns, and the room between posts. */
export const tokens: string = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #14161a);
  --ink: light-dark(#1b1d20, #e8e7e2);
  --ink-soft: light-dark(#565a60, #a6aab0);
  --rule: light-dark(#d9d8d2, #363a41);
  --wash: light-dark(#f1f0ea, #1e2126);
  --underline: var(--rule);
  --thread: light-dark(#a8281a, #ff9482);
  --added: light-dark(#d9efdc, #1d3d26);
  --removed: light-dark(#fbdcd6, #50231e);
  --serif: "Iowan Old Style", "Palatino Linotype", P052, Georgia, serif;
  --sans: system-ui, sans-serif;
  --mono: ui-monospace, Menlo, Consolas, monospace;
  --small: .875rem/1.5 var(--sans);
  --line: 1px solid var(--rule);
  --rail: clamp(8.25rem, 18vi, 10.25rem);
  --gap: clamp(1.5rem, 4vi, 2rem);
  --measure: 38rem;
  --space: 2.4rem;
}
`
