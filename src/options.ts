/**
 * Every option of the plugin, grouped by stage: type, meaning, range and default in one place.
 * The README's table repeats them, and a test compares the two.
 */
import { shorten, TagArchiveError } from './errors.ts'
import { type FeedOptions, feedDefaults, type ResolvedFeedOptions } from './feeds/feed-options.ts'
import { type SiteLanguage, siteLanguages } from './i18n/messages.ts'
import { isRecord } from './is-record.ts'
import { findNearestName } from './nearest-name.ts'
import { type RelationOptions, relationDefaults } from './relations/relation-options.ts'
import type { Templates } from './templates/templates.ts'

export interface SiteOptions {
  /** Name of the site, in its header and in every page's title. Default: "Archives" in the site's language. */
  title?: string | undefined
  /** One sentence about the site, for search engines and the home page. Default: none. */
  description?: string | undefined
  /**
   * Address of the home page, path included: `https://example.org/blog/`. The variables `SITE_URL` and `PATH_PREFIX` and
   * Eleventy's `--pathprefix` override it. Default `http://localhost:8080/`.
   */
  url?: string | undefined
  /** Language of the site's own words: `fr` or `en`. Default `fr`. */
  language?: SiteLanguage | undefined
  /** IANA time zone that instants are turned into days in. Default `Europe/Paris` for `fr`, `UTC` for `en`. */
  timeZone?: string | undefined
  /** Who writes, where a post does not say. Default: nobody named. */
  author?: string | undefined
  /**
   * Picture that stands in every page's header in place of the title, and says the title to those who don't see it: `images/logo.svg`. SVG,
   * PNG, JPEG, WebP, AVIF or GIF, shown at most 72 pixels high. Default: none.
   */
  logo?: string | undefined
  /** Wide picture below the header of the home page, of the same kinds: `images/header.jpg`. It adorns and says nothing. Default: none. */
  headerImage?: string | undefined
}

export interface TagNameOptions {
  /** Other spellings of a tag → its name: `{ 'opensource': 'Open source' }`. Default: none. */
  aliases?: Readonly<Record<string, string>> | undefined
  /** A tag in any spelling → the name that readers see: `{ 'sncf': 'SNCF' }`. Default: the most used spelling. */
  names?: Readonly<Record<string, string>> | undefined
  /** A tag in any spelling → its part of the address: `{ 'C++': 'cpp' }`. Default: made from the name. */
  slugs?: Readonly<Record<string, string>> | undefined
}

/** Pages that a site may have of its own. */
export const ownPageKinds = [
  'home',
  'tags',
  'archives',
  'threads',
  'follow',
  'search',
  'notFound',
  'sitemap',
  'robots',
] as const

export type OwnPageKind = (typeof ownPageKinds)[number]

export interface TagArchiveOptions {
  /** What the site is called, where it stands, which language it speaks. */
  site?: SiteOptions | undefined
  /** Folder of the posts, or the Eleventy collection that they are in. Default `posts`. */
  posts?: string | { readonly collection: string } | undefined
  /** Names, spellings and addresses of tags. */
  tagNames?: TagNameOptions | undefined
  /** Posts on one page of a list; of a year, which shows titles alone, five times as many. 1–1000. Default 20. */
  pageSize?: number | undefined
  /**
   * Address of a post, with `{slug}` and, if wanted, `{year}`, `{month}`, `{day}`. A post whose day is not stated by its
   * source keeps the default: an address must not claim more than is known. Default `/articles/{slug}/`.
   */
  permalink?: string | undefined
  /**
   * Posts dated in the future: shown like any other, or left out until a build after their day; `SOURCE_DATE_EPOCH` stands
   * for the clock. `show` or `wait`. Default `show`: what is built depends on nothing but the posts.
   */
  futurePosts?: 'show' | 'wait' | undefined
  /**
   * Pages that your site has already, and that are left to it: some of `home`, `tags`, `archives`, `threads`, `follow`,
   * `search`, `notFound`, `sitemap`, `robots`. Links to them stay. Default: none.
   */
  ownPages?: readonly OwnPageKind[] | undefined
  /**
   * What leads from the posts' old addresses to their new pages: `pages`, one at each old address; `file`, one `_redirects` for
   * hosts that read it; false: nothing. Default `pages`.
   */
  redirects?: 'pages' | 'file' | false | undefined
  /** What readers of the old blog wrote under its posts, where an import brought it along: `shown` or `hidden`. Default `hidden`. */
  comments?: 'shown' | 'hidden' | undefined
  /** How texts are compared to find versions, follow-ups and similar posts; false: not at all. Default true. */
  relations?: boolean | RelationOptions | undefined
  /**
   * Titles and texts of posts as a typesetter sets them in their language: no-break spaces, apostrophes, quotation marks, ellipses.
   * The posts' files stay as they are. Default true.
   */
  typography?: boolean | undefined
  /**
   * A page that searches all posts, in the reader's browser; needs the package `pagefind` beside the plugin. While you write, its index is
   * made when the server starts; `buildOnly`: only by whole builds. Default false; the ready site has it on.
   */
  search?: boolean | 'buildOnly' | undefined
  /**
   * Pictures that others show where somebody shares an address: one of the `site`, or one for each of the `posts` with its title; false:
   * none. They need the packages `@resvg/resvg-js` and `@expo-google-fonts/source-serif-4` beside the plugin. Default false; the ready
   * site has one of the `site`.
   */
  shareImages?: false | 'site' | 'posts' | undefined
  /**
   * A short guide for language models at `/llms.txt`: the site in a few words, its main tags and stories, its newest posts, with links.
   * Default false.
   */
  llms?: boolean | undefined
  /** Feeds of the site, of each tag and of each thread; false: none. Default true. */
  feeds?: boolean | FeedOptions | undefined
  /**
   * Style sheets of yours, in this order: `['styles.css']`. They become the last part of the one style sheet that all pages load, and win
   * over the theme's rules. Default: none.
   */
  styles?: readonly string[] | undefined
  /** Templates of your own, by name; each gets the view model that ours gets. Default: ours. */
  templates?: Partial<Templates> | undefined
}

