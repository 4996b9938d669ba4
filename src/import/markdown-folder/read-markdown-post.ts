import { isLanguage } from '../../calendar/language.ts'
import { type Problem, shorten } from '../../errors.ts'
import type { ArchivedArticle, StatedDate } from '../archived-article.ts'
import { findClearLanguage } from '../post-language.ts'
import { mergeTags } from '../post-tags.ts'
import type { TextArchive, TextArchiveOptions } from '../read-text-archive.ts'
import { findWrittenMoment } from '../written-moment.ts'
import { type Fields, findText, toList } from './field-values.ts'
import { findTemplateTags, toPostBody } from './source-body.ts'
import { readSourceFrontMatter } from './source-front-matter.ts'

/** Reads a post of Jekyll, Hugo, Hexo or Eleventy: a Markdown file with front matter. */
export function readMarkdownPost(text: string, options: TextArchiveOptions): TextArchive {
  const { file } = options
  const read = readSourceFrontMatter(text)
  if (read === undefined || 'failure' in read) {
    return withProblems([toUnreadable(file, read?.failure ?? 'is missing')])
  }
  const fields = new Map(Array.from(read.fields, ([key, value]) => [key.toLowerCase(), value]))
  const stated = findDate(fields, options)
  if (isPage(fields, file, stated) && !options.arePagesPosts) return withProblems([toPageLeftOut(file)])
  const article = toArticle(fields, read.body, { ...options, stated })
  const tags = findTemplateTags(read.body)
  const problems = tags.length === 0 ? [] : [toTemplateTags(file, tags)]
  return {
    ...withProblems(problems),
    // Each file is a whole: its name says nothing of other files.
    pages: [{ file, heading: undefined, number: undefined, isSortedByDate: true, articles: [article] }],
  }
}

const withProblems = (problems: readonly Problem[]): TextArchive => ({
  format: 'Markdown post',
  pages: [],
  hasPostMarks: true,
  furniture: [],
  problems,
})

function toArticle(
  fields: Fields,
  source: string,
  { file, tag, lang, timeZone, stated }: TextArchiveOptions & { readonly stated: StatedDate | undefined },
): ArchivedArticle {
  const heading = /^\s*# (.+?)(?: #+)?\n/.exec(`${source}\n`)
  const title = findText(fields, 'title') ?? heading?.[1]
  const isHeadingTitle = heading !== null && heading[1] === title
  const body = toPostBody(isHeadingTitle ? source.slice(heading[0].length) : source)
  const name = findNames(file)
  const url = findText(fields, 'canonical_url', 'canonicalurl', 'canonical')
  const updated = findText(fields, 'updated', 'lastmod', 'last_modified_at', 'modified', 'updated_at')
  const moment = updated === undefined ? undefined : findWrittenMoment(updated, timeZone)
  return {
    title: title ?? name.slug.replaceAll('-', ' '),
    body,
    tags: mergeTags(findTags(fields, 'tags', 'tag'), tag === undefined ? [] : [tag]),
    categories: findTags(fields, 'categories', 'category'),
    author: toList(fields.get('author') ?? fields.get('authors'))[0] ?? findText(fields, 'author', 'authors'),
    guid: findText(fields, 'guid'),
    slug: findText(fields, 'slug') ?? name.slug,
    permalink: findPermalink(fields),
    description: findText(fields, 'description', 'summary', 'excerpt'),
    updated: moment && (moment.instant ?? moment.day),
    isDraft: isDraft(fields, file) || undefined,
    lang: lang ?? findStatedLanguage(fields) ?? findClearLanguage(body) ?? 'und',
    sources: [{ file, position: 1, ...(url !== undefined && /^https?:/.test(url) ? { url } : {}) }],
    stated,
    isTruncated: false,
  }
}

