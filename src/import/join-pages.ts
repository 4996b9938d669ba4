import { compareCodePoints } from '../markup/compare.ts'
import type { ArchivedArticle } from './archived-article.ts'
import { foldText } from './fold-text.ts'
import { mergeOrders } from './merge-orders.ts'
import { MetArticles } from './met-articles.ts'
import type { ArchivePage } from './read-text-archive.ts'

/** Articles of all pages, each once, and the orders in which the archives have them. */
export interface JoinedPages {
  readonly articles: readonly ArchivedArticle[]
  /** For each archive (the pages under one heading) with an order of its own, places in `articles` in that order. */
  readonly sequences: readonly (readonly number[])[]
}

/** Joins the pages of one archive or of several: the same article met in two files is one article, with the tags of both. */
export function joinPages(pages: readonly ArchivePage[]): JoinedPages {
  const met = new MetArticles()
  const archives = groupPages(pages).map((archive) => ({
    entries: [...new Set(archive.flatMap((page) => met.add(page.articles, page.file)))],
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
