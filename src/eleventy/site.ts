import { hashOf } from '../content-hash.ts'
import type { Problem } from '../errors.ts'
import type { FeedDocument } from '../feeds/plan-documents.ts'
import { type FeedPlan, planFeeds } from '../feeds/plan-feeds.ts'
import { joinParts } from '../markup/text-parts.ts'
import { once } from '../once.ts'
import type { ResolvedOptions } from '../options.ts'
import { findPageClashes, type PagePlans, pageKinds, planPages } from '../pages/plan-pages.ts'
import { createPostKeys } from '../pages/post-keys.ts'
import { toSearchRecords } from '../pages/search-records.ts'
import type { ShareImage } from '../pages/share-image.ts'
import { createSiteModel, type SiteModel, type SiteSource } from '../pages/site-model.ts'
import { findUnusedNames } from '../pages/tag-index.ts'
import { createTypography } from '../pages/typography.ts'
import { type SiteAddress, searchScriptPath, shareImagePath, stylesheetPath, type UrlPath } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import type { Steps, TakeTurn } from '../steps.ts'
import { searchScript } from '../templates/search-script.ts'
import { shareCard } from '../templates/share-card.ts'
import { defaultTemplates } from '../templates/templates.ts'
import type { AnalysisFile } from './analysis-file.ts'
import { createMediaSizes, type MediaFile, toMediaFiles } from './media-files.ts'
import { createKeys, type OutputKeys, type SiteKeys } from './output-keys.ts'
import type { PostIndexFile } from './post-index-file.ts'
import { listPublished } from './published-posts.ts'
import { toRedirectFiles } from './redirect-files.ts'
import { createPageRenderers } from './render-pages.ts'
import type { SearchSource } from './search-index.ts'
import type { SecondThread } from './second-thread.ts'
import { toSiteFiles } from './site-files.ts'
import type { Stages } from './stages.ts'
import { readTheme, type Theme } from './theme.ts'
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
  /** Writes feeds, where there are many. */
  readonly secondThread: SecondThread | undefined
  /** Keeps what the next build need not find out again. */
  readonly keep: () => void
  /** What the owner should look at; nothing that stops a build. */
  readonly problems: readonly Problem[]
  /** The page of a post that was edited, with all around it as it was; `undefined` where it would stand elsewhere, or nowhere. */
  readonly pageOfEdited: (post: Post) => BesideFile | undefined

  constructor(site: Readonly<Site>) {
    const { plans, renderers, beside, media, shareImages, search, secondThread, keep, problems, pageOfEdited } = site
    this.plans = plans
    this.renderers = renderers
    this.beside = beside
    this.media = media
    this.shareImages = shareImages
    this.search = search
    this.secondThread = secondThread
    this.keep = keep
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

/** Published posts with what relates them, and what the site's own templates make of them where it has such. */
export type SitePosts = ModelSource & {
  readonly secondThread?: SecondThread | undefined
  readonly postIndex?: PostIndexFile | undefined
}

type ModelSource = Pick<SiteSource, 'posts' | 'graph' | 'renderedOf' | 'textsAhead' | 'commentsOf'>

/** Posts and relations → plans of pages and feeds, and what renders them. */
export function* createSiteInSteps(
  { secondThread, postIndex, ...source }: SitePosts,
  settings: SiteSettings,
): Steps<Site> {
  const { options, stages } = settings
  const theme = readTheme(options)
  const model = stages.run('model', () => createModel(source, { ...settings, theme }))
  const postKeys = createPostKeys(model)
  yield
  const feeds = stages.run('feeds', () =>
    options.feeds === false ? noFeeds : planFeeds(model, options.feeds, postKeys),
  )
  yield
  const pages = stages.run('plans', () => planPages(model, options))
  yield
  const taken = once(
    () => new Set([...Object.values(pages).flat(), ...feeds.documents].map(({ path }) => path.toLowerCase())),
  )
  const isTaken = (path: UrlPath) => taken().has(path.toLowerCase())
  const renderers = createPageRenderers(model, {
    templates: { ...defaultTemplates, ...options.templates },
    stylesheet: theme.stylesheet,
  })
  const plans = { ...pages, feed: feeds.documents.filter(({ isHistory }) => !isHistory) }
  const outputs: Outputs = { plans, renderers: { ...renderers, feed: (document) => joinParts(document.text()) } }
  const keys = createKeys(model, postKeys, {
    ...settings,
    published: source.posts,
    graph: source.graph,
    feedSources: secondThread?.feedSources,
  })
  yield
  // Where the last build wrote, this one can.
  if (!keys.areOfSameFiles()) rejectClashes(pages, feeds)
  yield
  const isPlugin = settings.pagesBy === 'plugin'
  return new Site({
    plans: isPlugin ? plansOfEleventy(plans) : plans,
    renderers: outputs.renderers,
    beside: [
      ...(isPlugin ? plansOfPlugin(outputs, keys) : []),
      ...toFeedFiles(feeds.documents, keys).filter(({ kind }) => isPlugin || kind === undefined),
      ...toRedirectFiles(model, options.redirects, isTaken),
      ...toSiteFiles(model, options),
    ],
    media: [
      ...theme.files,
      ...(typeof options.posts === 'string' ? toMediaFiles(source.posts, model.commentsOf, options.posts) : []),
    ],
    shareImages: model.shareImages?.all ?? [],
    search: { records: () => toSearchRecords(model), key: keys.searchIndex },
    secondThread,
    keep: () => {
      postIndex?.write()
      keys.write()
    },
    problems: [
      ...findUnusedNames(model.tags.tags, options.tagNames),
      ...(options.redirects === false ? [] : model.oldAddresses.problems),
      ...feeds.problems,
    ],
    pageOfEdited: createPageOfEdited(pages.post, { model, renderers: outputs.renderers, keys, options }),
  })
}

/** @throws {TagArchiveError} `PATH_CLASH` where two outputs would be one file. */
function rejectClashes(pages: PagePlans, { documents }: FeedPlan): void {
  const feedFiles = documents.map(({ path }) => ({ path, describe: () => ({ name: `the feed ${path}` }) }))
  const [clash] = findPageClashes(pages, feedFiles)
  if (clash !== undefined) throw clash
}

export const createModel = (
  source: ModelSource,
  { options, address, theme }: Pick<SiteSettings, 'options' | 'address'> & { readonly theme: Theme },
): SiteModel =>
  createSiteModel({
    ...source,
    address,
    options,
    stylesheet: stylesheetPath(hashOf(theme.stylesheet)),
    images: theme.images,
    toShareImagePath: (card) => shareImagePath(hashOf(shareCard(card, () => 0))),
    searchScript: options.search === false ? undefined : searchScriptPath(hashOf(searchScript)),
    imageSizeOf: typeof options.posts === 'string' ? createMediaSizes(options.posts) : undefined,
  })

/** Those without a kind hold older entries: no template of Eleventy's makes them. */
const toFeedFiles = (documents: readonly FeedDocument[], keys: Pick<OutputKeys, 'feed'>): readonly BesideFile[] =>
  documents.map((document) => ({
    path: document.path,
    text: document.text,
    key: keys.feed(document),
    kind: document.isHistory ? undefined : 'feed',
    isFeed: true,
  }))

/** Holds no more than it needs: it stays as long as the process. */
const createPageOfEdited =
  (plans: SitePlans['post'], { model, options, ...makers }: EditedPageMakers): Site['pageOfEdited'] =>
  (post) => {
    const [published] = listPublished([post], options)
    const earlier = plans.find((plan) => plan.post.id === post.id)
    if (published === undefined || earlier === undefined) return undefined
    const plan = { ...earlier, post: createTypography(options.typography).ofPost(published) }
    if (model.pathOf(plan.post) !== plan.path) return undefined
    return { ...toBesideFile('post', plan, makers), key: makers.keys.editedPost(plan) }
  }

type Outputs = Pick<Site, 'plans' | 'renderers'>

/** What is left to Eleventy is the stylesheet: by that it says whether it writes at all. */
const plansOfEleventy = (plans: SitePlans): SitePlans =>
  Object.fromEntries(
    outputKinds.map((kind) => [kind, kind === 'stylesheet' ? plans[kind] : []]),
  ) as unknown as SitePlans

const plansOfPlugin = (outputs: Outputs, keys: OutputKeys): readonly BesideFile[] =>
  outputKinds
    .filter((kind) => kind !== 'stylesheet' && kind !== 'feed')
    .flatMap((kind) => toBesideFiles(kind, outputs, keys))

const toBesideFiles = <Kind extends OutputKind>(
  kind: Kind,
  { plans, renderers }: Outputs,
  keys: OutputKeys,
): readonly BesideFile[] => plans[kind].map((plan) => toBesideFile(kind, plan, { renderers, keys }))

interface Makers {
  readonly renderers: Renderers
  readonly keys: OutputKeys
}

interface EditedPageMakers extends Makers {
  readonly model: SiteModel
  readonly options: ResolvedOptions
  readonly keys: SiteKeys
}

const toBesideFile = <Kind extends OutputKind>(
  kind: Kind,
  plan: SitePlans[Kind][number],
  { renderers, keys }: Makers,
): BesideFile => ({ kind, path: plan.path, text: () => renderers[kind](plan), key: keys[kind](plan) })

const noFeeds: FeedPlan = { documents: [], problems: [] }
