import type { Messages } from '../i18n/messages.ts'
import { messagesOf } from '../i18n/messages-of.ts'
import { type Html, trusted } from '../markup/html.ts'
import { toTextOfHtml } from '../markup/html-text.ts'
import type { ImageSize } from '../markup/image-tokens.ts'
import { createMarkdownRenderer, toPlainText } from '../markup/markdown.ts'
import { memoize } from '../memoize.ts'
import type { ResolvedOptions } from '../options.ts'
import type { PostComment } from '../posts/comment-file.ts'
import type { Post } from '../posts/post.ts'
import { sortByNewest } from '../posts/sort-posts.ts'
import { type DateArchives, groupPostsByPeriod } from './date-archives.ts'
import { type DateView, toDateView } from './date-view.ts'
import { cutAtWord, toExcerpt } from './excerpt.ts'
import { type PostItemView, toPostItem } from './list-view.ts'
import { memoizeByPost, memoizeByText } from './memoize-by-post.ts'
import { collectOldAddresses, type OldAddresses } from './old-addresses.ts'
import { type FrameOptions, type PageFrame, toPageFrame } from './page-frame.ts'
import { toPostPath } from './post-path.ts'
import { createRelationIndex, type RelationIndex } from './relation-index.ts'
import { listShareImages, type ShareCard, type ShareImages } from './share-image.ts'
import type { ShownGraph } from './shown-graph.ts'
import type { SiteImages } from './site-images.ts'
import { createTagIndex, type Tag, type TagIndex } from './tag-index.ts'
import { type TagOverview, toTagOverview } from './tag-overview.ts'
import type { TextsAhead } from './texts-ahead.ts'
import { createTypography } from './typography.ts'
import { createUrls, oldAddressesPath, type SiteAddress, type UrlPath, type Urls } from './urls.ts'
import { diffWords, type WordDiff } from './word-diff.ts'

/** What the pages are made from, worked out once: no page searches through all posts. */
export interface SiteModel {
  readonly title: string
  readonly description: string
  readonly author: string | undefined
  readonly timeZone: string
  readonly messages: Messages
  readonly urls: Urls
  readonly hasFeeds: boolean
  /** Address of the site's one stylesheet. */
  readonly stylesheet: UrlPath
  /** Address of the script of the search; absent where there is none. */
  readonly searchScript: UrlPath | undefined
  /** Pictures that the owner chose for the site itself. */
  readonly images: SiteImages
  /** Absent where there are none. */
  readonly shareImages: ShareImages | undefined
  /** Every published post, newest first. */
  readonly posts: readonly Post[]
  /** Those that stand in lists: canonical versions, newest first. */
  readonly listedPosts: readonly Post[]
  readonly tags: TagIndex
  readonly overviewOf: (tag: Tag) => TagOverview
  readonly archives: DateArchives
  readonly relations: RelationIndex
  /** Of the site that the posts came from. */
  readonly oldAddresses: OldAddresses
  /** Where a script looks up addresses that a static host can't serve; absent where there are none. */
  readonly addressList: UrlPath | undefined
  /** What surrounds a page. */
  readonly frameOf: (options: FrameOptions) => PageFrame
  readonly pathOf: (post: Post) => UrlPath
  readonly dateOf: (post: Post) => DateView
  readonly excerptOf: (post: Post) => string
  /** What lists show of a post. */
  readonly itemOf: (post: Post) => PostItemView
  readonly renderBody: (post: Post) => Html
  /** The body as HTML in UTF-8, where it was rendered before and feeds can have it as it is. */
  readonly fitBodyOf: (post: Post) => Uint8Array | undefined
  /** Of a picture at an address that texts name; undefined where that isn't known. */
  readonly imageSizeOf: (url: string) => ImageSize | undefined
  /** From one post's text to another's. */
  readonly diffBodies: (from: Post, to: Post) => WordDiff
  /** None where the site doesn't show them. */
  readonly commentsOf: (post: Post) => readonly PostComment[]
  readonly renderComment: (comment: PostComment) => Html
  /** A post's text without marks, as it was written. */
  readonly plainTextOf: (post: Post) => string
}

export interface SiteSource {
  readonly posts: readonly Post[]
  readonly graph: ShownGraph
  readonly address: SiteAddress
  readonly options: ResolvedOptions
  readonly stylesheet: UrlPath
  readonly searchScript?: UrlPath | undefined
  readonly images?: SiteImages | undefined
  readonly toShareImagePath?: ((card: ShareCard) => UrlPath) | undefined
  /** What the site's own templates make of a post, where it has such; asked for when pages are rendered, and not before. */
  readonly renderedOf?: ((post: Post) => Html | undefined) | undefined
  /** Texts as this model would render them. */
  readonly textsAhead?: TextsAhead | undefined
  readonly commentsOf?: ((post: Post) => readonly PostComment[]) | undefined
  readonly imageSizeOf?: SiteModel['imageSizeOf'] | undefined
}

