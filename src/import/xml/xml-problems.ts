import type { Problem } from '../../errors.ts'
import type { XmlFaults } from './open-xml.ts'

/** What a file's markup makes of its posts: misread places, and an end that is missing. */
export function findXmlProblems(file: string, { count, first, cutShortFrom }: XmlFaults): readonly Problem[] {
  const problems: Problem[] = []
  if (first !== undefined && count > 0) {
    const others = count === 1 ? '' : `, and ${count - 1} more`
    problems.push({
      code: 'XML_MALFORMED',
      message: `${file} is no well-formed XML at line ${first.line}, column ${first.column} (${first.what}${others}); it was read on from there, as well as it goes.`,
      remedy: 'Look at the post around that line; export again if words are missing.',
      source: { file, lines: { first: first.line, last: first.line } },
      severity: 'doubt',
    })
  }
  if (cutShortFrom !== undefined) {
    problems.push({
      code: 'XML_CUT_SHORT',
      message: `${file} ends in the middle: what begins on line ${cutShortFrom} is not complete, and what should follow is not there.`,
      remedy: 'Download or export it again; the posts before that line were imported.',
      source: { file, lines: { first: cutShortFrom, last: cutShortFrom } },
      severity: 'loss',
    })
  }
  return problems
}
