import type { LineKind } from './line-kinds.ts'
import type { PageLine } from './page-lines.ts'
import { splitReadMore } from './truncation.ts'

/**
 * The part that a line plays on its page.
 *
 * - `top`: before the first post, or between two pages pasted into one file: menus, the archive's heading
 * - `above`, `title`, `repeat`, `below`: a post's lines before its body; `repeat` is the second print of the title
 * - `body` · `foot`: furniture after a body, or within it · `end`: after the last post
 */
export const lineRoles = ['top', 'above', 'title', 'repeat', 'below', 'body', 'foot', 'end'] as const

export type LineRole = (typeof lineRoles)[number]

/**
 * Scores are natural logarithms of odds against the line being body text, so they add up, and 0 means "tells nothing".
 * The figures are rounded guesses from reading archives. What matters is their order of size: changing any one of them by a
 * third leaves the reading of all labelled archives as it is nine times in ten, and turns a few of them otherwise, six of a
 * hundred at most, where a title that stands once has to be told from a subtitle.
 */
type RoleScores = Readonly<Record<LineRole, number>>

const never = Number.NEGATIVE_INFINITY

/** How well lines of a kind play each role. `text` depends on its length and end as well. */
const kindScores: Readonly<Record<Exclude<LineKind, 'text'>, RoleScores>> = {
  date: { top: 0, above: 0, title: -9, repeat: 0, below: 0, body: -2.5, foot: 0, end: -0.5 },
  filed: { top: 0, above: -1, title: -8, repeat: 0, below: 0, body: -4, foot: 0, end: -0.5 },
  address: { top: 0, above: -1, title: -8, repeat: 0, below: 0, body: -2, foot: 0, end: 0 },
  readMore: { top: 0, above: -8, title: -8, repeat: 0, below: -4, body: -5, foot: 0, end: -0.5 },
  share: { top: 0, above: -6, title: -6, repeat: 0, below: -1, body: -4, foot: 0, end: 0 },
  shareName: { top: 0, above: -4, title: -3, repeat: 0, below: -2, body: -0.7, foot: -0.3, end: 0 },
  pager: { top: -0.5, above: -8, title: -8, repeat: 0, below: -8, body: -6, foot: -3, end: 0 },
  chrome: { top: 0, above: -1.5, title: -4, repeat: 0, below: -4, body: -1.5, foot: -5, end: 0.3 },
  name: { top: 0, above: -1.5, title: -1, repeat: 0, below: -0.5, body: -1, foot: -0.5, end: 0 },
  repeated: { top: 0, above: -0.5, title: -3, repeat: 0, below: -0.5, body: -1, foot: 0, end: 0 },
  refrain: { top: -0.1, above: -8, title: -3, repeat: 0, below: -7, body: 0, foot: -5, end: 0 },
}

/** Title and body of a post come about once in a dozen lines. */
const postPrior = -2.5

export function scoreRoles(line: PageLine): RoleScores {
  const scores = line.kind === 'text' ? scoreText(line) : kindScores[line.kind]
  const title = scores.title + postPrior + (line.folded === undefined ? -8 : scoreTitleShape(line.text))
  return { ...scores, title, top: line.heading ? (line.heading.isExplicit ? 6 : 3) : scores.top }
}

function scoreText({ text }: PageLine): RoleScores {
  const isLabel = text.length <= 60 && !endsSentence(text)
  const isLong = text.length > 160
  const outside = isLabel ? 0 : isLong ? -4 : -1.5
  return {
    top: isLabel ? -0.1 : outside,
    above: -8,
    title: 0,
    repeat: 0,
    below: isLabel ? -7 : -14,
    body: 0,
    foot: isLabel ? -5 : -10,
    end: isLabel ? 0.4 : outside,
  }
}

/** How much more a text looks like a title than like a line of a body. */
export const scoreTitleShape = (text: string): number => scoreLength(text.length) + scoreEnd(text) + scoreStart(text)

/** Ends are looked at no further than this: a line may be megabytes of spaces. */
const longestEnd = 40

