import { Feed as Library } from 'feed'
import type { Entry, Feed } from './feed.ts'

/** JSON Feed 1.1. The library writes version 1, which had neither languages nor several authors. */
export function writeJsonFeed(feed: Feed): string {
  const { language, author, hub, olderUrl, currentUrl } = feed
  const library = new Library({
    title: feed.title,
    description: feed.description,
    link: feed.pageUrl,
    feedLinks: { json: feed.selfUrl },
  })
  for (const entry of feed.entries) {
    library.addItem({
      id: entry.id,
      title: entry.title,
      link: entry.url,
      date: entry.updated,
      category: entry.categories.map((name) => ({ name })),
      ...(entry.published === undefined ? {} : { published: entry.published }),
    })
  }
  const { items, ...head }: LibraryFeed = JSON.parse(library.json1())
  return `${JSON.stringify(
    {
      ...head,
      version: 'https://jsonfeed.org/version/1.1',
      next_url: olderUrl,
      language,
      authors: author === undefined ? undefined : [{ name: author }],
      hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }],
      _tag_archive: { id: feed.id, current_url: currentUrl },
      items: items.map((item, index) => ({ ...item, ...toOwnFields(feed.entries[index]!, feed) })),
    },
    undefined,
    1,
  )}\n`
}

interface LibraryFeed {
  readonly version: string
  readonly items: readonly object[]
}

const toOwnFields = ({ content, summary, language, author, dateEstimate }: Entry, feed: Feed): object => ({
  content_html: content,
  summary,
  language: language === feed.language ? undefined : language,
  authors: author === undefined || author === feed.author ? undefined : [{ name: author }],
  _tag_archive: dateEstimate === undefined ? undefined : { date: dateEstimate },
})
