import { toPlainText } from '../../markup/plain-text.ts'
import type { ArchivedArticle } from '../archived-article.ts'
import { toMarkdown } from '../html-body/to-markdown.ts'
import { findPagePath } from '../page-path.ts'
import { findLanguage } from '../post-language.ts'
import { mergeTags } from '../post-tags.ts'
import type { TextArchiveOptions } from '../read-text-archive.ts'
import { toTitle } from '../title-of-text.ts'
import { BlogFacts, isWebAddress, toResolver } from '../xml/blog-facts.ts'
import type { DatedArticle } from '../xml/dated-page.ts'
import { toLine } from '../xml/html-line.ts'
import { childrenOf, findChild, findText, textOf, type XmlElement } from '../xml/xml-element.ts'
import type { PostHtml } from './post-html.ts'
import { findComments } from './wxr-comments.ts'
import { findPublished, findUpdated } from './wxr-date.ts'

/** What an export says before its first post. */
export class WxrBlog extends BlogFacts {
  version: string | undefined
  /** Names that readers saw, by the names that authors log in with. */
  private readonly authorNames = new Map<string, string>()

  override add(part: XmlElement): void {
    super.add(part)
    if (part.name === 'wp:wxr_version') this.version = textOf(part).trim()
    if (part.name === 'wp:author') this.addAuthor(part)
  }

  /** The name that readers saw; the login where the export has no other. */
  nameOf(login: string): string {
    return this.authorNames.get(login) ?? login
  }

  private addAuthor(part: XmlElement): void {
    const login = findText(part, 'wp:author_login')
    const name = findText(part, 'wp:author_display_name')
    if (login !== undefined && name !== undefined) this.authorNames.set(login, toLine(name))
  }
}

/** A post's text as the export has it. */
export const contentOf = (item: XmlElement): string => {
  const content = findChild(item, 'content:encoded')
  return content === undefined ? '' : textOf(content)
}

/** A post of an export as an article, whose place in the archive is not known yet. */
export function toArticle(
  item: XmlElement,
  { html }: PostHtml,
  blog: WxrBlog,
  options: TextArchiveOptions,
): DatedArticle {
  const url = findText(item, 'link')
  const resolve = toResolver(url, blog.address)
  const body = toMarkdown(html, { resolve })
  const title = toLine(findText(item, 'title') ?? '') || toTitle(toPlainText(body))
  const published = findPublished(item, options.timeZone)
  const login = findText(item, 'dc:creator')
  const excerpt = findText(item, 'excerpt:encoded')
  const article: ArchivedArticle = {
    title,
    body,
    tags: mergeTags(findTerms(item, 'post_tag', 'tag'), options.tag === undefined ? [] : [options.tag]),
    categories: findTerms(item, 'category'),
    author: login === undefined ? undefined : blog.nameOf(login),
    guid: findText(item, 'guid'),
    slug: findSlug(item),
    permalink: findText(item, 'wp:post_type') === 'page' ? findPagePath(url) : undefined,
    description: excerpt === undefined ? undefined : toLine(excerpt) || undefined,
    updated: findUpdated(item),
    draftReason: draftReasons.get(findText(item, 'wp:status') ?? ''),
    isDraft: draftReasons.has(findText(item, 'wp:status') ?? '') || undefined,
    lang: options.lang ?? findLanguage(body || title, blog.language) ?? 'und',
    sources: [{ file: options.file, position: 1, lines: item.lines, ...(isWebAddress(url) ? { url } : {}) }],
    stated: published?.stated,
    isTruncated: false,
    comments: findComments(item, resolve),
  }
  return { article, moment: published?.utc }
}

/** What the statuses of unpublished posts mean. */
const draftReasons: ReadonlyMap<string, string> = new Map([
  ['draft', 'is a draft'],
  ['pending', 'was waiting for review'],
  ['future', 'was to appear later'],
])

/** Names of tags or categories. The first versions of the format give each twice, and categories without a domain. */
const findTerms = (item: XmlElement, ...domains: readonly string[]): readonly string[] =>
  mergeTags(
    childrenOf(item, 'category')
      .filter(({ attributes }) => domains.includes(attributes.get('domain') ?? 'category'))
      .map((category) => toLine(textOf(category)))
      .filter((name) => name !== ''),
  )

/** WordPress keeps letters beyond ASCII percent-encoded, and cuts the whole at 200 characters, in a letter if need be. */
const findSlug = (item: XmlElement): string | undefined =>
  findText(item, 'wp:post_name')
    ?.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString())
    .replace(/\ufffd?(?:%[0-9a-f]?)?$/i, '')