/**
 * @throws {TagArchiveError} Where tags or permalinks can't be addresses.
 */
export function createSiteModel(source: SiteSource): SiteModel {
  const {
    posts,
    graph,
    address,
    options,
    stylesheet,
    searchScript,
    images = {},
    toShareImagePath,
    renderedOf,
    textsAhead,
    commentsOf = () => [],
    imageSizeOf = () => undefined,
  } = source
  const messages = messagesOf(options.site.language)
  const typography = createTypography(options.typography)
  const published = sortByNewest(posts.filter(({ isDraft }) => !isDraft)).map(typography.ofPost)
  const relations = createRelationIndex(published, typography.ofThreads(graph, published))
  const listedPosts = published.filter((post) => relations.of(post).canonical === undefined)
  const pathOf = memoizeByPost((post) => toPostPath(post, options.permalink))
  const tags = createTagIndex(listedPosts, {
    tagNames: options.tagNames,
    compareNames: messages.compareNames,
    language: messages.language,
  })
  const oldAddresses = collectOldAddresses({ posts: published, pathOf, tags: tags.tags })
  const resolveUrl = (url: string): string => prefixUrl(oldAddresses.find(url) ?? url, address.pathPrefix)
  const renderMarkdown = createMarkdownRenderer({ resolveUrl, imageSizeOf, opensPage: true })
  const renderComment = createMarkdownRenderer({ resolveUrl, imageSizeOf, headingLevel: 3, linkRel: 'nofollow ugc' })
  const title = typography.ofSite(options.site.title ?? messages.layout.siteTitle, messages.language)
  const description = typography.ofSite(options.site.description, messages.language)
  const dateOf = memoizeByPost((post) => toDateView(post.date, messages.dates))
  const model: SiteModel = {
    title,
    description,
    author: options.site.author,
    timeZone: options.site.timeZone,
    messages,
    urls: createUrls(address),
    hasFeeds: options.feeds !== false,
    stylesheet,
    searchScript,
    images,
    shareImages:
      options.shareImages === false || toShareImagePath === undefined
        ? undefined
        : listShareImages(
            { title, description, dateOf, posts: published },
            { of: options.shareImages, toPath: toShareImagePath },
          ),
    posts: published,
    listedPosts,
    tags,
    overviewOf: memoize((tag) => toTagOverview(model, tag)),
    archives: groupPostsByPeriod(listedPosts),
    relations,
    oldAddresses,
    addressList: options.redirects === 'pages' && oldAddresses.queries.size > 0 ? oldAddressesPath : undefined,
    frameOf: (frameOptions) => toPageFrame(model, frameOptions),
    pathOf,
    dateOf,
    excerptOf: memoizeByText(
      (post) => textsAhead?.excerptOf(post.id) ?? toExcerptOf(post, renderedOf?.(post), typography.languageOf(post)),
    ),
    itemOf: memoizeByText((post) => toPostItem(model, post)),
    renderBody: (post) => {
      const body = textsAhead?.bodyOf(post.id)
      if (body !== undefined) return trusted(body)
      return renderedOf?.(post) ?? renderMarkdown(post.body, typography.languageOf(post))
    },
    fitBodyOf: ({ id }) => textsAhead?.fitBodyOf(id),
    imageSizeOf,
    diffBodies: (from, to) => diffWords(toPlainText(from.body), toPlainText(to.body)),
    commentsOf,
    renderComment: ({ body }) => renderComment(body),
    plainTextOf: (post) => toPlainTextOf(post, renderedOf?.(post)),
  }
  return model
}

const toPlainTextOf = (post: Post, rendered: Html | undefined): string =>
  rendered === undefined ? toPlainText(post.body) : toTextOfHtml(rendered.text)

const toExcerptOf = (post: Post, rendered: Html | undefined, typographyOf: string | undefined): string =>
  rendered === undefined ? toExcerpt(post, typographyOf) : cutAtWord(post.description ?? toTextOfHtml(rendered.text))

/** Links that a post's author wrote from the site's root, such as `/tag/sncf/`, lead below the path prefix. */
const prefixUrl = (url: string, pathPrefix: string): string =>
  url.startsWith('/') && !url.startsWith('//') ? pathPrefix + url.slice(1) : url
