import { parseFeed } from 'feedsmith'
import RssParser from 'rss-parser'

/** An entry as a reader understands it. */
export interface ReadEntry {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly url: string | undefined
  /** ISO 8601. */
  readonly published: string | undefined
  /** RSS has no such thing. */
  readonly updated?: string | undefined
  readonly content: string | undefined
}

/** Reads any of the three formats with feedsmith. */
export function readWithFeedsmith(text: string): readonly ReadEntry[] {
  const parsed = parseFeed(text)
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        url: item.link,
        published: toIso(item.pubDate),
        content: item.content?.encoded,
      }))
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        id: entry.id,
        title: textOf(entry.title),
        url: entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
        published: toIso(entry.published ?? entry.updated),
        updated: toIso(entry.updated),
        content: textOf(entry.content),
      }))
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.id,
        title: item.title,
        url: item.url,
        published: toIso(item.date_published ?? item.date_modified),
        updated: toIso(item.date_modified),
        content: item.content_html,
      }))
    default:
      throw new Error(`not one of our formats: ${parsed.format}`)
  }
}

/** Reads RSS and Atom with rss-parser. */
export async function readWithRssParser(text: string): Promise<readonly ReadEntry[]> {
  const { items } = await new RssParser().parseString(text)
  return items.map((item) => ({
    id: item.guid ?? (typeof item.id === 'string' ? item.id : undefined),
    title: item.title,
    url: item.link,
    published: toIso(item.isoDate),
    content: item['content:encoded'] ?? item.content,
  }))
}

const toIso = (date: unknown): string | undefined =>
  date === undefined || date === null ? undefined : new Date(String(date)).toISOString()

const textOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : (value as string | undefined)
