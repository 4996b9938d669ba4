import type { Problem } from '../errors.ts'
import type { FeedDocument } from '../feeds/plan-documents.ts'
import { type FeedPlan, planFeeds } from '../feeds/plan-feeds.ts'
import type { ResolvedOptions } from '../options.ts'
import { type PagePlans, pageKinds, planPages } from '../pages/plan-pages.ts'
import { toSearchRecords } from '../pages/search-records.ts'
import type { ShareImage } from '../pages/share-image.ts'
import { createSiteModel, type SiteModel, type SiteSource } from '../pages/site-model.ts'
import { findUnusedNames } from '../pages/tag-index.ts'
import { type SiteAddress, searchScriptPath, shareImagePath, stylesheetPath, type UrlPath } from '../pages/urls.ts'
import { withoutFuturePosts } from '../posts/future-posts.ts'
import type { Post } from '../posts/post.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import { withoutRelationsTo } from '../posts/relations-to.ts'
import { findRelations } from '../relations/find-relations.ts'
import { emptyGraph, type RelationGraph } from '../relations/relation-graph.ts'
import { searchScript } from '../templates/search-script.ts'
import { shareCard } from '../templates/share-card.ts'
import { defaultTemplates } from '../templates/templates.ts'
import type { AnalysisFile } from './analysis-file.ts'
import { readBuildTime } from './build-time.ts'
import { hashOf } from './content-hash.ts'
import { createMediaSizes, type MediaFile, toMediaFiles } from './media-files.ts'
import { createKeys, type OutputKeys } from './output-keys.ts'
import { toRedirectFiles } from './redirect-files.ts'
import { createPageRenderers } from './render-pages.ts'
import type { SearchSource } from './search-index.ts'
import { toSiteFiles } from './site-files.ts'
import type { Stages } from './stages.ts'
import { readTheme } from './theme.ts'
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
  /** Pictures of the site itself, pictures and attachments of its posts. */
  readonly media: readonly MediaFile[]
  readonly shareImages: readonly ShareImage[]
  readonly search: SearchSource
  /** What the owner should look at; nothing that stops a build. */
  readonly problems: readonly Problem[]

  constructor({ plans, renderers, beside, media, shareImages, search, problems }: Readonly<Site>) {
    this.plans = plans
    this.renderers = renderers
    this.beside = beside
    this.media = media
    this.shareImages = shareImages
    this.search = search
    this.problems = problems
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
}

/** The posts, and what the site's own templates make of them where it has such. */
export type SitePosts = Pick<SiteSource, 'posts' | 'renderedOf' | 'commentsOf'>

/** Posts → relations → plans of pages and feeds, and what renders them. */
export function createSite({ posts, renderedOf, commentsOf }: SitePosts, settings: SiteSettings): Site {
  const { options, address, stages } = settings
  const theme = readTheme(options)
  const published = listPublished(posts, options)
  const graph = stages.run('relations', () => relate(published, settings))
  const model = stages.run('model', () =>
    createSiteModel({
      posts: published,
      renderedOf,
      commentsOf,
      graph,
      address,
      options,
      stylesheet: stylesheetPath(hashOf(theme.stylesheet)),
      images: theme.images,
      toShareImagePath: (card) => shareImagePath(hashOf(shareCard(card, () => 0))),
      searchScript: options.search === false ? undefined : searchScriptPath(hashOf(searchScript)),
      imageSizeOf: typeof options.posts === 'string' ? createMediaSizes(options.posts) : undefined,
    }),
  )
  const feeds = stages.run('feeds', () => (options.feeds === false ? noFeeds : planFeeds(model, options.feeds)))
  const otherFiles = feeds.documents.map(({ path }) => ({ path, name: `the feed ${path}` }))
  const pages = stages.run('plans', () => planPages(model, { ...options, otherFiles }))
  const taken = new Set([...Object.values(pages).flat(), ...feeds.documents].map(({ path }) => path.toLowerCase()))
  const isTaken = (path: UrlPath) => taken.has(path.toLowerCase())
  const renderers = createPageRenderers(model, {
    templates: { ...defaultTemplates, ...options.templates },
    stylesheet: theme.stylesheet,
  })
  const plans = { ...pages, feed: feeds.documents.filter(({ isHistory }) => !isHistory) }
  const outputs: Outputs = { plans, renderers: { ...renderers, feed: (document) => document.text() } }
  const keys = createKeys(model, settings)
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
    media: [
      ...theme.files,
      ...(typeof options.posts === 'string' ? toMediaFiles(listTexts(published, model), options.posts) : []),
    ],
    shareImages: model.shareImages?.all ?? [],
    search: { records: () => toSearchRecords(model), key: keys.searchIndex },
    problems: [
      ...findUnusedNames(model.tags.tags, options.tagNames),
      ...(options.redirects === false ? [] : model.oldAddresses.problems),
      ...feeds.problems,
    ],
  })
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
): readonly BesideFile[] =>
  plans[kind].map((plan) => ({ kind, path: plan.path, text: () => renderers[kind](plan), key: keys[kind](plan) }))

function relate(posts: readonly Post[], { options, analyses }: SiteSettings): RelationGraph {
  if (options.relations === false) return emptyGraph
  const graph = findRelations(posts, options.relations, analyses.read())
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