export interface ResolvedSite {
  readonly title: string | undefined
  readonly description: string
  readonly url: string
  readonly language: SiteLanguage
  readonly timeZone: string
  readonly author: string | undefined
  readonly logo: string | undefined
  readonly headerImage: string | undefined
}

export type ResolvedRelationOptions = { readonly [Key in keyof RelationOptions]-?: number }

export interface ResolvedOptions {
  readonly site: ResolvedSite
  readonly posts: string | { readonly collection: string }
  readonly tagNames: Readonly<Record<keyof TagNameOptions, Readonly<Record<string, string>>>>
  readonly pageSize: number
  readonly permalink: string
  readonly futurePosts: 'show' | 'wait'
  readonly ownPages: readonly OwnPageKind[]
  readonly redirects: 'pages' | 'file' | false
  readonly comments: 'shown' | 'hidden'
  readonly relations: false | ResolvedRelationOptions
  readonly typography: boolean
  readonly search: boolean | 'buildOnly'
  readonly shareImages: false | 'site' | 'posts'
  readonly llms: boolean
  readonly feeds: false | ResolvedFeedOptions
  readonly styles: readonly string[]
  readonly templates: Partial<Templates>
}

export const optionDefaults = {
  site: { description: '', url: 'http://localhost:8080/', language: 'fr' },
  timeZones: { fr: 'Europe/Paris', en: 'UTC' },
  posts: 'posts',
  pageSize: 20,
  permalink: '/articles/{slug}/',
  futurePosts: 'show',
  ownPages: [],
  redirects: 'pages',
  comments: 'hidden',
  relations: true,
  typography: true,
  search: false,
  shareImages: false,
  llms: false,
  feeds: true,
  styles: [],
} as const

/**
 * Merges what the user gave with the defaults.
 *
 * @throws {TagArchiveError} `OPTION_UNKNOWN` with the nearest known name, `OPTION_INVALID` with what was received.
 */
