import { createHash } from 'node:crypto'
import type { Problem } from '../errors.ts'
import type { FeedDocument } from '../feeds/plan-documents.ts'
import { type FeedPlan, planFeeds } from '../feeds/plan-feeds.ts'
import type { ResolvedOptions } from '../options.ts'
import { type PagePlans, pageKinds, planPages } from '../pages/plan-pages.ts'
import { toSearchRecords } from '../pages/search-records.ts'
import type { ShareImage } from '../pages/share-image.ts'
import { createSiteModel, type SiteModel, type SiteSource } from '../pages/site-model.ts'
import { findUnusedNames } from '../pages/tag-index.ts'
import { createTypography } from '../pages/typography.ts'
import { type SiteAddress, searchScriptPath, shareImagePath, stylesheetPath, type UrlPath } from '../pages/urls.ts'
import { withoutFuturePosts } from '../posts/future-posts.ts'
import type { Post } from '../posts/post.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import { withoutRelationsTo } from '../posts/relations-to.ts'
import { findRelationsInSteps } from '../relations/find-relations.ts'
import { emptyGraph, type RelationGraph } from '../relations/relation-graph.ts'
import { runSteps, type Steps, type TakeTurn } from '../steps.ts'
import { searchScript } from '../templates/search-script.ts'
import { shareCard } from '../templates/share-card.ts'
import { stylesheet } from '../templates/stylesheet.ts'
import { defaultTemplates } from '../templates/templates.ts'
import type { AnalysisFile } from './analysis-file.ts'
import { readBuildTime } from './build-time.ts'
import { type MediaFile, toMediaFiles } from './media-files.ts'
import { createKeys, type OutputKeys } from './output-keys.ts'
import { toRedirectFiles } from './redirect-files.ts'
import { createPageRenderers } from './render-pages.ts'
import type { SearchSource } from './search-index.ts'
import { toSiteFiles } from './site-files.ts'
import type { Stages } from './stages.ts'
import type { BesideFile } from './write-beside.ts'

/** What Eleventy writes, by its kind; one template per kind renders it. */
export type SitePlans = PagePlans & { readonly feed: readonly FeedDocument[] }

export type OutputKind = keyof SitePlans

export const outputKinds: readonly OutputKind[] = [...pageKinds, 'feed']

/** One function per kind: plan → text of the file. */
export type Renderers = { readonly [Kind in OutputKind]: (plan: SitePlans[Kind][number]) => string }

/**
 * All that the virtual templates need, as Eleventy's global data.
 *
 * An instance of a class on purpose: Eleventy copies plain objects and arrays in its data for each template, deeply, and
 * hands instances on as they are.
 */
export class Site {
  readonly plans: SitePlans
  readonly renderers: Renderers
  /** What is written beside Eleventy's pages. */
  readonly beside: readonly BesideFile[]
  /** Pictures and attachments of its posts. */
  readonly media: readonly MediaFile[]
  readonly shareImages: readonly ShareImage[]
  readonly search: SearchSource
  /** What the owner should look at; nothing that stops a build. */
  readonly problems: readonly Problem[]
  /** The page of a post that was edited, with all around it as it was; `undefined` where it would stand elsewhere, or nowhere. */
  readonly pageOfEdited: (post: Post) => BesideFile | undefined

  constructor({ plans, renderers, beside, media, shareImages, search, problems, pageOfEdited }: Readonly<Site>) {
    this.plans = plans
    this.renderers = renderers
    this.beside = beside
    this.media = media
    this.shareImages = shareImages
    this.search = search
    this.problems = problems
    this.pageOfEdited = pageOfEdited
  }
}

export interface SiteSettings {
  /** Who writes the pages. */
  readonly pagesBy: 'eleventy' | 'plugin'
  readonly options: ResolvedOptions
  readonly address: SiteAddress
  readonly analyses: AnalysisFile
  readonly stages: Stages
  /** Of a process that builds again and again. */
  readonly keptPosts?: KeptPosts | undefined
  /** Where others have something to do at the same time. */
  readonly takeTurn?: TakeTurn | undefined
}

/** The posts, and what the site's own templates make of them where it has such. */
export type SitePosts = Pick<SiteSource, 'posts' | 'renderedOf' | 'commentsOf'>

/** Posts → relations → plans of pages and feeds, and what renders them. */
export const createSite = (posts: SitePosts, settings: SiteSettings): Site =>
  runSteps(createSiteInSteps(posts, settings))

