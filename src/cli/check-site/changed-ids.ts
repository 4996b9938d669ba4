import { listSome, type Problem, TagArchiveError } from '../../errors.ts'
import { findChangedIds, parsePublishedIds } from '../../feeds/published-ids.ts'
import { feedIdsPath } from '../../pages/urls.ts'
import { toShortHash } from '../../posts/manifest.ts'
import type { SiteFolder } from './site-folder.ts'

/** The ids of entries as a published site has them: its `feed-ids.txt`, as it was saved. */
export interface PublishedFile {
  readonly name: string
  readonly text: string
}

/**
 * Entries of feeds that subscribers have read under another id.
 *
 * @throws {TagArchiveError} `PUBLISHED_UNREADABLE` where the published file is another one.
 */
export function findIdChanges(site: SiteFolder, { name, text }: PublishedFile): readonly Problem[] {
  const published = parsePublishedIds(text)
  if (published === undefined) {
    throw new TagArchiveError('PUBLISHED_UNREADABLE', {
      problem: `${name} is not the ${feedIdsPath} of a site that was built with this plugin.`,
      remedy: `Save ${feedIdsPath} of the published site, and give that file to --published.`,
    })
  }
  const file = feedIdsPath.slice(1)
  const current = site.files.includes(file) ? parsePublishedIds(site.read(file)) : new Map<string, readonly string[]>()
  const changed = findChangedIds(published, current ?? new Map())
  if (current === undefined || (current.size === 0 && published.size > 0)) return [toMissing(name)]
  if (changed.size === 0) return []
  const pages = site.files.filter((page) => changed.has(toShortHash(toPath(page))))
  return [toProblem(changed.size, pages, name)]
}

/** `/articles/le-bac/` of `articles/le-bac/index.html`. */
const toPath = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

const toProblem = (count: number, pages: readonly string[], name: string): Problem => ({
  code: 'FEED_IDS_CHANGED',
  message: `${count} ${count === 1 ? 'entry has another id' : 'entries have other ids'} than in ${name}, and would be unread again for every subscriber: ${listSome(pages)}.`,
  remedy:
    'Set feeds.idAuthority as it was, and bring back "id", "guid" and "feedId" of these posts; if the change is meant, nothing is to be done.',
  source: pages[0] === undefined ? undefined : { file: pages[0] },
  severity: 'loss',
})

const toMissing = (name: string): Problem => ({
  code: 'FEED_IDS_MISSING',
  message: `The built site has no ids of entries, and ${name} has: its subscribers would lose their feeds.`,
  remedy: 'Leave the option feeds on, and build the site again.',
  severity: 'loss',
})
