import { type Problem, shorten } from '../errors.ts'
import { endsSentence } from './line-scores.ts'
import type { PageLine } from './page-lines.ts'
import type { PageLines } from './post-lines.ts'
import type { PageReading } from './segment-page.ts'

/** Text left out above and below a page's posts: the rest of one whose title isn't there, a description, a notice. */
export const findLostText = (file: string, pages: readonly PageLines[]): readonly Problem[] =>
  pages.flatMap((page) => {
    const text = page.furniture.filter((line) => isText(line, page))
    const [first] = page.posts
    const firstTitle = (first?.titles[0] ?? first?.meta[0])?.number ?? Number.POSITIVE_INFINITY
    return [text.filter(({ number }) => number < firstTitle), text.filter(({ number }) => number > firstTitle)]
      .filter((lines) => lines.length > 0)
      .map((lines) => toLoss(file, lines))
  })

/** Longer lines are no part of a theme, and without a heading above neither is a sentence. */
const longestFurniture = 160

const isText = ({ kind, text }: PageLine, { heading }: PageLines): boolean =>
  kind === 'text' && (text.length > longestFurniture || (heading === undefined && endsSentence(text)))

function toLoss(file: string, text: readonly PageLine[]): Problem {
  const lines = { first: text[0]!.number, last: text.at(-1)!.lastNumber }
  const where = lines.first === lines.last ? `Line ${lines.first}` : `Text on lines ${lines.first} to ${lines.last}`
  return {
    code: 'TEXT_OUTSIDE_POSTS',
    message: `${where} of ${file} belongs to no post: ${shorten(text[0]!.text)}`,
    remedy: 'If it is the text of a post, write its title twice, on two lines, above it and import again.',
    source: { file, lines },
    severity: 'loss',
  }
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
