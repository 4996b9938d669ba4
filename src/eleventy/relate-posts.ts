import { type ShownGraph, toShownGraph } from '../pages/shown-graph.ts'
import type { Post } from '../posts/post.ts'
import { findRelationsInSteps } from '../relations/find-relations.ts'
import { emptyGraph } from '../relations/relation-graph.ts'
import type { Steps } from '../steps.ts'
import type { SiteSettings } from './site.ts'

/** @param posts - Published ones. */
export function* relateInSteps(
  posts: readonly Post[],
  { options, analyses }: Pick<SiteSettings, 'options' | 'analyses'>,
): Steps<ShownGraph> {
  if (options.relations === false) return emptyGraph
  const kept = analyses.read()
  yield
  return toShownGraph(yield* findRelationsInSteps(posts, options.relations, kept))
}
