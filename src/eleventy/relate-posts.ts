import type { Post } from '../posts/post.ts'
import { findRelationsInSteps } from '../relations/find-relations.ts'
import { emptyGraph, type RelationGraph } from '../relations/relation-graph.ts'
import { runInTurns, type Steps, takeNoTurn } from '../steps.ts'
import { isWorthSecondThread, SecondThread } from './second-thread.ts'
import type { SiteSettings } from './site.ts'

export interface RelatedPosts {
  readonly graph: RelationGraph
  /** Goes on with the feeds. */
  readonly secondThread?: SecondThread | undefined
}

/** @param posts - Published ones. */
export async function relatePosts(posts: readonly Post[], settings: SiteSettings): Promise<RelatedPosts> {
  const { stages, options, address, takeTurn = takeNoTurn } = settings
  const input = { posts, options, address }
  if (settings.mayUseSecondThread !== true || !isWorthSecondThread(input))
    return { graph: await runInTurns(stages.runSteps('relations', relateInSteps(posts, settings)), takeTurn) }
  const secondThread = new SecondThread(input)
  return { graph: await stages.run('relations', () => secondThread.relate()), secondThread }
}

export function* relateInSteps(
  posts: readonly Post[],
  { options, analyses }: Pick<SiteSettings, 'options' | 'analyses'>,
): Steps<RelationGraph> {
  if (options.relations === false) return emptyGraph
  const kept = analyses.read()
  yield
  const graph = yield* findRelationsInSteps(posts, options.relations, kept)
  analyses.write()
  return graph
}
