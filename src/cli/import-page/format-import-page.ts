import { html, trusted } from '../../markup/html.ts'
import { formatCounts, type ImportReport } from '../import-report.ts'
import { listSections, type ReportPlace } from './import-sections.ts'
import { formatContents, formatCount, formatSection } from './page-parts.ts'
import { pageStyle } from './page-style.ts'

/** By this an earlier report is known, so that no other file is written over. */
export const reportMark = '<meta name="generator" content="tag-archive import --report">'

/** All that an import did, as one page without script that asks nothing of other servers. */
export function formatImportPage(report: ImportReport, place: ReportPlace): string {
  const sections = listSections(report, place)
  const { changes, files, problems } = report
  const losses = problems.filter(({ severity }) => severity === 'loss').length
  const counts: readonly (readonly [string, number])[] = [
    ['files read', files.length],
    ['posts', changes.length],
    ['left out', losses],
    ['to look at', problems.length - losses],
  ]
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${trusted(reportMark)}
<meta name="robots" content="noindex">
<title>Import report</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<header>
<h1>Import report</h1>
<p class="soft">${formatCounts(changes)}. ${place.postsAddress === undefined ? 'Nothing was written: dry run.' : `In ${place.out}.`}</p>
<dl>${counts.map(([name, count]) => html`<div><dt>${name}</dt><dd>${formatCount(count)}</dd></div>`)}</dl>
${formatContents(sections)}
</header>
<main>
${sections.map(formatSection)}</main>
</body>
</html>
`.text
}