/** `2012-05-06-bonjour.md`, `bonjour/index.fr.md`: the date and the slug that a file's name holds. */
function findNames(file: string): { readonly date: string | undefined; readonly slug: string } {
  const parts = file.replace(/\.(?:md|markdown|mdown|mkd|html?)$/i, '').split('/')
  const last = parts.at(-1)!.replace(/\.[a-z]{2}$/, '')
  const base = /^_?index$/.test(last) ? (parts.at(-2) ?? last) : last
  const dated = /^(\d{4}-\d\d?-\d\d?)(?:[-_](.*))?$/.exec(base)
  return { date: dated?.[1], slug: dated?.[2] || base }
}

function findDate(fields: Fields, { file, timeZone }: TextArchiveOptions): StatedDate | undefined {
  const text = findText(
    fields,
    'date',
    'publishdate',
    'pubdate',
    'published_at',
    'date_published',
    'created',
    'created_at',
  )
  const name = findNames(file).date
  return (
    (text === undefined ? undefined : findWrittenMoment(text, timeZone)) ??
    (name === undefined ? undefined : findWrittenMoment(name, undefined))
  )
}

/** Under its own key, or among Zola's and Hugo's taxonomies. Eleventy's `posts` names a collection, not a subject. */
function findTags(fields: Fields, ...keys: readonly string[]): readonly string[] {
  const taxonomies = fields.get('taxonomies')
  const nested = typeof taxonomies === 'object' && taxonomies !== null ? Object.entries(taxonomies) : []
  const values = [
    ...keys.map((key) => fields.get(key)),
    ...nested.filter(([key]) => keys.includes(key)).map(([, value]) => value),
  ]
  return mergeTags(values.flatMap(toList)).filter((name) => !/^(?:posts?|all)$/.test(name))
}

/** A path that the post asks for; a pattern of the engine (`/:title/`, `{{ slug }}`) is none. */
function findPermalink(fields: Fields): string | undefined {
  const path = findText(fields, 'permalink', 'url')
  return path !== undefined && /^\/(?!\/)[^\s?#\\:{}]*$/.test(path) ? path : undefined
}

const isDraft = (fields: Fields, file: string): boolean =>
  fields.get('draft') === true ||
  fields.get('published') === false ||
  /^(?:draft|pending|scheduled|private)$/i.test(findText(fields, 'status', 'post_status') ?? '') ||
  /(?:^|\/)_?drafts\//.test(file)

/** A page of the site, such as "About", has a layout of its own and no day; Hugo calls what heads a list of posts `_index`. */
const isPage = (fields: Fields, file: string, stated: StatedDate | undefined): boolean =>
  stated === undefined &&
  (/^(?:page|home|default|archive|base)$/i.test(findText(fields, 'layout', 'type') ?? '') ||
    /(?:^|\/)_index\.[^/]+$/.test(file))

function findStatedLanguage(fields: Fields): string | undefined {
  const lang = findText(fields, 'lang', 'language', 'locale')?.replace('_', '-')
  return lang !== undefined && isLanguage(lang.slice(0, 2).toLowerCase()) ? lang : undefined
}

const toUnreadable = (file: string, failure: string): Problem => ({
  code: 'FRONT_MATTER_UNREADABLE',
  message: `The front matter of ${file} ${failure}.`,
  remedy: 'Write it as YAML between two lines "---", or leave the file out.',
  source: { file },
  severity: 'loss',
})

const toPageLeftOut = (file: string): Problem => ({
  code: 'PAGE_LEFT_OUT',
  message: `${file} is a page of the site, not a post: it has no date, and a name or a layout for pages.`,
  remedy: 'Give it a date if it is a post, or import with --pages.',
  source: { file },
  severity: 'loss',
})

const toTemplateTags = (file: string, tags: readonly string[]): Problem => ({
  code: 'TEMPLATE_TAGS',
  message: `${file} holds ${tags.length === 1 ? 'a template tag' : `${tags.length} template tags`}, kept as text: ${shorten(tags.join(' '))}`,
  remedy: 'Replace it in the post by what it stood for.',
  source: { file },
  severity: 'doubt',
})
