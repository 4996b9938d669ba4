import type { ArticleIndex } from './article-index.ts'
import { Groups } from './groups.ts'
import type { Thread } from './relation-graph.ts'

/** Two pieces are linked to each other; a thread is worth a page of its own. */
const fewestPieces = 3

/** A thread, and its pieces as places in the index. */
export type ThreadOfArticles = Thread & { readonly pieces: readonly number[] }

/** Two articles that follow-ups connect. */
interface StoryLink {
  readonly earlier: number
  readonly later: number
}

/** Articles that follow-ups connect, directly or over others. */
export function groupStories(articleCount: number, followUps: Iterable<StoryLink>): Groups {
  const stories = new Groups(articleCount)
  for (const { earlier, later } of followUps) stories.join(earlier, later)
  return stories
}

/**
 * Threads of stories.
 *
 * A thread has the slug of its first piece's first version. It is unique as that is, and neither a piece nor a version that is
 * added later changes it, so that subscribers keep its feed; a slug made of shared words, as first tried, changed with the
 * frequencies of the archive.
 *
 * @param titleOf - See `nameThread`.
 */
export const findThreads = (
  { articles }: ArticleIndex,
  stories: Groups,
  titleOf: (pieces: readonly number[]) => string,
): readonly ThreadOfArticles[] =>
  stories
    .list()
    .filter((pieces) => pieces.length >= fewestPieces)
    .map((pieces) => ({
      slug: articles[pieces[0]!]!.first.post.slug,
      title: titleOf(pieces),
      posts: pieces.map((piece) => articles[piece]!.post.id),
      pieces,
    }))
