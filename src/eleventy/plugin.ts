import path from 'node:path'
import { resolveOptions, type TagArchiveOptions } from '../options.ts'
import { KeptFiles } from '../posts/kept-files.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import { AnalysisFile } from './analysis-file.ts'
import type { EleventyConfig } from './eleventy-types.ts'
import { finishOutputs } from './finish-outputs.ts'
import { findLocalAddress } from './local-address.ts'
import { rejectOutputConflicts } from './output-conflicts.ts'
import { OwnFiles } from './own-files.ts'
import { addPageTemplates } from './page-templates.ts'
import { requirePagefind } from './search-index.ts'
import { requireShareImages } from './share-images.ts'
import { outputKinds, type Site, type SiteSettings } from './site.ts'
import { resolveSiteAddress } from './site-address.ts'
import { CollectionSource, readSite } from './site-sources.ts'
import { readAudience, Stages } from './stages.ts'
import { listThemeFiles } from './theme.ts'
import { warn } from './warn.ts'
import { arePagesWrittenAsTheyAre } from './written-as-is.ts'

/**
 * The plugin: reads the posts, finds what relates them, and gives Eleventy one virtual template per kind of page.
 *
 * @example eleventyConfig.addPlugin(tagArchive, { site: { title: 'Mon blog', url: 'https://example.org/' } })
 * @throws {TagArchiveError} for a wrong option, with the nearest right one.
 */
export function tagArchive(eleventyConfig: EleventyConfig, given: TagArchiveOptions = {}): void {
  const options = resolveOptions(given)
  const address = resolveSiteAddress({
    url: options.site.url,
    environment: process.env,
    eleventyPathPrefix: eleventyConfig.pathPrefix,
  })
  usePathPrefix(eleventyConfig, address.pathPrefix)
  eleventyConfig.on('eleventy.before', (build) => warn(findLocalAddress(address, build)))
  if (options.search !== false) eleventyConfig.on('eleventy.before', requirePagefind)
  if (options.shareImages !== false) eleventyConfig.on('eleventy.before', requireShareImages)
  for (const file of listThemeFiles(options)) eleventyConfig.addWatchTarget(toGlob(file))
  usePosts(eleventyConfig, {
    options,
    address,
    analyses: new AnalysisFile(),
    stages: new Stages(readAudience(process)),
  })
}

function usePosts(eleventyConfig: EleventyConfig, settings: Omit<SiteSettings, 'pagesBy'>): void {
  const { posts } = settings.options
  if (typeof posts !== 'string') {
    addSiteData(eleventyConfig, settings, () => new CollectionSource({ ...settings, pagesBy: 'eleventy' }))
    // The site's own templates render the posts themselves.
    const kinds = outputKinds.filter((kind) => kind !== 'post')
    addPageTemplates(eleventyConfig, { kinds, collection: posts.collection })
    return
  }
  const folder = toGlob(posts)
  eleventyConfig.ignores.add(`${folder}/**`)
  eleventyConfig.addWatchTarget(`${folder}/**/*.{md,comments.json}`)
  const keptPosts: KeptPosts = new KeptFiles()
  addSiteData(eleventyConfig, settings, ({ pagesBy, isWatching }) =>
    readSite(posts, { ...settings, pagesBy, keptPosts: isWatching ? keptPosts : undefined }),
  )
  addPageTemplates(eleventyConfig, { kinds: outputKinds })
}

interface BuildKind extends Pick<SiteSettings, 'pagesBy'> {
  /** The process goes on, and builds again when a file changes. */
  readonly isWatching: boolean
}

/** A new site for each build; what Eleventy doesn't write of it is written afterwards. */
function addSiteData(
  eleventyConfig: EleventyConfig,
  { options, stages }: Omit<SiteSettings, 'pagesBy'>,
  toSite: (kind: BuildKind) => CollectionSource | Promise<Site>,
): void {
  let kind: BuildKind = { pagesBy: 'eleventy', isWatching: false }
  let latest: CollectionSource | Site | undefined
  let isRebuild = false
  const findSite = (): Site | undefined => (latest !== undefined && 'site' in latest ? latest.site : latest)
  const ownFiles = new OwnFiles(eleventyConfig)
  eleventyConfig.on('eleventy.before', (build) => {
    const isOurs = arePagesWrittenAsTheyAre(eleventyConfig, build, process.argv)
    kind = { pagesBy: isOurs ? 'plugin' : 'eleventy', isWatching: build.runMode !== 'build' }
  })
  eleventyConfig.addGlobalData('tagArchive', async () => {
    latest = await toSite(kind)
    return latest
  })
  eleventyConfig.on('eleventy.contentMap', (map) => rejectOutputConflicts(map, findSite()?.beside ?? []))
  eleventyConfig.on('eleventy.after', async (result) => {
    const site = findSite()
    if (site === undefined) return
    const files = { ...site, beside: ownFiles.without(site.beside) }
    await finishOutputs(files, result, {
      stages,
      search: options.search,
      isRebuild,
      tell: (message) => eleventyConfig.logger?.forceLog(message),
    })
    isRebuild = true
  })
}

/** Eleventy matches paths from the project's folder on, with `/` on every machine. */
const toGlob = (directory: string): string => path.relative('.', directory).split(path.sep).join('/')

/** Eleventy's dev server and its `url` filter follow the address too. */
function usePathPrefix(eleventyConfig: EleventyConfig, pathPrefix: string): void {
  eleventyConfig.on('eleventy.config', (templateConfig) => {
    templateConfig.getConfig().pathPrefix = pathPrefix
  })
}
