import { escapeHtml } from '../markup/html.ts'
import { themeColour } from './theme-colours.ts'

/** The site's icon as SVG: the first letter of its title on the colour of the thread; by night too. */
export function siteIcon(title: string): string {
  const paper = themeColour('paper')
  const thread = themeColour('thread')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<style>rect{fill:${thread.light}}text{fill:${paper.light}}@media(prefers-color-scheme:dark){rect{fill:${thread.dark}}text{fill:${paper.dark}}}</style>
<rect width="64" height="64" rx="12"/>
<text x="32" y="46" text-anchor="middle" font-family="Georgia,serif" font-weight="bold" font-size="42">${escapeHtml(initialOf(title))}</text>
</svg>
`
}

/** The first letter or digit, with what is written on it. */
const initialOf = (title: string): string =>
  /[\p{L}\p{N}]\p{M}*/u.exec(title)?.[0].toUpperCase().normalize('NFC') ?? '•'
