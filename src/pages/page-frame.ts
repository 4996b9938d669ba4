import type { Messages } from '../i18n/messages.ts'
import { type FeedLink, type FollowedList, toAnnouncedFeeds } from './feed-links.ts'
import type { ShareImage } from './share-image.ts'
import { type ImageView, toImageView, toLogoView } from './site-images.ts'
import type { SiteModel } from './site-model.ts'
import {
  archivesPath,
  followPath,
  homePath,
  notFoundPath,
  searchPath,
  siteIconPath,
  tagsPath,
  threadsPath,
  type UrlPath,
  webManifestPath,
} from './urls.ts'

export interface LinkView {
  readonly text: string
  readonly href: string
  /** BCP 47, where the text is in another language than the site. */
  readonly lang?: string | undefined
}

export interface NavigationLink extends LinkView {
  /** `page`: this page; `section`: a page below it. */
  readonly current?: 'page' | 'section' | undefined
}

/** What surrounds the content of every page. */
export interface PageFrame {
  readonly messages: Messages
  /** The page's own, without the site's. */
  readonly title: string
  /** For `<title>`. */
  readonly documentTitle: string
  readonly description: string
  /** Absolute. Absent on pages that have no lasting address, such as the one for errors. */
  readonly canonical?: string | undefined
  /** Absolute or under the prefix; other pages of the same list. */
  readonly previous?: string | undefined
  readonly next?: string | undefined
  readonly isIndexed: boolean
  /** Feeds that this page announces. */
  readonly feeds: readonly FeedLink[]
  readonly stylesheet: string
  readonly icon: string
  readonly webManifest: string
  /** Of this page alone; only the search has one. */
  readonly script?: string | undefined
  /** Where a script finds the new page of an address such as `/?p=123`; only where a visitor with one comes to. */
  readonly addressList?: string | undefined
  readonly site: LinkView
  /** Stands for the site's title. */
  readonly logo?: ImageView | undefined
  /** Adorns the page. */
  readonly headerImage?: ImageView | undefined
  readonly isHome: boolean
  /** Absolute. */
  readonly homeUrl: string
  /** It shows a list of articles, tags, periods or stories. */
  readonly isList: boolean
  /** From the home page to this one. */
  readonly trail: readonly TrailStep[]
  /** Shown where somebody shares the page's address. */
  readonly image?: { readonly url: string; readonly alt: string } | undefined
  /** Where the page is an article. */
  readonly article?: ArticleFacts | undefined
  readonly navigation: readonly NavigationLink[]
}

/** A page on the way to another. */
export interface TrailStep {
  readonly text: string
  /** Absolute. */
  readonly url: string
}

/** What programs are told of an article. */
export interface ArticleFacts {
  readonly language: string
  /** A day, month or year, no finer than it is known; absent where nothing is. */
  readonly published?: string | undefined
  readonly author?: string | undefined
}

export type Section = 'home' | 'tags' | 'archives' | 'threads' | 'follow' | 'search'

export interface FrameOptions {
  readonly path: UrlPath
  /** Absent on the home page. */
  readonly title?: string | undefined
  readonly description?: string | undefined
  readonly section?: Section | undefined
  /** Stands between the section's page and this one. */
  readonly parent?: { readonly text: string; readonly path: UrlPath } | undefined
  readonly isList?: boolean | undefined
  /** Another page that stands for this one. */
  readonly canonicalPath?: UrlPath | undefined
  readonly previous?: string | undefined
  readonly next?: string | undefined
  readonly isIndexed?: boolean | undefined
  readonly script?: UrlPath | undefined
  readonly article?: ArticleFacts | undefined
  /** Default: the site's. */
  readonly image?: ShareImage | undefined
  /** The list that the page shows, where it has feeds of its own. */
  readonly followed?: FollowedList | undefined
}

export function toPageFrame(model: SiteModel, options: FrameOptions): PageFrame {
  const { messages, urls, title: siteTitle } = model
  const { path, title, isIndexed = true } = options
  const image = options.image ?? model.shareImages?.ofSite
  return {
    messages,
    title: title ?? siteTitle,
    documentTitle: title === undefined ? siteTitle : `${title} – ${siteTitle}`,
    description: options.description ?? model.description,
    canonical: isIndexed ? urls.absolute(options.canonicalPath ?? path) : undefined,
    previous: options.previous,
    next: options.next,
    isIndexed,
    feeds: toAnnouncedFeeds(model, options.followed, options.previous === undefined),
    stylesheet: urls.href(model.stylesheet),
    icon: urls.href(siteIconPath),
    webManifest: urls.href(webManifestPath),
    script: options.script && urls.href(options.script),
    addressList:
      model.addressList !== undefined && (path === homePath || path === notFoundPath)
        ? urls.href(model.addressList)
        : undefined,
    site: { text: siteTitle, href: urls.href(homePath) },
    logo: toLogoView(model.images.logo, urls),
    headerImage: toHeaderImage(model, path),
    isHome: path === homePath,
    homeUrl: urls.absolute(homePath),
    isList: options.isList ?? false,
    trail: toTrail(model, options),
    image: image && { url: urls.absolute(image.path), alt: image.alt },
    article: options.article,
    navigation: toNavigation(model, path, options.section),
  }
}

/** On the home page only. */
export const toHeaderImage = ({ images, urls }: SiteModel, path: UrlPath): ImageView | undefined =>
  path === homePath ? toImageView(images.header, urls) : undefined

/** Home, section, parent, page: each once. */
function toTrail(model: SiteModel, { path, title, section, parent }: FrameOptions): readonly TrailStep[] {
  const ofSection = section && listSections(model).find(({ name }) => name === section)
  const steps = [
    { text: model.messages.home.name, path: homePath },
    ofSection,
    parent,
    { text: title ?? model.title, path },
  ]
  return steps.flatMap((step, at) =>
    step === undefined || steps.findLastIndex((other) => other?.path === step.path) !== at
      ? []
      : [{ text: step.text, url: model.urls.absolute(step.path) }],
  )
}

function toNavigation(model: SiteModel, path: UrlPath, section: Section | undefined): readonly NavigationLink[] {
  return listSections(model).map(({ name, text, path: target }) => ({
    text,
    href: model.urls.href(target),
    current: path === target ? 'page' : section === name ? 'section' : undefined,
  }))
}

interface SectionPage {
  readonly name: Section
  readonly text: string
  readonly path: UrlPath
}

/** Those that there are, in the order of the navigation. */
function listSections({ messages, relations, hasFeeds, searchScript }: SiteModel): readonly SectionPage[] {
  const { slugs } = messages
  const sections: readonly (SectionPage | false)[] = [
    { name: 'home', text: messages.home.name, path: homePath },
    { name: 'tags', text: messages.tags.name, path: tagsPath },
    { name: 'archives', text: messages.archives.name, path: archivesPath },
    relations.threads.length > 0 && { name: 'threads', text: messages.threads.name, path: threadsPath },
    hasFeeds && { name: 'follow', text: messages.follow.name, path: followPath(slugs.follow) },
    searchScript !== undefined && { name: 'search', text: messages.search.name, path: searchPath(slugs.search) },
  ]
  return sections.filter((section) => section !== false)
}
