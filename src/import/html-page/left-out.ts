import { type Problem, shorten } from '../../errors.ts'
import { type DateReading, findLineKind } from '../line-kinds.ts'
import type { HtmlLine } from './page-lines.ts'

/** A shorter line that belongs to no post may be anything. */
const paragraphLength = 160

/** Lines that are neither title nor body of a post, and those of them that stand outside all posts. */
export interface LeftOut {
  readonly leftOut: readonly HtmlLine[]
  readonly outside: readonly HtmlLine[]
}

/** Text that went into no post though it could be someone's: whole paragraphs, and comments. */
export function findLosses(file: string, { leftOut, outside }: LeftOut, dates: DateReading): readonly Problem[] {
  const isOutside = new Set(outside)
  const paragraphs = leftOut.filter(
    (line) =>
      (line.region === 'content' || (line.region === 'meta' && isOutside.has(line))) &&
      line.unlinkedLength > paragraphLength &&
      findLineKind(line.text, dates) === 'text',
  )
  const comments = leftOut.filter(({ region }) => region === 'comments')
  return [
    ...withoutRepeats(paragraphs).map((line) => toLostText(file, line)),
    ...(comments.some(({ text }) => text.length > 40) ? [toLostComments(file, comments)] : []),
  ]
}

/** Each text once: a theme may print its author's life under every post. */
const withoutRepeats = (lines: readonly HtmlLine[]): readonly HtmlLine[] =>
  [...new Map(lines.toReversed().map((line) => [line.text, line])).values()].reverse()

const toLostText = (file: string, { number, text }: HtmlLine): Problem => ({
  code: 'TEXT_OUTSIDE_POSTS',
  message: `Line ${number} of ${file} belongs to no post: ${shorten(text)}`,
  remedy: 'If it is the text of a post, copy it into its file in the posts folder.',
  source: { file, lines: { first: number, last: number } },
  severity: 'loss',
})

const toLostComments = (file: string, lines: readonly HtmlLine[]): Problem => ({
  code: 'COMMENTS_LEFT_OUT',
  message: `${file} has comments under its post, from line ${lines[0]!.number} on; they were left out.`,
  remedy: 'Keep the saved page if you want to keep them.',
  source: { file, lines: { first: lines[0]!.number, last: lines.at(-1)!.number } },
  severity: 'loss',
})
