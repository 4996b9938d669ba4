import { compareCodePoints } from '../markup/compare.ts'
import type { ArchivedArticle } from './archived-article.ts'
import { foldText } from './fold-text.ts'
import { mergeOrders } from './merge-orders.ts'
import { mergeTags } from './post-tags.ts'
import type { ArchivePage } from './read-text-archive.ts'

/** Articles of all pages, each once, and the orders in which the archives have them. */
export interface JoinedPages {
  readonly articles: readonly ArchivedArticle[]
  /** For each archive (the pages under one heading) with an order of its own, places in `articles` in that order. */
  readonly sequences: readonly (readonly number[])[]
}

/**
 * Joins the pages of one archive or of several: the same article met in two files is one article, with the tags of both.
 *
 * Within one file nothing is merged: there a text that stands twice was published twice.
 */
export function joinPages(pages: readonly ArchivePage[]): JoinedPages {
  const index = new ArticleIndex()
  const archives = groupPages(pages).map((archive) => ({
    entries: [...new Set(archive.flatMap((page) => page.articles.map((article) => index.add(article, page.file))))],
    hasOrder: !archive.some(({ isSortedByDate }) => isSortedByDate),
  }))
  const order = mergeOrders(archives.map(({ entries }) => entries))
  const places = new Map(order.map((entry, place) => [entry, place]))
  return {
    articles: order.map(({ article }) => article),
    sequences: archives
      .filter(({ hasOrder }) => hasOrder)
      .map(({ entries }) => entries.map((entry) => places.get(entry)!)),
  }
}

/** Pages of each archive together, in the order of their numbers or, where a page doesn't say its number, of their files. */
export function groupPages(pages: readonly ArchivePage[]): readonly (readonly ArchivePage[])[] {
  const groups = new Map<string, ArchivePage[]>()
  for (const page of pages.toSorted((a, b) => compareNaturally(a.file, b.file))) {
    const key = toArchiveKey(page)
    groups.set(key, [...(groups.get(key) ?? []), page])
  }
  return [...groups.values()].map((group) =>
    group.every(({ number }) => number !== undefined) ? group.toSorted((a, b) => a.number! - b.number!) : group,
  )
}

/** Pages without a heading belong together where their files differ by a number: `twitter-1.txt`, `twitter-2.txt`. */
const toArchiveKey = ({ heading, file, isSortedByDate }: ArchivePage): string =>
  isSortedByDate
    ? `export ${file}`
    : heading
      ? `${heading.kind} ${foldText(heading.name) || heading.name}`
      : `file ${file.replace(/\d+/g, '0')}`

/** `page-2` before `page-10`. */
export function compareNaturally(a: string, b: string): number {
  const pad = (text: string) => text.replace(/\d+/g, (digits) => digits.padStart(12, '0'))
  return compareCodePoints(pad(a), pad(b)) || compareCodePoints(a, b)
}

interface Entry {
  article: ArchivedArticle
  readonly folded: string
  readonly files: Set<string>
}

/** Letters of the body that two versions of a cut text have to share before they are compared in full. */
const sharedStart = 40

/** Finds an article again, by title and text, or as the full text of one that a theme cut off. */
class ArticleIndex {
  private readonly entriesByText = new Map<string, Entry[]>()
  private readonly entriesByStart = new Map<string, Entry[]>()

  add(article: ArchivedArticle, file: string): Entry {
    const title = foldText(article.title) || article.title
    const folded = foldText(article.body)
    const text = `${title}\n${folded}`
    const start = `${title}\n${folded.slice(0, sharedStart)}`
    const same =
      this.entriesByText.get(text)?.find((entry) => canBeSame(entry, article, file)) ??
      this.entriesByStart
        .get(start)
        ?.find((entry) => canBeSame(entry, article, file) && isCutVersion(entry, article, folded))
    const entry = same ?? { article, folded, files: new Set<string>() }
    if (same) same.article = mergeArticles(same.article, article)
    entry.files.add(file)
    addTo(this.entriesByText, text, entry)
    if (!same) addTo(this.entriesByStart, start, entry)
    return entry
  }
}

const addTo = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
  const entries = map.get(key)
  if (!entries) map.set(key, [entry])
  else if (!entries.includes(entry)) entries.push(entry)
}

const canBeSame = ({ article, files }: Entry, other: ArchivedArticle, file: string): boolean =>
  !files.has(file) && (!article.stated || !other.stated || article.stated.day === other.stated.day)

function isCutVersion(entry: Entry, article: ArchivedArticle, folded: string): boolean {
  if (folded.length < sharedStart || entry.folded.length < sharedStart) return false
  return (
    (article.isTruncated && entry.folded.startsWith(folded)) ||
    (entry.article.isTruncated && folded.startsWith(entry.folded))
  )
}

/** The fuller text, the tags and places of both; the place of the text that was kept comes first. */
function mergeArticles(first: ArchivedArticle, second: ArchivedArticle): ArchivedArticle {
  const isFuller = first.isTruncated && (!second.isTruncated || second.body.length > first.body.length)
  const [kept, other] = isFuller ? [second, first] : [first, second]
  return {
    ...kept,
    tags: mergeTags(first.tags, second.tags),
    sources: [...kept.sources, ...other.sources],
    stated: kept.stated ?? other.stated,
  }
}
