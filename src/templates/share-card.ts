import { html } from '../markup/html.ts'
import type { ShareCard } from '../pages/share-image.ts'
import { themeColour } from './theme-colours.ts'

/** What most who show such pictures want. */
export const shareImageSize = { width: 1200, height: 630 } as const

/** @returns Width of a text in the font of titles, in parts of its size. */
export type MeasureText = (text: string) => number

/** The picture as SVG: the title beside the thread, the site's name and the date below it. */
export function shareCard({ title, foot, date }: ShareCard, measure: MeasureText): string {
  const { width, height } = shareImageSize
  const { size, lines } = fitTitle(title, measure)
  const most = date === '' ? 2 : 1
  const footLines = [
    ...(date === '' ? [] : [date]),
    ...breakLines(foot, { width: textWidth / footSize, most, measure }),
  ]
  const footTop = 546 - (footLines.length - 1) * 52
  const [paper, ink, thread] = (['paper', 'ink', 'thread'] as const).map((name) => themeColour(name).light)
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Source Serif 4">
<rect width="${width}" height="${height}" fill="${paper}"/>
<rect x="80" y="80" width="8" height="470" fill="${thread}"/>
<g fill="${ink}">
${lines.map((line, at) => html`<text x="${left}" y="${Math.round(80 + size * (0.8 + at * 1.16))}" font-size="${size}" font-weight="600">${line}</text>\n`)}${footLines.map((line, at) => html`<text x="${left}" y="${footTop + at * 52}" font-size="${footSize}">${line}</text>\n`)}</g>
</svg>
`.text
}

const left = 132
const textWidth = shareImageSize.width - left - 80
const footSize = 36
/** Largest first; each with the lines that there is room for. */
const titleSizes = [
  { size: 92, most: 3 },
  { size: 72, most: 4 },
] as const

/** As large as all of it has room; else small, and cut. */
function fitTitle(title: string, measure: MeasureText): { readonly size: number; readonly lines: readonly string[] } {
  const fits = titleSizes.map(({ size, most }) => ({
    size,
    lines: breakLines(title, { width: textWidth / size, most, measure }),
  }))
  return fits.find(({ lines }) => lines.at(-1)?.endsWith('…') !== true || title.endsWith('…')) ?? fits.at(-1)!
}

interface LineOptions {
  /** In parts of the font's size, as what measures. */
  readonly width: number
  readonly most: number
  readonly measure: MeasureText
}

/** Longer titles say no more on a picture; what measures has an end. */
const longestText = 250

/** Lines of whole words, the last one cut with an ellipsis where there are more. */
function breakLines(text: string, { width, most, measure }: LineOptions): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .slice(0, longestText)
    .split(' ')
    .flatMap((word) => splitWord(word, { width, measure }))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, measure) <= width) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
    if (lines.length === most) return [...lines.slice(0, -1), cutLine(lines.at(-1)!, { width, measure })]
  }
  return line === '' ? lines : [...lines, text.length > longestText ? cutLine(line, { width, measure }) : line]
}

/** Room for an ellipsis is made by taking away words, or signs where there is one word. */
function cutLine(line: string, { width, measure }: Pick<LineOptions, 'width' | 'measure'>): string {
  let kept = line
  while (kept !== '' && widthOf(`${kept}…`, measure) > width) {
    const space = kept.lastIndexOf(' ')
    kept = space > 0 ? kept.slice(0, space) : Array.from(kept).slice(0, -1).join('')
  }
  return `${kept.replace(/[\s,;:.!?–—-]+$/u, '')}…`
}

/** A word that is longer than a line goes on in the next. */
function splitWord(word: string, { width, measure }: Pick<LineOptions, 'width' | 'measure'>): readonly string[] {
  if (measure(word) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const sign of word) {
    if (part !== '' && measure(part + sign) > width) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part]
}

/** Words are measured each for itself: the same ones come again and again. */
const widthOf = (line: string, measure: MeasureText): number =>
  line.split(' ').reduce((sum, word) => sum + measure(word) + spaceWidth, -spaceWidth)

/** With what stands beside the ink of a word, and is not measured. */
const spaceWidth = 0.31

/** Its colours, 0–255 each: paper to ink in steps, since letters have soft edges, and the thread. */
export function shareCardColours(): readonly (readonly [number, number, number])[] {
  const [paper, ink, thread] = (['paper', 'ink', 'thread'] as const).map((name) => toRgb(themeColour(name).light))
  const steps = 15
  const mix = (at: number) =>
    toTriple((channel) => paper![channel]! + ((ink![channel]! - paper![channel]!) * at) / (steps - 1))
  return [...Array.from({ length: steps }, (_, at) => mix(at)), toTriple((channel) => thread![channel]!)]
}

const toTriple = (of: (channel: number) => number): readonly [number, number, number] => [
  Math.round(of(0)),
  Math.round(of(1)),
  Math.round(of(2)),
]

const toRgb = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
