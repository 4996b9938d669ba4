import type { Problem } from '../../errors.ts'
import { isRecord } from '../../is-record.ts'
import { escapeText } from '../../markup/html.ts'
import type { ArchivedArticle } from '../archived-article.ts'
import { toMarkdown } from '../html-body/to-markdown.ts'
import { toPostBody } from '../markdown-folder/source-body.ts'
import { findLanguage } from '../post-language.ts'
import { toPostLeftOut } from '../post-left-out.ts'
import { mergeTags } from '../post-tags.ts'
import type { TextArchive, TextArchiveOptions } from '../read-text-archive.ts'
import { findWrittenMoment } from '../written-moment.ts'

type Row = Readonly<Record<string, unknown>>

/** Whether a JSON document is an export of Ghost: tables of posts, under `db` or bare. */
export const isGhostExport = (data: unknown): boolean => findTables(data) !== undefined

/** Reads an export of Ghost, 0.x to 6.x: published posts as posts, drafts as drafts; the rest is reported. */
export function readGhostExport(data: unknown, options: TextArchiveOptions): TextArchive {
  const tables = findTables(data)
  const posts = tables ? rowsOf(tables, 'posts') : []
  const names = tables ? toNames(tables) : { tags: new Map(), authors: new Map() }
  const kept = posts.filter((post) => findRefusal(post, options) === undefined).toSorted(byNewest)
  const articles = kept.map((post, i) => toArticle(post, names, { ...options, position: i + 1 }))
  return {
    format: 'Ghost export',
    pages: [{ file: options.file, heading: undefined, number: undefined, isSortedByDate: true, articles }],
    hasPostMarks: true,
    furniture: [],
    problems: [
      ...posts.flatMap((post) => toLeftOut(post, options)),
      ...kept.flatMap((post, i) => toTextless(post, articles[i]!)),
    ],
  }
}

function findTables(data: unknown): Row | undefined {
  if (!isRecord(data)) return undefined
  const database = Array.isArray(data.db) ? data.db[0] : data
  const tables = isRecord(database) && isRecord(database.data) ? database.data : database
  if (!isRecord(tables)) return undefined
  return rowsOf(tables, 'posts').some((post) => 'slug' in post && 'title' in post && 'status' in post)
    ? tables
    : undefined
}

const rowsOf = (tables: Row, name: string): readonly Row[] => {
  const rows = tables[name]
  return Array.isArray(rows) ? rows.filter(isRecord) : []
}

const textOf = (row: Row, ...keys: readonly string[]): string | undefined =>
  keys.map((key) => row[key]).find((value): value is string => typeof value === 'string' && value.trim() !== '')

/** Names of tags and authors by the id of their post, in their order. */
interface Names {
  readonly tags: ReadonlyMap<unknown, readonly string[]>
  readonly authors: ReadonlyMap<unknown, readonly string[]>
}

function toNames(tables: Row): Names {
  const publicTags = rowsOf(tables, 'tags').filter(
    ({ visibility, name }) => visibility !== 'internal' && !String(name).startsWith('#'),
  )
  const users = rowsOf(tables, 'users')
  // The first versions had one author a post, named in its row.
  const own = rowsOf(tables, 'posts').map(({ id, author_id }) => ({ post_id: id, author_id }))
  return {
    tags: joinNames(rowsOf(tables, 'posts_tags'), 'tag_id', publicTags),
    authors: new Map([
      ...joinNames(own, 'author_id', users),
      ...joinNames(rowsOf(tables, 'posts_authors'), 'author_id', users),
    ]),
  }
}

function joinNames(links: readonly Row[], key: string, rows: readonly Row[]): ReadonlyMap<unknown, readonly string[]> {
  const nameById = new Map(rows.map((row) => [row.id, textOf(row, 'name')]))
  const joined = new Map<unknown, string[]>()
  for (const link of links.toSorted((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0))) {
    const name = nameById.get(link[key])
    if (name !== undefined) joined.set(link.post_id, [...(joined.get(link.post_id) ?? []), name])
  }
  return joined
}

const isPage = ({ type, page }: Row): boolean => type === 'page' || page === 1 || page === true

/** Why a row is no post for everyone's eyes. */
function findRefusal(post: Row, { arePagesPosts = false }: TextArchiveOptions): string | undefined {
  const { visibility } = post
  if (isPage(post) && !arePagesPosts) return 'is a page of the site'
  if (typeof visibility === 'string' && visibility !== 'public') return `was for ${visibility} only`
  return undefined
}

