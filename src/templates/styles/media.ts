/** Readers who chose their own colours, and those who print. Nothing moves, so nothing has to be stilled. */
export const media: string = `
@media (forced-colors: active) {
  .piece::before, .piece .when::before, .story-mark::before { forced-color-adjust: none; }
  .bar, .month-chart { fill: CanvasText; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --ink-soft: #444; --thread: #000; }
  html { font-size: 11pt; }
  .site-nav, .header-image, .skip-link, .pager, .neighbours, .similar, .feeds, .chart-ends, .directory, .contents, details:not([open]) { display: none; }
  .prose a[href^="http"]::after { content: " (" attr(href) ")"; }
  .item { break-inside: avoid; }
}
`
