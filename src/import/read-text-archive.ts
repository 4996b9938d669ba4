import type { Language } from '../calendar/language.ts'
import type { Problem } from '../errors.ts'
import type { RecognisedHeading } from './archive-heading.ts'
import type { ArchivedArticle, ArticleSource } from './archived-article.ts'
import { toMarkdown } from './body-markdown.ts'
import { hasEntity } from './fold-text.ts'
import { type PageLine, splitPage } from './page-lines.ts'
import { findLanguage } from './post-language.ts'
import { groupLines, type PageLines, type PostLines } from './post-lines.ts'
import { findTags, mergeTags } from './post-tags.ts'
import { findDoubts, findLostText } from './reading-problems.ts'
import type { PageReading } from './segment-page.ts'
import { segmentPage } from './segment-page.ts'
import { findPostDate } from './stated-post-date.ts'
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
  readonly articles: readonly ArchivedArticle[]
}

/** What a file of pasted text holds. */
export interface TextArchive {
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
}

/** Reads the pasted text of one or more pages of a tag, category or date archive. */
export function readTextArchive(text: string, options: TextArchiveOptions): TextArchive {
  const language = findLanguage(takeSample(text), undefined)
  const lines = splitPage(text, language)
  const reading = segmentPage(lines)
  if (!reading) return { pages: [], hasPostMarks: false, furniture: [], problems: [] }
  const pages = groupLines(lines, reading.roles)
  const articles = toArticles(pages, { ...options, language })
  const bodiless = pages.flatMap((page) => [...page.furniture, ...page.posts.flatMap(({ meta }) => meta)])
  return {
    pages: pages.map((page, i) => toArchivePage(options.file, page, articles[i]!)),
    hasPostMarks: hasPostMarks(reading),
    furniture: bodiless
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, text }) => ({ file: options.file, line: number, text })),
    problems: [...findLostText(options.file, pages), ...findDoubts(options.file, lines, reading)],
  }
}

const hasPostMarks = ({ layout }: PageReading): boolean =>
  layout.repeatsTitle || layout.hasLineAbove || layout.hasLineBelow || layout.hasFooter

/** From the middle of the text, where posts are: its top may be a menu in another language. */
const takeSample = (text: string): string => text.slice(Math.floor(text.length / 3)).replace(/\s+/g, ' ')

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

interface ArticleContext extends TextArchiveOptions {
  readonly language: Language | undefined
}

function toArticles(pages: readonly PageLines[], context: ArticleContext): readonly (readonly ArchivedArticle[])[] {
  let position = 0
  return pages.map(({ heading, posts }) => {
    const tags = [
      ...(heading && (heading.kind === 'tag' || heading.kind === 'category') ? [heading.name] : []),
      ...(context.tag === undefined ? [] : [context.tag]),
    ]
    return posts.map((post) => toArticle(post, { ...context, tags, position: ++position }))
  })
}

function toArticle(
  { titles, body, meta }: PostLines,
  context: ArticleContext & { readonly tags: readonly string[]; readonly position: number },
): ArchivedArticle {
  const texts = body.map(({ text }) => text)
  const { text: last, hasReadMore } = splitReadMore(texts.at(-1) ?? '')
  const whole = texts.length > 0 ? [...texts.slice(0, -1), last] : []
  const language = findLanguage(whole.join(' ') || titles[0]!.text, context.language)
  return {
    title: chooseTitle(titles.map(({ text }) => text)),
    body: toMarkdown(whole),
    tags: mergeTags(context.tags, ...meta.map(({ text }) => findTags(text))),
    lang: context.lang ?? language ?? 'und',
    sources: [toSource([...titles, ...body, ...meta], context)],
    stated: findPostDate(meta, language),
    isTruncated: hasReadMore || meta.some(({ kind }) => kind === 'readMore') || (last !== '' && isCutOff(last)),
  }
}

/**
 * The fullest print: a theme or an editor drops a prefix, never invents one. Between equals, one without raw entities,
 * then the first.
 */
function chooseTitle(prints: readonly string[]): string {
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const clean = prints.filter((print) => !hasEntity(print))
  return (clean.length > 0 ? clean : prints).reduce((a, b) => (letters(b) > letters(a) ? b : a))
}

function toSource(lines: readonly PageLine[], { file, position }: { file: string; position: number }): ArticleSource {
  const numbers = lines.map(({ number }) => number)
  const address = lines.find(({ kind }) => kind === 'address')?.text
  return {
    file,
    position,
    lines: { first: numbers.reduce((a, b) => Math.min(a, b)), last: numbers.reduce((a, b) => Math.max(a, b)) },
    ...(address === undefined ? {} : { url: address.replace(/^<|>$/g, '') }),
  }
}
