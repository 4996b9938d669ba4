import { optionDefaults } from '../options.ts'
import type { Post } from '../posts/post.ts'
import { parseUrlPath, type UrlPath } from './urls.ts'

/**
 * Where a post's page stands: its own `permalink`, else the site's pattern.
 *
 * A pattern with a date is for posts whose source states their day; an estimate may move with the next import, and an
 * address must not.
 *
 * @throws {TagArchiveError} `PERMALINK_INVALID`
 */
export function toPostPath(post: Post, pattern: string): UrlPath {
  if (post.permalink !== undefined) return parseUrlPath(post.permalink, `permalink of post "${post.slug}"`)
  const stated = post.date?.kind === 'stated' ? post.date.day : undefined
  const usable = stated !== undefined || !/\{(?:year|month|day)\}/.test(pattern) ? pattern : optionDefaults.permalink
  const [year = '', month = '', day = ''] = stated?.split('-') ?? []
  const filled = usable
    .replaceAll('{slug}', post.slug)
    .replaceAll('{year}', year)
    .replaceAll('{month}', month)
    .replaceAll('{day}', day)
  return parseUrlPath(filled, `permalink of post "${post.slug}"`)
}
