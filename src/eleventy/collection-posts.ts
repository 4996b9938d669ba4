import { trusted } from '../markup/html.ts'
import type { ResolvedOptions } from '../options.ts'
import { parsePost } from '../posts/parse-post.ts'
import type { Post } from '../posts/post.ts'
import type { CollectionItem } from './eleventy-types.ts'
import type { SitePosts } from './site.ts'

/**
 * Posts of a site that keeps them as Eleventy templates. Their data is read as the front matter of our own posts would
 * be: same keys, same checks. Their pages stay where their own templates put them.
 *
 * @throws {TagArchiveError} that names the template and the key, where a value can't be what the key asks for.
 */
export function toSitePosts(
  items: readonly CollectionItem[],
  options: ResolvedOptions,
): Pick<SitePosts, 'posts' | 'renderedOf'> {
  const byUrl = new Map(items.map((item) => [item.url, item]))
  return {
    posts: items.flatMap((item) => (item.url === false ? [] : [toPost(item, item.url, options)])),
    renderedOf: ({ permalink }) => {
      const content = permalink === undefined ? undefined : byUrl.get(permalink)?.content
      return typeof content === 'string' ? trusted(content) : undefined
    },
  }
}

function toPost(item: CollectionItem, url: string, { site, posts }: ResolvedOptions): Post {
  const collection = typeof posts === 'string' ? undefined : posts.collection
  const { timeZone, language: lang } = site
  const { post } = parsePost(formatAsPostFile(item, collection), { path: item.inputPath, timeZone, lang })
  return { ...post, permalink: url }
}

const keys = [
  'id',
  'title',
  'dateEarliest',
  'dateLatest',
  'dateEvidence',
  'lang',
  'source',
  'draft',
  'guid',
  'feedId',
  'duplicateOf',
  'followUpTo',
  'notRelatedTo',
  'updated',
  'author',
  'description',
]

/** JSON is YAML. */
function formatAsPostFile(
  { data, fileSlug, inputPath, rawInput = '' }: CollectionItem,
  collection: string | undefined,
): string {
  const fields: Record<string, unknown> = {
    slug: data.slug ?? fileSlug.toLowerCase(),
    date: toDateText(data.date) ?? /\d{4}-\d\d-\d\d/.exec(inputPath)?.[0],
    // Eleventy's way to put a template into a collection is a tag: that one says nothing to readers.
    tags: toList(data.tags).filter((tag) => tag !== collection),
  }
  for (const key of keys) fields[key] = toDateText(data[key])
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  )
  return `---\n${lines.join('\n')}\n---\n${rawInput.replace(templateCode, '')}`
}

/** What Eleventy's template languages run in a post: its outcome isn't known yet when posts are compared, and its code is no text. */
const templateCode = /\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}/gs

/** YAML made a `Date` of a day: midnight in UTC is a day, anything else a time. */
function toDateText(value: unknown): unknown {
  if (!(value instanceof Date)) return value
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
}

const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