/** Old exports give milliseconds, newer ones ISO 8601; both in UTC. */
function toMoment(value: unknown): string | undefined {
  if (typeof value === 'number') return new Date(value).toISOString()
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)
    ? value.replace(/^(\S+) (\d\d:\d\d:\d\d)$/, '$1T$2Z')
    : undefined
}

const byNewest = (a: Row, b: Row): number => {
  const [first, second] = [toMoment(a.published_at) ?? '', toMoment(b.published_at) ?? '']
  return first < second ? 1 : first > second ? -1 : 0
}

function toArticle(
  post: Row,
  names: Names,
  options: TextArchiveOptions & { readonly position: number },
): ArchivedArticle {
  const body = toBody(post)
  const title = textOf(post, 'title') ?? ''
  const moment = toMoment(post.published_at)
  const updated = toMoment(post.updated_at)
  const url = textOf(post, 'canonical_url', 'url')
  return {
    title,
    body,
    tags: mergeTags(names.tags.get(post.id) ?? nestedNames(post.tags), options.tag === undefined ? [] : [options.tag]),
    author: names.authors.get(post.id)?.[0] ?? nestedNames(post.authors)[0],
    guid: textOf(post, 'id'),
    slug: textOf(post, 'slug'),
    permalink: isPage(post) && textOf(post, 'slug') !== undefined ? `/${textOf(post, 'slug')}/` : undefined,
    description: textOf(post, 'custom_excerpt', 'meta_description'),
    updated: updated === undefined ? undefined : findWrittenMoment(updated, options.timeZone)?.instant,
    isDraft: post.status !== 'published' || undefined,
    lang: options.lang ?? findLanguage(body || title, undefined) ?? 'und',
    sources: [
      { file: options.file, position: options.position, ...(url !== undefined && /^https?:/.test(url) ? { url } : {}) },
    ],
    stated: moment === undefined ? undefined : findWrittenMoment(moment, options.timeZone),
    isTruncated: false,
  }
}

const nestedNames = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value
        .filter(isRecord)
        .flatMap((row) => textOf(row, 'name') ?? [])
        .filter((name) => !name.startsWith('#'))
    : []

/** Ghost writes its own address as a mark, so that the blog can move. */
const withoutAddress = (address: string): string => address.replace(/^__GHOST_URL__(?=\/|$)/, '')

function toBody(post: Row): string {
  const html = textOf(post, 'html')
  if (html !== undefined) return toMarkdown(html, { resolve: withoutAddress })
  const markdown = textOf(post, 'markdown') ?? findCardMarkdown(textOf(post, 'mobiledoc'))
  return markdown === undefined ? toMarkdown(toParagraphs(textOf(post, 'plaintext') ?? '')) : toPostBody(markdown)
}

const toParagraphs = (text: string): string =>
  escapeText(text)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')

/** A draft that was never rendered has its Markdown in the cards of its document. */
function findCardMarkdown(mobiledoc: string | undefined): string | undefined {
  if (mobiledoc === undefined) return undefined
  try {
    const document: unknown = JSON.parse(mobiledoc)
    const cards: unknown = isRecord(document) ? document.cards : undefined
    const texts = (Array.isArray(cards) ? cards : []).flatMap((card: unknown) =>
      Array.isArray(card) && isRecord(card[1]) ? (textOf(card[1], 'markdown') ?? []) : [],
    )
    return texts.length === 0 ? undefined : texts.join('\n\n')
  } catch {
    return undefined
  }
}

function toLeftOut(post: Row, options: TextArchiveOptions): readonly Problem[] {
  const refusal = findRefusal(post, options)
  if (refusal === undefined) return []
  return [
    toPostLeftOut(options.file, {
      code: refusal.startsWith('is a page') ? 'PAGE_LEFT_OUT' : 'PRIVATE_LEFT_OUT',
      title: textOf(post, 'title', 'slug') ?? '',
      refusal,
    }),
  ]
}

/** Text that only Ghost's own editor could show. */
function toTextless(post: Row, { title, body, sources }: ArchivedArticle): readonly Problem[] {
  const hasSource = textOf(post, 'html', 'markdown', 'mobiledoc', 'lexical') !== undefined
  if (!hasSource || body !== '') return []
  const { file } = sources[0]
  return [
    {
      code: 'TEXT_UNREADABLE',
      message: `"${title}" of ${file} has no text that can be read without Ghost's editor.`,
      remedy: 'Open it in Ghost, save it, and export again; or copy its text into the post.',
      source: { file },
      severity: 'loss',
    },
  ]
}
