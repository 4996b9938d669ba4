import type { ArticleIndex } from './article-index.ts'
import type { FollowUp } from './follow-ups.ts'
import { Groups } from './groups.ts'
import type { Memory } from './relation-cache.ts'
import type { Thread } from './relation-graph.ts'
import { nameThread } from './thread-title.ts'

/** Two pieces are linked to each other; a thread is worth a page of its own. */
const fewestPieces = 3

/**
 * Stories: articles that follow-ups connect.
 *
 * A thread has the slug of its first piece's first version. It is unique as that is, and neither a piece nor a version that is
 * added later changes it, so that subscribers keep its feed; a slug made of shared words, as first tried, changed with the
 * frequencies of the archive.
 */
export function findThreads(
  index: ArticleIndex,
  followUps: readonly FollowUp[],
  { recall }: Memory,
): readonly Thread[] {
  const stories = new Groups(index.articles.length)
  for (const { earlier, later } of followUps) stories.join(earlier, later)
  return stories
    .list()
    .filter((pieces) => pieces.length >= fewestPieces)
    .map((pieces) => ({
      slug: index.articles[pieces[0]!]!.first.post.slug,
      title: recall(
        index.articles[pieces[0]!]!.place,
        'thread title',
        (signer) => {
          for (const piece of pieces) signer.addSignature(index.signatureOf(piece))
        },
        () => nameThread(index, pieces),
      ),
      posts: pieces.map((piece) => index.articles[piece]!.post.id),
    }))
}
