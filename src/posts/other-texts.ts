import { listSome, type Problem } from '../errors.ts'
import type { Arrival } from './arrival.ts'
import { toParagraphHashes } from './manifest.ts'
import type { Merge } from './merge-post.ts'
import { findBefore } from './record-import.ts'

/**
 * Whether an archive file that is met for the first time tells a known post in other words, and the post keeps its own: which
 * of the two is right, only the owner knows. A text cut short says nothing.
 */
export function hasOtherText(arrival: Arrival, { changed }: Merge): boolean {
  const { match, source } = arrival
  if (match.entry === undefined || findBefore(arrival) !== undefined || source.isTruncated) return false
  const known = new Set(match.entry.paragraphs)
  return !changed.has('body') && toParagraphHashes(source.body).some((paragraph) => !known.has(paragraph))
}

/** One for the whole import: two archives of one blog may differ in many posts. */
export function toOtherTexts(arrivals: readonly Arrival[]): readonly Problem[] {
  const [first] = arrivals
  if (first === undefined) return []
  const [{ file }] = first.match.article.sources
  const paths = listSome(arrivals.flatMap(({ match }) => match.file?.path ?? []))
  return [
    {
      code: 'OTHER_TEXT',
      message: `${file} tells ${paths} in other words than the archive they came from, and what is in the files stays.`,
      remedy:
        'Where the new words are right, save that archive under its earlier name, which says that it is a newer state of the same source, and import again; or edit the posts.',
      source: { file },
      severity: 'doubt',
    },
  ]
}
