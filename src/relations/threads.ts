import { termRole } from './analyse-post.ts'
import type { ArticleIndex } from './article-index.ts'
import { spellTerms } from './evidence-words.ts'
import type { FollowUp } from './follow-ups.ts'
import { Groups } from './groups.ts'
import type { Thread } from './relation-graph.ts'

/** Two pieces are linked to each other; a thread is worth a page of its own. */
const fewestPieces = 3

/**
 * Stories: articles that follow-ups connect.
 *
 * A thread has the slug of its first piece. It is unique as that is, and a piece that is added later changes it no more than
 * an unrelated post does; a slug made of shared words, as first tried, changed with the frequencies of the archive.
 */
export function findThreads(index: ArticleIndex, followUps: readonly FollowUp[]): readonly Thread[] {
  const stories = new Groups(index.articles.length)
  for (const { earlier, later } of followUps) stories.join(earlier, later)
  return stories
    .list()
    .filter((pieces) => pieces.length >= fewestPieces)
    .map((pieces) => ({
      slug: index.articles[pieces[0]!]!.post.slug,
      title: nameThread(index, pieces),
      posts: pieces.map((piece) => index.articles[piece]!.post.id),
    }))
}

/** Names that a thread is named after. */
const mostNames = 2

/**
 * The rarest names that stand in a title and in front of two or more pieces, as the first piece that has them spells them. Where
 * there are none, as in a blog about one subject, the title of the first piece: common words make no name.
 */
function nameThread(index: ArticleIndex, pieces: readonly number[]): string {
  const names = findFrontNames(index, pieces)
  for (const piece of pieces) {
    const phrases = spellTerms(names, index.articles[piece]!.post)
    if (phrases.length > 0) return phrases.slice(0, mostNames).join(', ')
  }
  return index.articles[pieces[0]!]!.post.title
}

/** Hashes, the weightiest first. */
function findFrontNames({ vectors, statistics }: ArticleIndex, pieces: readonly number[]): readonly number[] {
  const names = new Map<number, { weight: number; pieces: number; isInTitle: boolean }>()
  for (const { hashes, terms, roles } of pieces.map((piece) => vectors[piece]!)) {
    for (const [place, hash] of hashes.entries()) {
      const isInTitle = (roles[place]! & termRole.title) !== 0
      const isInFront = isInTitle || (roles[place]! & termRole.lead) !== 0
      if (!isInFront || !statistics.isName[terms[place]!] || roles[place]! & termRole.number) continue
      const known = names.get(hash) ?? { weight: 0, pieces: 0, isInTitle: false }
      names.set(hash, {
        weight: known.weight + statistics.rarities[terms[place]!]! * (isInTitle ? 2 : 1),
        pieces: known.pieces + 1,
        isInTitle: known.isInTitle || isInTitle,
      })
    }
  }
  return [...names]
    .filter(([, name]) => name.isInTitle && name.pieces > 1)
    .sort(([a, x], [b, y]) => y.weight - x.weight || a - b)
    .map(([hash]) => hash)
}