export function resolveOptions(given: TagArchiveOptions = {}): ResolvedOptions {
  rejectUnknown('', given, [
    'site',
    'posts',
    'tagNames',
    'pageSize',
    'permalink',
    'futurePosts',
    'ownPages',
    'redirects',
    'comments',
    'relations',
    'typography',
    'search',
    'shareImages',
    'llms',
    'feeds',
    'styles',
    'templates',
  ])
  return {
    site: resolveSite(given.site ?? {}),
    posts: resolvePosts(given.posts ?? optionDefaults.posts),
    tagNames: resolveTagNames(given.tagNames ?? {}),
    pageSize: resolvePageSize(given.pageSize ?? optionDefaults.pageSize),
    permalink: resolvePermalink(given.permalink ?? optionDefaults.permalink),
    futurePosts: expect(
      'futurePosts',
      given.futurePosts ?? optionDefaults.futurePosts,
      (value) => value === 'show' || value === 'wait',
      'one of "show" and "wait"',
    ),
    ownPages: expect(
      'ownPages',
      given.ownPages ?? optionDefaults.ownPages,
      (value) => Array.isArray(value) && value.every((kind) => ownPageKinds.some((known) => known === kind)),
      `a list of some of ${ownPageKinds.map((kind) => `"${kind}"`).join(', ')}`,
    ),
    redirects: expect(
      'redirects',
      given.redirects ?? optionDefaults.redirects,
      (value) => value === 'pages' || value === 'file' || value === false,
      'one of "pages" and "file", or false',
    ),
    comments: expect(
      'comments',
      given.comments ?? optionDefaults.comments,
      (value) => value === 'shown' || value === 'hidden',
      'one of "shown" and "hidden"',
    ),
    relations: resolveRelations(given.relations ?? optionDefaults.relations),
    typography: expect('typography', given.typography ?? optionDefaults.typography, isBoolean, 'true or false'),
    search: expect(
      'search',
      given.search ?? optionDefaults.search,
      (value) => isBoolean(value) || value === 'buildOnly',
      'true, false or "buildOnly"',
    ),
    shareImages: expect(
      'shareImages',
      given.shareImages ?? optionDefaults.shareImages,
      (value) => value === 'site' || value === 'posts' || value === false,
      'one of "site" and "posts", or false',
    ),
    llms: expect('llms', given.llms ?? optionDefaults.llms, isBoolean, 'true or false'),
    feeds: resolveFeeds(given.feeds ?? optionDefaults.feeds),
    styles: expect(
      'styles',
      given.styles ?? optionDefaults.styles,
      (value) => Array.isArray(value) && value.every((file) => isText(file) && /[^/]\.css$/i.test(file)),
      'a list of CSS files, such as ["styles.css"]',
    ),
    templates: resolveTemplates(given.templates ?? {}),
  }
}

function resolveSite(given: SiteOptions): ResolvedSite {
  rejectUnknown('site', given, ['title', 'description', 'url', 'language', 'timeZone', 'author', 'logo', 'headerImage'])
  const language = given.language ?? optionDefaults.site.language
  expect('site.language', language, isSiteLanguage, 'one of "fr" and "en"')
  return {
    title: expect('site.title', given.title, isOptionalText, 'a text'),
    description: expect('site.description', given.description ?? optionDefaults.site.description, isText, 'a text'),
    url: expect('site.url', given.url ?? optionDefaults.site.url, isText, 'an address such as "https://example.org/"'),
    language,
    timeZone: expect(
      'site.timeZone',
      given.timeZone ?? optionDefaults.timeZones[language],
      isTimeZone,
      'an IANA time zone such as "Europe/Paris"',
    ),
    author: expect('site.author', given.author, isOptionalText, 'a text'),
    logo: resolvePicture('site.logo', given.logo),
    headerImage: resolvePicture('site.headerImage', given.headerImage),
  }
}

const resolvePicture = (name: string, given: string | undefined): string | undefined =>
  expect(
    name,
    given,
    (value) => value === undefined || (isText(value) && /[^/]\.(?:svg|png|jpe?g|webp|avif|gif)$/i.test(value)),
    'a picture file of yours, such as "images/logo.svg" (SVG, PNG, JPEG, WebP, AVIF or GIF)',
  )

function resolvePosts(given: string | { readonly collection: string }): ResolvedOptions['posts'] {
  const isPosts = (value: unknown) =>
    isText(value) ? value !== '' : isRecord(value) && isText(value.collection) && value.collection !== ''
  return expect('posts', given, isPosts, 'a folder, or { collection: "name" }')
}

function resolveTagNames(given: TagNameOptions): ResolvedOptions['tagNames'] {
  rejectUnknown('tagNames', given, ['aliases', 'names', 'slugs'])
  const isTextMap = (value: unknown) =>
    isRecord(value) && Object.values(value).every((text) => isText(text) && text.trim() !== '')
  const resolve = (key: keyof TagNameOptions) =>
    expect(`tagNames.${key}`, given[key] ?? {}, isTextMap, 'an object of texts, none of them empty')
  return { aliases: resolve('aliases'), names: resolve('names'), slugs: resolve('slugs') }
}

const resolvePageSize = (given: number): number =>
  expect(
    'pageSize',
    given,
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000,
    'a whole number from 1 to 1000',
  )

function resolvePermalink(given: string): string {
  const isPattern = (value: unknown) =>
    isText(value) &&
    value.startsWith('/') &&
    value.includes('{slug}') &&
    /(?:\/|\.html)$/.test(value) &&
    (value.match(/\{[^}]*\}/g) ?? []).every((part) => ['{slug}', '{year}', '{month}', '{day}'].includes(part))
  return expect(
    'permalink',
    given,
    isPattern,
    'a path from / to / or .html with {slug}, and {year}, {month} or {day} if you like',
  )
}

