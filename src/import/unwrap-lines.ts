/** A line of text, or several that were one before they were wrapped. */
export interface UnwrappedLine {
  readonly text: string
  /** Numbers of its first and last line, counted from 1. */
  readonly first: number
  readonly last: number
}

/** Text browsers and mail programs break lines at 60 to 80 characters: wider lines are paragraphs, narrower pages lists. */
const widest = 100
const narrowest = 40
/** Breaks that have to look like wrapping before the page is called wrapped, and the share of them that must. */
const enoughBreaks = 8
const wrappedShare = 0.9
const listItem = /^(?:[-*•·▪◦‣–—]|\d{1,3}[.)])\s/u

/**
 * Joins lines again that were broken at a fixed width.
 *
 * The sign of it: no line is wider than the page, and nearly all longer lines end where the next word had no room left.
 * A line that had room for it ended for another reason (a verse, a menu, a title), and stays as it is.
 */
export function unwrapLines(text: string): readonly UnwrappedLine[] {
  const lines = text.split('\n').map((line) => line.trim())
  const width = lines.reduce((max, line) => Math.max(max, line.length), 0)
  const isWrapped = width >= narrowest && width <= widest && looksWrapped(lines, width)
  const unwrapped: UnwrappedLine[] = []
  for (const [i, line] of lines.entries()) {
    const before = unwrapped.at(-1)
    if (isWrapped && before && isBrokenBefore(lines, i, width))
      unwrapped[unwrapped.length - 1] = { ...before, text: `${before.text} ${line}`, last: i + 1 }
    else unwrapped.push({ text: line, first: i + 1, last: i + 1 })
  }
  return unwrapped
}

function looksWrapped(lines: readonly string[], width: number): boolean {
  const breaks = lines.flatMap((line, i) =>
    i > 0 && line !== '' && lines[i - 1]!.length > width / 2 ? [isBrokenBefore(lines, i, width)] : [],
  )
  const wrapped = breaks.filter(Boolean).length
  return wrapped >= enoughBreaks && wrapped >= breaks.length * wrappedShare
}

/** Whether the first word of a line had no room at the end of the line before. */
function isBrokenBefore(lines: readonly string[], i: number, width: number): boolean {
  const before = lines[i - 1] ?? ''
  const line = lines[i]!
  if (before === '' || line === '' || listItem.test(line)) return false
  const word = line.split(' ', 1)[0]!
  return before.length + 1 + word.length > width
}
