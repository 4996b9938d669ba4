import type { Problem } from '../errors.ts'
import type { RecognisedHeading } from './archive-heading.ts'
import type { ArchivedArticle, ArticleSource } from './archived-article.ts'
import { toMarkdown } from './body-markdown.ts'
import { chooseTitle } from './choose-title.ts'
import { findNumericOrder } from './numeric-order.ts'
import { hasPostMarks, hasSpacedParagraphs } from './page-layout.ts'
import { type PageLine, splitPage } from './page-lines.ts'
import { findLanguage } from './post-language.ts'
import { groupLines, type PageLines, type PostLines } from './post-lines.ts'
import { findTags, mergeTags } from './post-tags.ts'
import { findDoubts, findLostText } from './reading-problems.ts'
import { segmentPage } from './segment-page.ts'
import type { SourceFormat } from './source-format.ts'
import { findPostDates, type PostDateReading } from './stated-post-date.ts'
import { isCutOff, splitReadMore } from './truncation.ts'

/** A line of a source that belongs to no post's title or body. */
export interface FurnitureLine {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly text: string
}

/** One page of an archive: what stands under one heading in one file. */
export interface ArchivePage {
  readonly file: string
  readonly heading: RecognisedHeading | undefined
  /** Its number among the archive's pages, where it says so ("Page 2 sur 7"). */
  readonly number: number | undefined
  /** The reader sorted it by its dates, so its order says nothing of articles without one. */
  readonly isSortedByDate?: boolean | undefined
  readonly articles: readonly ArchivedArticle[]
}

/** What a file holds. */
export interface TextArchive {
  readonly format: SourceFormat
  readonly pages: readonly ArchivePage[]
  /** Something besides short lines tells its posts apart: titles printed twice, dates, footers. */
  readonly hasPostMarks: boolean
  readonly furniture: readonly FurnitureLine[]
  readonly problems: readonly Problem[]
}

export interface TextArchiveOptions {
  readonly file: string
  /** Added to every article. */
  readonly tag?: string | undefined
  /** Language of every article; detected where it is not given. */
  readonly lang?: string | undefined
  /** Pages of a blog, such as `À propos`, are read as posts; left out where the source tells them apart. */
  readonly arePagesPosts?: boolean | undefined
  /** Zone of the times that the archive states, such as `Europe/Paris`; without it, only their days are kept. */
  readonly timeZone?: string | undefined
}

/** Reads the pasted text of one or more pages of a tag, category or date archive. */
export function readTextArchive(text: string, options: TextArchiveOptions): TextArchive {
  const language = findLanguage(takeSample(text), undefined)
  const numericOrder = findNumericOrder(text.split('\n'))
  const lines = splitPage(text, { language, numericOrder })
  const reading = segmentPage(lines)
  if (!reading) return { format: 'pasted text', pages: [], hasPostMarks: false, furniture: [], problems: [] }
  const pages = groupLines(lines, reading.roles)
  const articles = toArticles(pages, {
    ...options,
    language,
    numericOrder,
    hasDateAbove: reading.layout.hasLineAbove,
    isSpaced: hasSpacedParagraphs(lines),
  })
  const bodiless = pages.flatMap((page) => [...page.furniture, ...page.posts.flatMap(({ meta }) => meta)])
  return {
    format: 'pasted text',
    pages: pages.map((page, i) => toArchivePage(options.file, page, articles[i]!)),
    hasPostMarks: hasPostMarks(reading.layout),
    furniture: bodiless
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, text }) => ({ file: options.file, line: number, text })),
    problems: [...findLostText(options.file, pages), ...findDoubts(options.file, lines, reading)],
  }
}

/** From the middle of the text, where posts are: its top may be a menu in another language. */
function takeSample(text: string): string {
  const start = Math.floor(text.length / 3)
  return text.slice(start, start + sampleLength).replace(/\s+/g, ' ')
}

const sampleLength = 4000

const toArchivePage = (file: string, page: PageLines, articles: readonly ArchivedArticle[]): ArchivePage => ({
  file,
  heading: page.heading,
  number: findPageNumber(page.furniture),
  articles,
})

const pageNumber = /(?:^|[^\p{L}])(?:page|p[aá]gina|seite) (\d{1,5}) (?:sur|of|de|von|di|\/) ?\d/iu

function findPageNumber(furniture: readonly PageLine[]): number | undefined {
  for (const { text } of furniture) {
    const number = text.length > 200 ? undefined : pageNumber.exec(text)?.[1]
    if (number !== undefined) return Number(number)
  }
  return undefined
}

interface ArticleContext extends TextArchiveOptions, PostDateReading {
  /** Blank lines set the paragraphs of the archive apart. */
  readonly isSpaced: boolean
}

function toArticles(pages: readonly PageLines[], context: ArticleContext): readonly (readonly ArchivedArticle[])[] {
  let position = 0
  return pages.map(({ heading, posts }) => {
    const tags = [
      ...(heading && (heading.kind === 'tag' || heading.kind === 'category') ? [heading.name] : []),
      ...(context.tag === undefined ? [] : [context.tag]),
    ]
    const dates = findPostDates(posts, context)
    return posts.map((post, i) => toArticle(post, { ...context, tags, stated: dates[i], position: ++position }))
  })
}

function toArticle(
  { titles, body, meta }: PostLines,
  context: ArticleContext & Pick<ArchivedArticle, 'tags' | 'stated'> & { readonly position: number },
): ArchivedArticle {
  const texts = body.map(({ text }) => text)
  const { text: last, hasReadMore } = splitReadMore(texts.at(-1) ?? '')
  const whole = texts.length > 0 ? [...texts.slice(0, -1), last] : []
  const language = findLanguage(whole.join(' ') || (titles[0]?.text ?? ''), context.language)
  return {
    title: titles.length === 0 ? '' : chooseTitle(titles.map(({ text }) => text)),
    body: toMarkdown(whole, context.isSpaced ? findVerses(body) : undefined),
    tags: mergeTags(context.tags, ...meta.map((line) => findTags(line.meta ?? line.text))),
    lang: context.lang ?? language ?? 'und',
    sources: [toSource([...titles, ...body, ...meta], context)],
    stated: context.stated,
    isTruncated: hasReadMore || meta.some(({ kind }) => kind === 'readMore') || (last !== '' && isCutOff(last)),
  }
}

/** A line of a verse, an address or the like is shorter. */
const shortestParagraph = 60

/** Places of short lines right under short lines: where paragraphs have a blank line between them, these are of one. */
const findVerses = (body: readonly PageLine[]): ReadonlySet<number> =>
  new Set(
    body.flatMap(({ text, gap }, i) =>
      i > 0 && gap === 0 && Math.max(text.length, body[i - 1]!.text.length) < shortestParagraph ? [i] : [],
    ),
  )

function toSource(lines: readonly PageLine[], { file, position }: { file: string; position: number }): ArticleSource {
  const address = lines.find(({ kind }) => kind === 'address')?.text
  return {
    file,
    position,
    lines: {
      first: lines.reduce((first, { number }) => Math.min(first, number), Number.POSITIVE_INFINITY),
      last: lines.reduce((last, { lastNumber }) => Math.max(last, lastNumber), 0),
    },
    ...(address === undefined ? {} : { url: address.replace(/^<|>$/g, '') }),
  }
}
