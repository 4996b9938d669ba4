import type { ShownGraph } from '../pages/shown-graph.ts'
import { runInTurns, takeNoTurn } from '../steps.ts'
import { readLastGraph } from './last-graph.ts'
import { relateInSteps } from './relate-posts.ts'
import type { SecondThread } from './second-thread.ts'
import { createSiteInSteps, type Site, type SitePosts, type SiteSettings } from './site.ts'

/** Published posts, and what else the site is made of but for relations. */
export type UnrelatedPosts = Omit<SitePosts, 'graph' | 'secondThread'>

/**
 * Compares posts, and makes the site of them.
 *
 * Where a second thread compares, this one makes the site in the meantime as if relations were those of the last build. An edit seldom
 * changes what pages show of them; where it does, the site is made anew. Nothing is written before that is known.
 */
export async function createRelatedSite(
  source: UnrelatedPosts,
  settings: SiteSettings,
  secondThread?: SecondThread,
): Promise<Site> {
  const { stages, analyses, takeTurn = takeNoTurn } = settings
  const create = (graph: ShownGraph): Promise<Site> =>
    runInTurns(createSiteInSteps({ ...source, graph, secondThread }, settings), takeTurn)
  if (secondThread === undefined) {
    const graph = await runInTurns(stages.runSteps('relations', relateInSteps(source.posts, settings)), takeTurn)
    analyses.write()
    return create(graph)
  }
  const guess = readLastGraph()
  const related = stages.run('relations', () => secondThread.relate(source.posts, guess))
  const [graph, site] = await Promise.all([related, guess === undefined ? undefined : tryGuess(guess, create)])
  return graph === guess && site !== undefined ? site : create(JSON.parse(graph))
}

/** What is wrong with a guess says nothing: it may be of other posts. */
async function tryGuess(guess: string, create: (graph: ShownGraph) => Promise<Site>): Promise<Site | undefined> {
  try {
    const site = await create(JSON.parse(guess))
    for (const { key } of site.beside) key?.()
    return site
  } catch {
    return undefined
  }
}
