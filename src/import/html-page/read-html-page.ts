import { isLanguage } from '../../calendar/language.ts'
import type { RecognisedHeading } from '../archive-heading.ts'
import type { ArchivedArticle, ArticleSource, StatedDate } from '../archived-article.ts'
import { nodesToMarkdown } from '../html-body/to-markdown.ts'
import { findNumericOrder } from '../numeric-order.ts'
import { findLanguage } from '../post-language.ts'
import { mergeTags } from '../post-tags.ts'
import type { TextArchive, TextArchiveOptions } from '../read-text-archive.ts'
import { toTitle } from '../title-of-text.ts'
import { isCutOff } from '../truncation.ts'
import { toBodyNodes } from './body-nodes.ts'
import { findPosts } from './find-posts.ts'
import { findLosses } from './left-out.ts'
import { findPageHeading, findPageNumber } from './page-heading.ts'
import { type HtmlLine, LineIndex, splitIntoLines } from './page-lines.ts'
import { findRegions, type Regions } from './page-regions.ts'
import { type LinkedThing, type ParsedPage, parsePage } from './parse-page.ts'
import { findPublished, type PageDateReading } from './post-date.ts'
import {
  findAuthor,
  findPermalink,
  findTermNames,
  findTerms,
  findThing,
  type PostOnPage,
  type PostTerms,
} from './post-facts.ts'
import { splitPost } from './post-parts.ts'

/** Reads a saved HTML page: a tag, category, date or author archive, or a single post, of any theme or engine. */
export function readHtmlPage(bytes: Uint8Array, options: TextArchiveOptions): TextArchive {
  const page = parsePage(bytes)
  const regions = findRegions(page.body)
  const index = new LineIndex(splitIntoLines(page.body, regions))
  const dates = toDateReading(page, index.lines, options)
  const { blocks, isSingle } = findPosts(page, index, regions, dates)
  const posts = blocks
    .map((block): PostOnPage => ({ block, parts: splitPost(block, dates), page, isSingle }))
    // A theme may mark a list of mere titles as it marks a post.
    .filter(({ parts }) => parts.title.length > 0 || parts.body.length > 0 || parts.containers.length > 0)
  const names = findTermNames(page)
  const facts = posts.map((post) => findFacts(post, dates, names))
  const inPosts = new Set(posts.flatMap(({ parts }) => [...parts.title, ...parts.body]))
  const leftOut = index.lines.filter((line) => !inPosts.has(line))
  const inBlocks = new Set(blocks.flatMap(({ lines }) => lines))
  const outside = leftOut.filter((line) => !inBlocks.has(line))
  const heading = isSingle ? undefined : findPageHeading(page, outside, facts, dates.language ?? 'fr')
  const articles = posts.map((post, i) =>
    toArticle(post, { ...options, ...facts[i]!, dates, regions, heading, position: i + 1 }),
  )
  return {
    format: 'saved page',
    pages: [{ file: options.file, heading, number: findPageNumber(page, leftOut), articles }],
    hasPostMarks: true,
    furniture: leftOut.map(({ number, text }) => ({ file: options.file, line: number, text })),
    problems: findLosses(options.file, { leftOut, outside }, dates),
  }
}

function toDateReading(
  page: ParsedPage,
  lines: readonly HtmlLine[],
  { timeZone }: TextArchiveOptions,
): PageDateReading {
  const texts = lines.filter(({ region }) => region === 'content').map(({ text }) => text)
  const sample = texts.filter((text) => text.length > 60).join(' ')
  const stated = page.lang?.slice(0, 2).toLowerCase()
  return {
    language: findLanguage(sample || texts.join(' '), stated && isLanguage(stated) ? stated : undefined),
    numericOrder: findNumericOrder(lines.map(({ text }) => text)),
    timeZone,
  }
}

interface PostFacts extends PostTerms {
  readonly url: string | undefined
  readonly thing: LinkedThing | undefined
  readonly author: string | undefined
  readonly stated: StatedDate | undefined
}

function findFacts(post: PostOnPage, dates: PageDateReading, names: ReadonlyMap<string, string>): PostFacts {
  const href = findPermalink(post)
  const url = post.page.resolve(href)
  const thing = findThing(post, url)
  return {
    ...findTerms(post, names),
    url,
    thing,
    author: findAuthor(post, thing),
    stated: findPublished(post, { href, thing }, dates),
  }
}

interface ArticleContext extends TextArchiveOptions, PostFacts {
  readonly dates: PageDateReading
  readonly regions: Regions
  readonly heading: RecognisedHeading | undefined
  readonly position: number
}

function toArticle(post: PostOnPage, context: ArticleContext): ArchivedArticle {
  const { parts, page } = post
  const text = parts.body.map((line) => line.text).join(' ')
  const title = parts.title.map((line) => line.text).join(' ')
  return {
    title: title || toTitle(text),
    body: nodesToMarkdown(toBodyNodes(parts, context.regions), { resolve: page.resolve }),
    tags: mergeTags(
      context.heading && (context.heading.kind === 'tag' || context.heading.kind === 'category')
        ? [context.heading.name]
        : [],
      context.tags,
      context.tag === undefined ? [] : [context.tag],
    ),
    categories: mergeTags(
      context.heading && context.heading.kind === 'category' ? [context.heading.name] : [],
      context.categories,
    ),
    author: context.author,
    lang: context.lang ?? findLanguage(text || title, context.dates.language) ?? 'und',
    sources: [toSource(post, context)],
    stated: context.stated,
    isTruncated: isTruncated(post, text),
  }
}

/** A post's own page has all of it, whatever its last words; elsewhere an open end is the theme's. */
function isTruncated({ parts, isSingle }: PostOnPage, text: string): boolean {
  if (parts.hasMore || (text === '' && parts.containers.length === 0)) return true
  return !isSingle && (parts.isSummary || (text !== '' && isCutOff(parts.body.at(-1)!.text)))
}

function toSource({ block }: PostOnPage, { file, position, url }: ArticleContext): ArticleSource {
  const numbers = block.lines.map(({ number }) => number)
  return {
    file,
    position,
    lines: { first: Math.min(...numbers), last: Math.max(...numbers) },
    ...(url === undefined ? {} : { url }),
  }
}
