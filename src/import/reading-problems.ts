import { type Problem, shorten } from '../errors.ts'
import type { PageLine } from './page-lines.ts'
import type { PageLines } from './post-lines.ts'
import type { PageReading } from './segment-page.ts'

/** Whole paragraphs before the first title: an archive's description, or the end of a post whose title is missing. */
export function findLostText(file: string, pages: readonly PageLines[]): readonly Problem[] {
  return pages.flatMap(({ furniture }) =>
    furniture
      .filter(({ kind, text }) => kind === 'text' && text.length > 160)
      .map(({ number, text }) => ({
        code: 'TEXT_OUTSIDE_POSTS',
        message: `Line ${number} of ${file} belongs to no post: ${shorten(text)}`,
        remedy: 'If it is the text of a post, write its title on a line of its own above it and import again.',
        source: { file, lines: { first: number, last: number } },
        severity: 'loss' as const,
      })),
  )
}

/** Cuts, and lines that were not cut at, are told to the user where the odds for them are lower than nine to one. */
const sureFrom = 0.9

export function findDoubts(
  file: string,
  lines: readonly PageLine[],
  { roles, confidences }: PageReading,
): readonly Problem[] {
  return lines.flatMap((line, i) => {
    const confidence = confidences[i]!
    if (confidence >= sureFrom) return []
    const isCut = roles[i] === 'title'
    const sure = `${Math.round(confidence * 100)} % sure`
    return [
      {
        code: isCut ? 'DOUBTFUL_CUT' : 'POSSIBLE_CUT',
        message: isCut
          ? `Line ${line.number} of ${file} was taken for the title of a post (${sure}); it could also be text of the post before: ${shorten(line.text)}`
          : `Line ${line.number} of ${file} was taken for text (${sure}); it could also be the title of a post: ${shorten(line.text)}`,
        remedy: isCut
          ? 'If it is no title, join it to the line before it in that file and import again.'
          : 'If it is a title, write it twice, on two lines, in that file and import again.',
        source: { file, lines: { first: line.number, last: line.number } },
        severity: 'doubt' as const,
      },
    ]
  })
}
