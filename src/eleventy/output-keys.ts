import type { FeedDocument } from '../feeds/plan-documents.ts'
import { once } from '../once.ts'
import { type Watched, watchTexts } from '../pages/memoize-by-post.ts'
import { withKeys } from '../pages/model-with-keys.ts'
import { toPageFrame } from '../pages/page-frame.ts'
import { type PageKind, pageKinds } from '../pages/plan-pages.ts'
import type { PostKeys } from '../pages/post-keys.ts'
import { toSearchRecords } from '../pages/search-records.ts'
import type { ShownGraph, ShownRelation } from '../pages/shown-graph.ts'
import type { SiteModel } from '../pages/site-model.ts'
import { notFoundPath, type UrlPath } from '../pages/urls.ts'
import type { Post, PostId } from '../posts/post.ts'
import { digestOf, markOfFields } from '../posts/post-text.ts'
import { toShortHash } from '../short-hash.ts'
import { readCodeVersion } from './code-version.ts'
import { KeptKeys } from './kept-keys.ts'
import { type ByKind, createPageViews } from './render-pages.ts'
import type { OutputKind, SitePlans, SiteSettings } from './site.ts'

/** One function per kind: plan → what changes whenever the text would; absent where only the text itself tells. */
export type OutputKeys = {
  readonly [Kind in OutputKind]: (plan: SitePlans[Kind][number]) => (() => string) | undefined
}

export type SiteKeys = OutputKeys & {
  /** Of the page of a post that was edited since the site was made: nothing that was kept is of its text. */
  readonly editedPost: OutputKeys['post']
  readonly searchIndex: () => string
  /** Whether an earlier build is known to have had outputs of the same names. */
  readonly areOfSameFiles: () => boolean
  /** Keeps them for the next build. */
  readonly write: () => void
}

/** Of each post its text, and what its page shows of posts that are related to it. Where threads and versions stay, nothing else shows these. */
function listStates(posts: readonly Post[], { relations }: ShownGraph): readonly string[] {
  const related = new Map<PostId, ShownRelation[]>()
  const add = (id: PostId, relation: ShownRelation) => related.set(id, [...(related.get(id) ?? []), relation])
  for (const relation of relations) {
    if (relation.kind === 'similar') add(relation.post, relation)
    if (relation.kind === 'followUp') for (const id of [relation.earlier, relation.later]) add(id, relation)
  }
  return posts.map((post) => {
    const ofPost = related.get(post.id)
    return ofPost === undefined ? digestOf(post) : digestOf(post) + toShortHash(JSON.stringify(ofPost))
  })
}

export interface KeysInput extends Pick<SiteSettings, 'options' | 'address'> {
  /** As they were read. */
  readonly published: readonly Post[]
  readonly graph: ShownGraph
  /** Sources of feeds that another thread has made, where there is one. */
  readonly feedSources: ReadonlyMap<UrlPath, Watched<string>> | undefined
}

/**
 * Keys of outputs: hashes of what they show, and of all that every one of them depends on: the plugin's code, the options, where
 * links lead. What an owner's template does with what it is given, nobody can know: what comes of such has no key.
 */
export function createKeys(
  model: SiteModel,
  posts: PostKeys,
  { options, address, published, graph, feedSources }: KeysInput,
): SiteKeys {
  const { templates, ...others } = options
  const { all } = model.oldAddresses
  const ofAll = toShortHash(JSON.stringify([readCodeVersion('.'), others, address, [...all]]))
  const toKey = (source: string): string => toShortHash(ofAll + source)
  const light = withKeys(model, posts)
  const surroundings = toShortHash(JSON.stringify(toPageFrame(light, { path: notFoundPath })))
  const kept = once(
    () =>
      new KeptKeys({
        basis: toKey(
          JSON.stringify([
            graph.threads,
            graph.relations.filter(({ kind }) => kind === 'duplicate'),
            surroundings,
            model.stylesheet,
            model.images,
            published.map(markOfFields),
            published.flatMap((post) => posts.ofSurroundings(post) ?? []),
          ]),
        ),
        posts: model.posts.map(({ id }) => id),
        states: listStates(model.posts, graph),
      }),
  )
  const sources: ByKind<unknown> = {
    ...createPageViews(light),
    // A whole view takes ten times as long, and there is one for each post.
    post: ({ post, newer, older }) => [posts.ofPage(post), newer && posts.ofLink(newer), older && posts.ofLink(older)],
    sitemap: (plan) => plan,
  }
  const makeFeedKey = ({ path, source }: FeedDocument): Watched<string> => {
    const { result, posts: ofPosts } = feedSources?.get(path) ?? watchTexts(source)
    return { result: toKey(result), posts: ofPosts }
  }
  const isRenderedByOwner = typeof options.posts !== 'string'
  const hasOwnTemplates = isRenderedByOwner || Object.keys(templates).length > 0
  const makeKey = <Kind extends PageKind>(kind: Kind, plan: SitePlans[Kind][number]): string =>
    toKey(surroundings + JSON.stringify(sources[kind](plan)))
  const keyOf =
    <Kind extends PageKind>(kind: Kind) =>
    (plan: SitePlans[Kind][number]) =>
      hasOwnTemplates ? undefined : once(() => kept().recall(plan.path, () => watchTexts(() => makeKey(kind, plan))))
  const ofPages = Object.fromEntries(pageKinds.map((kind) => [kind, keyOf(kind)])) as unknown as Omit<
    OutputKeys,
    'feed'
  >
  return {
    ...ofPages,
    feed: (document) =>
      isRenderedByOwner ? undefined : once(() => kept().recall(document.path, () => makeFeedKey(document))),
    editedPost: (plan) => (hasOwnTemplates ? undefined : once(() => makeKey('post', plan))),
    searchIndex: () => toKey(JSON.stringify(toSearchRecords(isRenderedByOwner ? model : light))),
    areOfSameFiles: () => !isRenderedByOwner && kept().isOfSameBasis,
    write: () => {
      if (!isRenderedByOwner) kept().write()
    },
  }
}