/** The same, for those who have something else to do in between. */
export function* createSiteInSteps({ posts, renderedOf, commentsOf }: SitePosts, settings: SiteSettings): Steps<Site> {
  const { options, address, stages } = settings
  const published = listPublished(posts, options)
  yield
  const graph = yield* stages.runSteps('relations', relate(published, settings))
  yield
  const model = stages.run('model', () =>
    createSiteModel({
      posts: published,
      renderedOf,
      commentsOf,
      graph,
      address,
      options,
      stylesheet: stylesheetPath(hashOf(stylesheet)),
      toShareImagePath: (card) => shareImagePath(hashOf(shareCard(card, () => 0))),
      searchScript: options.search === false ? undefined : searchScriptPath(hashOf(searchScript)),
    }),
  )
  yield
  const feeds = stages.run('feeds', () => (options.feeds === false ? noFeeds : planFeeds(model, options.feeds)))
  const otherFiles = feeds.documents.map(({ path }) => ({ path, name: `the feed ${path}` }))
  yield
  const pages = stages.run('plans', () => planPages(model, { ...options, otherFiles }))
  yield
  const taken = new Set([...Object.values(pages).flat(), ...feeds.documents].map(({ path }) => path.toLowerCase()))
  const isTaken = (path: UrlPath) => taken.has(path.toLowerCase())
  const renderers = createPageRenderers(model, { ...defaultTemplates, ...options.templates })
  const plans = { ...pages, feed: feeds.documents.filter(({ isHistory }) => !isHistory) }
  const outputs: Outputs = { plans, renderers: { ...renderers, feed: (document) => document.text() } }
  const keys = createKeys(model, settings)
  yield
  const isPlugin = settings.pagesBy === 'plugin'
  return new Site({
    plans: isPlugin ? plansOfEleventy(plans) : plans,
    renderers: outputs.renderers,
    beside: [
      ...(isPlugin ? plansOfPlugin(outputs, keys) : []),
      ...feeds.documents
        .filter(({ isHistory }) => isHistory)
        .map((document) => ({ ...document, key: keys.feed(document) })),
      ...toRedirectFiles(model, options.redirects, isTaken),
      ...toSiteFiles(model, options),
    ],
    media: typeof options.posts === 'string' ? toMediaFiles(listTexts(published, model), options.posts) : [],
    shareImages: model.shareImages?.all ?? [],
    search: { records: () => toSearchRecords(model), key: keys.searchIndex },
    problems: [
      ...findUnusedNames(model.tags.tags, options.tagNames),
      ...(options.redirects === false ? [] : model.oldAddresses.problems),
      ...feeds.problems,
    ],
    pageOfEdited: createPageOfEdited(pages.post, { model, renderers: outputs.renderers, keys, options }),
  })
}

/** Holds no more than it needs: it stays as long as the process. */
const createPageOfEdited =
  (
    plans: SitePlans['post'],
    { model, options, ...makers }: { readonly model: SiteModel; readonly options: ResolvedOptions } & Makers,
  ): Site['pageOfEdited'] =>
  (post) => {
    const [published] = listPublished([post], options)
    const earlier = plans.find((plan) => plan.post.id === post.id)
    if (published === undefined || earlier === undefined) return undefined
    const plan = { ...earlier, post: createTypography(options.typography).ofPost(published) }
    return model.pathOf(plan.post) === plan.path ? toBesideFile('post', plan, makers) : undefined
  }

const listTexts = (posts: readonly Post[], { commentsOf }: Pick<SiteModel, 'commentsOf'>): readonly string[] =>
  posts.flatMap((post) => [post.body, ...commentsOf(post).map(({ body }) => body)])

type Outputs = Pick<Site, 'plans' | 'renderers'>

/** What is left to Eleventy is the stylesheet: by that it says whether it writes at all. */
const plansOfEleventy = (plans: SitePlans): SitePlans =>
  Object.fromEntries(
    outputKinds.map((kind) => [kind, kind === 'stylesheet' ? plans[kind] : []]),
  ) as unknown as SitePlans

const plansOfPlugin = (outputs: Outputs, keys: OutputKeys): readonly BesideFile[] =>
  outputKinds.filter((kind) => kind !== 'stylesheet').flatMap((kind) => toBesideFiles(kind, outputs, keys))

const toBesideFiles = <Kind extends OutputKind>(
  kind: Kind,
  { plans, renderers }: Outputs,
  keys: OutputKeys,
): readonly BesideFile[] => plans[kind].map((plan) => toBesideFile(kind, plan, { renderers, keys }))

interface Makers {
  readonly renderers: Renderers
  readonly keys: OutputKeys
}

const toBesideFile = <Kind extends OutputKind>(
  kind: Kind,
  plan: SitePlans[Kind][number],
  { renderers, keys }: Makers,
): BesideFile => ({ kind, path: plan.path, text: () => renderers[kind](plan), key: keys[kind](plan) })

function* relate(posts: readonly Post[], { options, analyses }: SiteSettings): Steps<RelationGraph> {
  if (options.relations === false) return emptyGraph
  const kept = analyses.read()
  yield
  const graph = yield* findRelationsInSteps(posts, options.relations, kept)
  analyses.write()
  return graph
}

function listPublished(posts: readonly Post[], { futurePosts, site }: ResolvedOptions): readonly Post[] {
  const finished = posts.filter(({ isDraft }) => !isDraft)
  const published =
    futurePosts === 'show'
      ? finished
      : withoutFuturePosts(finished, { now: readBuildTime(process.env), timeZone: site.timeZone })
  const hidden = new Set(posts.map(({ slug }) => slug))
  for (const { slug } of published) hidden.delete(slug)
  return withoutRelationsTo(published, hidden)
}

const noFeeds: FeedPlan = { documents: [], problems: [] }

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10)
