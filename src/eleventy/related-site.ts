import { isFitForFeeds } from '../feeds/entry-content.ts'
import type { ShownGraph } from '../pages/shown-graph.ts'
import { findTextFacts } from '../pages/text-facts.ts'
import type { TextsAhead } from '../pages/texts-ahead.ts'
import { emptyGraph } from '../relations/relation-graph.ts'
import { runInTurns, type Steps, takeNoTurn } from '../steps.ts'
import { readLastGraph } from './last-graph.ts'
import { relateInSteps } from './relate-posts.ts'
import type { SecondThread } from './second-thread.ts'
import { createModel, createSiteInSteps, type Site, type SitePosts, type SiteSettings } from './site.ts'
import { readTheme } from './theme.ts'

/** Published posts, and what else the site is made of but for relations. */
export type UnrelatedPosts = Omit<SitePosts, 'graph' | 'secondThread'>

/**
 * Compares posts, and makes the site of them.
 *
 * Where a second thread compares, this one makes the site in the meantime as if relations were those of the last build. An edit seldom
 * changes what pages show of them; where it does, the site is made anew. Nothing is written before that is known. Of a first build, texts
 * are rendered ahead.
 */
export async function createRelatedSite(
  source: UnrelatedPosts,
  settings: SiteSettings,
  secondThread?: SecondThread,
): Promise<Site> {
  const { stages, analyses, takeTurn = takeNoTurn } = settings
  const textsAhead = secondThread?.textsAhead
  const create = (graph: ShownGraph): Promise<Site> =>
    runInTurns(createSiteInSteps({ ...source, graph, textsAhead, secondThread }, settings), takeTurn)
  if (secondThread === undefined) {
    const graph = await runInTurns(stages.runSteps('relations', relateInSteps(source.posts, settings)), takeTurn)
    analyses.write()
    return create(graph)
  }
  const guess = readLastGraph()
  const related = stages.run('relations', () => secondThread.relate(source.posts, guess))
  const meanwhile =
    guess === undefined
      ? runWhile(related, renderAhead(source, settings, secondThread.textsAhead))
      : tryGuess(guess, create)
  const [graph, site] = await Promise.all([related, meanwhile])
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

/** No text depends on relations. */
function* renderAhead(source: UnrelatedPosts, settings: SiteSettings, textsAhead: TextsAhead): Steps<undefined> {
  const unrelated = { ...source, graph: emptyGraph }
  const model = createModel(unrelated, { ...settings, theme: readTheme(settings.options) })
  let hasRoom = true
  for (const post of model.posts) {
    yield
    findTextFacts(post)
    if (!hasRoom) continue
    const body = model.renderBody(post).text
    const isFit = model.hasFeeds && isFitForFeeds(body, model, post)
    hasRoom = textsAhead.add(post.id, { body, excerpt: model.excerptOf(post), isFit })
  }
  source.postIndex?.write()
}

/** Goes on until something else is done; what fails meanwhile fails again where it is needed. */
async function runWhile(other: Promise<unknown>, steps: Steps<undefined>): Promise<undefined> {
  let isPending = true
  const end = () => {
    isPending = false
  }
  other.then(end, end)
  try {
    for (let lookedAt = performance.now(); isPending && steps.next().done !== true; ) {
      if (performance.now() - lookedAt < lookEveryMs) continue
      await new Promise(setImmediate)
      lookedAt = performance.now()
    }
  } catch {
    return undefined
  }
}

const lookEveryMs = 10