function scoreLength(length: number): number {
  if (length < 4) return -1.5
  if (length < 10) return -0.3
  if (length < 30) return 1.4
  if (length < 80) return 1.8
  if (length < 120) return 0
  if (length < 160) return -2
  return -5
}

/** Most titles end without punctuation, most paragraphs with. */
function scoreEnd(text: string): number {
  const end = /…|\.{3}/.test(text) ? splitReadMore(text).text : text
  const bare = end.slice(-longestEnd).replace(/[\s"'’”»)\]]+$/u, '')
  if (/(?:…|\.\.\.)$/.test(bare)) return /[\])]\s*$/.test(end) ? -3 : -1
  if (/[?!] ?\.?$/.test(bare)) return 0.7
  if (/\.$/.test(bare)) return -3
  if (/[,;]$/.test(bare)) return -3
  if (/\p{Ll}{3}[\s"’”»)]*\. \p{Lu}/u.test(bare)) return 0
  return /:$/.test(bare) ? -2 : 2.2
}

function scoreStart(text: string): number {
  if (/^(?:[-*•·▪◦‣–—+]|\d{1,3}[.)]) ?\s/u.test(text)) return -2.5
  return /^\p{Ll}/u.test(text) ? -1.5 : 0
}

/** Whether a text ends as a sentence does, quotes and brackets behind the full stop included. */
export const endsSentence = (text: string): boolean => /[.!?…:;][\s"'’”»)\]*]*$/u.test(text.slice(-longestEnd))

/** Score of the step from one line's role to the next one's, whatever the lines and the layout; absent where it can't be. */
export const scoreStep = (from: LineRole, to: LineRole): number => steps[to][from] ?? never

/** A post without any text of its own is rare. */
export const emptyPost = -3

/** So is one without a title, which begins with its date. */
const untitled = -6

/** For each role, the roles that may come before it, with the score of the step. */
const steps: Readonly<Record<LineRole, Readonly<Partial<Record<LineRole, number>>>>> = {
  top: { top: 0, body: -2, foot: -2, end: -2, repeat: -2 + emptyPost, below: -2 + emptyPost, title: -2 + emptyPost },
  above: { top: 0, above: -0.2, title: emptyPost, repeat: emptyPost, below: emptyPost, body: 0, foot: 0 },
  title: { top: 0, above: 0, title: emptyPost, repeat: emptyPost, below: emptyPost, body: 0, foot: 0 },
  repeat: { title: 0, below: 0, repeat: 0 },
  below: { title: 0, repeat: 0, below: 0, foot: untitled },
  body: { title: 0, repeat: 0, below: 0, body: 0, foot: -3 },
  foot: { title: emptyPost, repeat: emptyPost, below: emptyPost, body: 0, foot: 0 },
  end: { title: emptyPost - 1.5, repeat: emptyPost - 1.5, below: emptyPost - 1.5, body: -1.5, foot: -1.5, end: 0 },
}

/** A line that can begin the page's end. Any other list of short lines is part of the last post. */
export const scoreEndOpening = ({ kind }: PageLine): number => (kind === 'chrome' || kind === 'pager' ? 0 : never)

/** A line that can begin another page in the same file: only the heading of an archive. */
export const scoreTopOpening = ({ heading }: PageLine): number => (heading?.isExplicit ? 0 : never)

/** First line of a body: a paragraph rather than another short line, and set off from its title as the page's lines are. */
export function scoreBodyOpening({ text, gap }: PageLine, pageIsSpaced: boolean): number {
  const glued = pageIsSpaced && gap === 0 ? -1.5 : 0
  return glued + (text.length >= 100 ? 0.3 : text.length < 40 ? -0.8 : 0)
}

/** Last line of a body: the end of a sentence rather than one of a run of short lines. */
export function scoreBodyClosing({ text }: PageLine): number {
  if (endsSentence(text)) return 0.3
  return text.length < 80 ? -1.2 : -0.4
}

/** Roles of a post's lines from its title to its body. */
export const isHead = (role: LineRole): boolean => role === 'title' || role === 'repeat' || role === 'below'
