import { compareCodePoints } from '../../markup/compare.ts'
import type { ArchivedArticle } from '../archived-article.ts'
import type { ArchivePage } from '../read-text-archive.ts'

/** An article, and when it appeared. */
export interface DatedArticle {
  readonly article: ArchivedArticle
  /** ISO 8601 in UTC, or a day. */
  readonly moment: string | undefined
}

/**
 * An export or a feed as the one page of an archive, newest first.
 *
 * An article without a date stays beside the one before it (or after it, at the start): nothing but the file's order tells.
 *
 * @param dated - In the order of the file.
 * @param order - Which end of the file is new, for articles of one moment.
 */
export function toPage(
  file: string,
  dated: readonly DatedArticle[],
  order: 'newestFirst' | 'oldestFirst',
): ArchivePage {
  const first = dated.find(({ moment }) => moment !== undefined)?.moment
  let last = first ?? ''
  const placed = dated.map(({ article, moment }) => {
    last = moment ?? last
    return { article, moment: last }
  })
  const newestFirst = (order === 'newestFirst' ? placed.toReversed() : placed)
    .toSorted((a, b) => compareCodePoints(a.moment, b.moment))
    .toReversed()
  return {
    file,
    heading: undefined,
    number: undefined,
    isSortedByDate: first !== undefined,
    articles: newestFirst.map(({ article }, i) => ({
      ...article,
      sources: [{ ...article.sources[0], position: i + 1 }],
    })),
  }
}