function resolveRelations(given: boolean | RelationOptions): ResolvedOptions['relations'] {
  expect('relations', given, (value) => isBoolean(value) || isRecord(value), 'true, false or an object of options')
  if (typeof given === 'boolean') return given && relationDefaults
  rejectUnknown('relations', given, Object.keys(relationDefaults))
  const share = (key: 'versionCoverage' | 'followUpScore') =>
    expect(`relations.${key}`, given[key] ?? relationDefaults[key], isNumberUpTo(1), 'a number from 0 to 1')
  return {
    versionCoverage: share('versionCoverage'),
    followUpScore: share('followUpScore'),
    similarPosts: expect(
      'relations.similarPosts',
      given.similarPosts ?? relationDefaults.similarPosts,
      (value) => isNumberUpTo(20)(value) && Number.isInteger(value),
      'a whole number from 0 to 20',
    ),
  }
}

function resolveFeeds(given: boolean | FeedOptions): ResolvedOptions['feeds'] {
  expect('feeds', given, (value) => isBoolean(value) || isRecord(value), 'true, false or an object of options')
  if (typeof given === 'boolean') return given && feedDefaults
  rejectUnknown('feeds', given, Object.keys(feedDefaults))
  return {
    entries: expect(
      'feeds.entries',
      given.entries ?? feedDefaults.entries,
      (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100,
      'a whole number from 1 to 100',
    ),
    history: expect(
      'feeds.history',
      given.history ?? feedDefaults.history,
      (value) => value === undefined || value === 'archived' || value === 'brief' || value === 'none',
      'one of "archived", "brief" and "none"',
    ),
    idAuthority: expect(
      'feeds.idAuthority',
      given.idAuthority ?? feedDefaults.idAuthority,
      (value) => isText(value) && /^(?:[a-z0-9._-]+@)?[a-z0-9-]+(?:\.[a-z0-9-]+)+,\d{4}(?:-\d\d){0,2}$/.test(value),
      'a domain of yours and a year in which it was yours, such as "example.org,2024"',
    ),
    hub: toHref(
      expect(
        'feeds.hub',
        given.hub,
        (value) => value === undefined || (isText(value) && /^https?:/i.test(value) && URL.canParse(value)),
        'the address of a WebSub hub',
      ),
    ),
    wordPressAddresses: expect(
      'feeds.wordPressAddresses',
      given.wordPressAddresses ?? feedDefaults.wordPressAddresses,
      (value) => value === undefined || isBoolean(value),
      'true or false',
    ),
  }
}

const templateNames = Object.keys({
  layout: true,
  home: true,
  post: true,
  tags: true,
  tag: true,
  archives: true,
  year: true,
  month: true,
  undated: true,
  threads: true,
  thread: true,
  follow: true,
  search: true,
  notFound: true,
} satisfies Record<keyof Templates, true>)

function resolveTemplates(given: Partial<Templates>): Partial<Templates> {
  rejectUnknown('templates', given, templateNames)
  for (const [name, template] of Object.entries(given))
    expect(`templates.${name}`, template, (value) => typeof value === 'function', 'a function')
  return given
}

function rejectUnknown(parent: string, given: object, known: readonly string[]): void {
  if (!isRecord(given)) expect(parent || 'options', given, isRecord, 'an object')
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue
    const name = parent === '' ? key : `${parent}.${key}`
    const nearest = findNearestName(key, known)
    throw new TagArchiveError('OPTION_UNKNOWN', {
      problem: `There is no option ${shorten(name)}.`,
      remedy: nearest ? `Did you mean "${nearest}"?` : `Known here: ${known.join(', ')}.`,
    })
  }
}

function expect<Value>(name: string, value: Value, isRight: (value: unknown) => boolean, wanted: string): Value {
  if (isRight(value)) return value
  throw new TagArchiveError('OPTION_INVALID', {
    problem: `Option "${name}" is ${shorten(value)}.`,
    remedy: `It must be ${wanted}.`,
  })
}

/** As browsers write it. */
const toHref = (url: string | undefined): string | undefined => (url === undefined ? undefined : new URL(url).href)

const isText = (value: unknown): value is string => typeof value === 'string'
const isOptionalText = (value: unknown): boolean => value === undefined || isText(value)
const isNumberUpTo =
  (most: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= 0 && value <= most
const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isSiteLanguage = (value: unknown): boolean => siteLanguages.some((language) => language === value)

function isTimeZone(value: unknown): boolean {
  try {
    return isText(value) && new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== ''
  } catch {
    return false
  }
}
