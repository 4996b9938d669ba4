import { isRecord } from '../../is-record.ts'
import { escapeText } from '../../markup/html.ts'
import { addLineBreaks } from '../html-body/line-breaks.ts'
import type { TextArchive, TextArchiveOptions } from '../read-text-archive.ts'
import { toLanguage } from '../xml/blog-facts.ts'
import { toPage } from '../xml/dated-page.ts'
import { type FeedEntry, toArticle } from './feed-entry.ts'
import { findFeedMoment } from './feed-moment.ts'

type Row = Readonly<Record<string, unknown>>

/** Whether a JSON document is a feed: it says so by its version. */
export const isJsonFeed = (data: unknown): data is Row =>
  isRecord(data) && typeof data.version === 'string' && /jsonfeed\.org\/version\//.test(data.version)

/** Reads a JSON Feed, version 1 or 1.1. */
export function readJsonFeed(feed: Row, options: TextArchiveOptions): TextArchive {
  const address = findString(feed, 'home_page_url')
  const blog = { address, author: findAuthor(feed), language: toLanguage(findString(feed, 'language')) }
  const items = Array.isArray(feed.items) ? feed.items.filter(isRecord) : []
  const articles = items.map((item) => toArticle(toEntry(item, options.timeZone), blog, options))
  return {
    format: 'feed',
    pages: [toPage(options.file, articles, 'newestFirst')],
    hasPostMarks: true,
    furniture: [],
    problems: [],
  }
}

function toEntry(item: Row, timeZone: string | undefined): FeedEntry {
  const text = findString(item, 'content_text')
  const whole = findString(item, 'content_html') ?? (text && toHtml(text))
  const summary = findString(item, 'summary')
  return {
    title: findString(item, 'title'),
    html: whole ?? toHtml(summary ?? ''),
    extent: whole === undefined ? 'summary' : 'whole',
    summary: whole === undefined || summary === undefined ? undefined : toHtml(summary),
    url: findString(item, 'url') ?? findString(item, 'external_url'),
    // The format wants a text; some feeds have a number.
    guid: typeof item.id === 'number' ? String(item.id) : findString(item, 'id'),
    author: findAuthor(item),
    tags: (Array.isArray(item.tags) ? item.tags : []).filter(
      (tag): tag is string => typeof tag === 'string' && tag.trim() !== '',
    ),
    published: findFeedMoment(findString(item, 'date_published'), timeZone),
    updated: findFeedMoment(findString(item, 'date_modified'), timeZone),
    language: toLanguage(findString(item, 'language')),
  }
}

function findString(row: Row, key: string): string | undefined {
  const value = row[key]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** Version 1 has one author, version 1.1 a list. */
function findAuthor({ authors, author }: Row): string | undefined {
  const [first]: unknown[] = Array.isArray(authors) ? authors : [author]
  return isRecord(first) ? findString(first, 'name') : undefined
}

const toHtml = (text: string): string => addLineBreaks(escapeText(text))
