import type { Language } from '../../calendar/language.ts'
import type { SourcePlace } from '../../errors.ts'
import { toPlainText } from '../../markup/plain-text.ts'
import type { ArchivedArticle } from '../archived-article.ts'
import { toMarkdown } from '../html-body/to-markdown.ts'
import { findLanguage } from '../post-language.ts'
import { mergeTags } from '../post-tags.ts'
import type { TextArchiveOptions } from '../read-text-archive.ts'
import { toTitle } from '../title-of-text.ts'
import { isCutOff } from '../truncation.ts'
import { type BlogFacts, isWebAddress, toResolver } from '../xml/blog-facts.ts'
import type { DatedArticle } from '../xml/dated-page.ts'
import { toLine } from '../xml/html-line.ts'
import type { BlogMoment } from './feed-moment.ts'
import { splitFeedTail } from './feed-tail.ts'

/** A post as a feed tells it, in whatever format. */
export interface FeedEntry {
  /** Plain text. */
  readonly title: string | undefined
  readonly html: string
  /** How much of the post that is; some formats don't say. */
  readonly extent: 'whole' | 'summary' | 'unsaid'
  /** What the feed gives besides the whole post: HTML. */
  readonly summary?: string | undefined
  readonly url: string | undefined
  /** What addresses in the text are relative to, if it isn't the post's own address. */
  readonly base?: string | undefined
  readonly guid: string | undefined
  readonly slug?: string | undefined
  readonly author: string | undefined
  readonly tags: readonly string[]
  readonly published: BlogMoment | undefined
  readonly updated: BlogMoment | undefined
  readonly language?: Language | undefined
  /** Why the blog doesn't show it. */
  readonly draftReason?: string | undefined
  readonly lines?: SourcePlace['lines']
}

/** A feed's entry as an article, whose place in the archive is not known yet. */
export function toArticle(
  entry: FeedEntry,
  blog: Pick<BlogFacts, 'address' | 'author' | 'language'>,
  { file, lang, tag }: TextArchiveOptions,
): DatedArticle {
  const url = findAddress(entry.url, blog.address)
  const resolve = toResolver(entry.base, url, blog.address)
  const tail = splitFeedTail(toMarkdown(entry.html, { resolve }), url, blog.address)
  const { body } = tail
  const text = toPlainText(body)
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  const article: ArchivedArticle = {
    title: entry.title || toTitle(text),
    body,
    tags: mergeTags(entry.tags, tag === undefined ? [] : [tag]),
    author: entry.author ?? blog.author,
    guid: entry.guid,
    slug: entry.slug,
    description: findDescription(entry),
    updated: findUpdated(entry),
    isDraft: entry.draftReason === undefined ? undefined : true,
    draftReason: entry.draftReason,
    lang: lang ?? findLanguage(body || (entry.title ?? ''), entry.language ?? blog.language) ?? 'und',
    sources: [{ file, position: 1, lines: entry.lines, ...(url === undefined ? {} : { url }) }],
    stated: momentOf(entry)?.stated,
    isTruncated: entry.extent === 'summary' || tail.isReadMore || (entry.extent === 'unsaid' && isCutOff(lastLine)),
  }
  return { article, moment: momentOf(entry)?.utc }
}

/** Some feeds have paths where addresses belong. */
function findAddress(url: string | undefined, blogAddress: string | undefined): string | undefined {
  if (url === undefined || isWebAddress(url)) return url
  const absolute = toResolver(blogAddress)(url)
  return isWebAddress(absolute) ? absolute : undefined
}

/** What an author wrote about a post; the first words of it, cut off by the blog, are none. */
function findDescription({ summary }: FeedEntry): string | undefined {
  const line = toLine(summary ?? '')
  return line === '' || isCutOff(line) ? undefined : line
}

/** Some feeds say only when a post was last changed. */
const momentOf = ({ published, updated }: FeedEntry): BlogMoment | undefined => published ?? updated

/** When a post was last changed, where that was after it appeared. */
const findUpdated = ({ published, updated }: FeedEntry): string | undefined =>
  published !== undefined && updated !== undefined && updated.utc > published.utc ? updated.utc : undefined
