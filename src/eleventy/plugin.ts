import path from 'node:path'
import { resolveOptions, type TagArchiveOptions } from '../options.ts'
import { KeptFiles } from '../posts/kept-files.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import { AnalysisFile } from './analysis-file.ts'
import { Builds, type BuildsSettings } from './builds.ts'
import { followDevServer } from './dev-server.ts'
import type { EleventyConfig } from './eleventy-types.ts'
import { findLocalAddress } from './local-address.ts'
import { lookInThread } from './look-ahead.ts'
import { OwnFiles } from './own-files.ts'
import { addPageTemplates } from './page-templates.ts'
import { requirePagefind } from './search-index.ts'
import { isWorthSecondThread, SecondThread } from './second-thread.ts'
import { requireShareImages } from './share-images.ts'
import { outputKinds, type SiteSettings } from './site.ts'
import { resolveSiteAddress } from './site-address.ts'
import { CollectionSource, readEditedPages, readSite } from './site-sources.ts'
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
    const toSite = () => new CollectionSource({ ...settings, pagesBy: 'eleventy' })
    addSiteData(eleventyConfig, settings, {
      prepare: () => undefined,
      look: lookInThread,
      toSite,
      toEditedPages: () => undefined,
    })
    // The site's own templates render the posts themselves.
    const kinds = outputKinds.filter((kind) => kind !== 'post')
    addPageTemplates(eleventyConfig, { kinds, collection: posts.collection })
    return
  }
  const folder = toGlob(posts)
  eleventyConfig.ignores.add(`${folder}/**`)
  eleventyConfig.addWatchTarget(`${folder}/**/*.{md,comments.json}`)
  const keptPosts: KeptPosts = new KeptFiles()
  let secondThread: SecondThread | undefined
  addSiteData(eleventyConfig, settings, {
    prepare: ({ pagesBy, isWatching }) => {
      // A process that goes on would hold all posts twice.
      const isWanted = pagesBy === 'plugin' && !isWatching && isWorthSecondThread(posts, settings.options)
      // Of a build that came to no end.
      void secondThread?.giveUp()
      secondThread = isWanted ? new SecondThread(settings) : undefined
    },
    // A thread that waits for posts has the time, and to start another one takes more.
    look: (order) => (secondThread === undefined ? lookInThread(order) : secondThread.look(order)),
    toSite: ({ pagesBy, isWatching }, takeTurn) => {
      const prepared = secondThread
      secondThread = undefined
      return readSite(posts, {
        ...settings,
        pagesBy,
        keptPosts: isWatching ? keptPosts : undefined,
        secondThread: prepared,
        takeTurn,
      })
    },
    toEditedPages: (files, site) => readEditedPages(files, { ...settings, directory: posts, keptPosts, site }),
  })
  addPageTemplates(eleventyConfig, { kinds: outputKinds })
}

/** A new site for each build; what Eleventy doesn't write of it is written afterwards. */
function addSiteData(
  eleventyConfig: EleventyConfig,
  { options, stages }: Omit<SiteSettings, 'pagesBy'>,
  origin: Pick<BuildsSettings, 'prepare' | 'look' | 'toSite' | 'toEditedPages'>,
): void {
  const ownFiles = new OwnFiles(eleventyConfig)
  const builds = new Builds({
    ...origin,
    stages,
    search: options.search,
    ownFiles,
    tell: (message) => eleventyConfig.logger?.forceLog(message),
  })
  eleventyConfig.on('eleventy.config', followDevServer)
  eleventyConfig.on('eleventy.beforeWatch', (files) => builds.noteSaved(files))
  eleventyConfig.on('eleventy.reset', () => builds.giveUpRest())
  eleventyConfig.on('eleventy.before', (build) => {
    const isOurs = arePagesWrittenAsTheyAre(eleventyConfig, build, process.argv)
    builds.begin({
      pagesBy: isOurs ? 'plugin' : 'eleventy',
      isWatching: build.runMode !== 'build',
      isIncremental: build.incremental === true,
      directory: build.directories.output,
    })
  })
  eleventyConfig.addGlobalData('tagArchive', () => builds.createData())
  eleventyConfig.on('eleventy.contentMap', (map) => builds.checkPlaces(map))
  eleventyConfig.on('eleventy.after', (result) => builds.finish(result))
}

/** Eleventy matches paths from the project's folder on, with `/` on every machine. */
const toGlob = (directory: string): string => path.relative('.', directory).split(path.sep).join('/')

/** Eleventy's dev server and its `url` filter follow the address too. */
function usePathPrefix(eleventyConfig: EleventyConfig, pathPrefix: string): void {
  eleventyConfig.on('eleventy.config', (templateConfig) => {
    templateConfig.getConfig().pathPrefix = pathPrefix
  })
}
