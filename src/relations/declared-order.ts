import type { Groups } from './groups.ts'
import type { OwnerPairs } from './owner-relations.ts'

/**
 * Whether the owner's `followUpTo` lead from one article back to another, over any number of posts and their versions. If so,
 * the two can't be one article: the story would come before itself.
 *
 * @param articles - Posts that are versions of one article, as far as is known.
 * @param from - Place of a post of the later article.
 * @param to - Place of a post of the earlier one.
 */
export function leadsBack(articles: Groups, followUps: OwnerPairs['followUps'], from: number, to: number): boolean {
  const goal = articles.find(to)
  const reached = new Set([articles.find(from)])
  for (const article of reached) {
    for (const { earlier, later } of followUps) {
      if (articles.find(later) !== article) continue
      if (articles.find(earlier) === goal) return true
      reached.add(articles.find(earlier))
    }
  }
  return false
}
