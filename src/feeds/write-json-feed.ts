import { html } from '../markup/html.ts'
import { contentOf, type Entry, type Feed, type FeedWriter } from './feed.ts'
import { createLibraryFeed } from './feed-library.ts'

/**
 * JSON Feed 1.1. The library writes version 1, which had neither languages nor several authors.
 *
 * Each item stands on a line of its own, and is written once for all documents, as in the other formats.
 */
export function createJsonFeedWriter(): FeedWriter {
  const known = new WeakMap<Entry, Uint8Array>()
  return (feed) => {
    const unknown = feed.entries.filter((entry) => !known.has(entry))
    const { items, ...head }: LibraryFeed = JSON.parse(writeWithLibrary({ ...feed, entries: unknown }))
    for (const [index, entry] of unknown.entries())
      known.set(entry, Buffer.from(formatItem(items[index]!, { entry, feed })))
    const lines = feed.entries.flatMap((entry, index) => [
      index === 0 ? '' : ',\n',
      known.get(entry)!,
      `${formatContent(entry)}}`,
    ])
    return [formatHead(head, feed), ...lines, '\n]}\n']
  }
}

interface LibraryFeed {
  readonly version: string
  readonly items: readonly object[]
}

function writeWithLibrary(feed: Feed): string {
  const library = createLibraryFeed({
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
  return library.json1()
}

/** Up to where its items begin. */
function formatHead(head: object, { id, language, author, hub, olderUrl, currentUrl }: Feed): string {
  const text = JSON.stringify(
    {
      ...head,
      version: 'https://jsonfeed.org/version/1.1',
      next_url: olderUrl,
      language,
      authors: author === undefined ? undefined : [{ name: author }],
      hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }],
      _tag_archive: { id, current_url: currentUrl },
    },
    undefined,
    1,
  )
  return `${text.slice(0, -'\n}'.length)},\n "items": [\n`
}

/** Up to where its content begins. */
function formatItem(item: object, { entry, feed }: { readonly entry: Entry; readonly feed: Feed }): string {
  const { summary, language, author, dateEstimate } = entry
  const text = JSON.stringify({
    ...item,
    summary,
    language: language === feed.language ? undefined : language,
    authors: author === undefined || author === feed.author ? undefined : [{ name: author }],
    _tag_archive: dateEstimate === undefined ? undefined : { date: dateEstimate },
  })
  return `${text.slice(0, -'}'.length)},"content_html":`
}

/** An item has to have some content: without the whole text, its beginning. */
const formatContent = (entry: Entry): string => JSON.stringify(contentOf(entry) ?? html`<p>${entry.summary}</p>`.text)
