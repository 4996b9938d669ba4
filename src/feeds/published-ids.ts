import { compareCodePoints } from '../markup/compare.ts'
import type { UrlPath } from '../pages/urls.ts'
import { toShortHash } from '../posts/manifest.ts'
import type { EntryIds } from './entry-ids.ts'

/** By hashed path of a page, the hashed ids under which feeds have its entry. */
export type PublishedIds = ReadonlyMap<string, readonly string[]>

const firstLine = 'tag-archive feed ids 1'

/**
 * The ids of all entries as a file of the site. A later build is compared with it: whose id has changed would be unread again.
 *
 * Hashes only, a line a post: 18 bytes each.
 */
export function formatPublishedIds(entries: readonly (EntryIds & { readonly path: UrlPath })[]): string {
  const lines = entries.map(({ path, id, atomId }) => [path, ...new Set([id, atomId])].map(toShortHash).join(' '))
  return `${[firstLine, ...lines.sort(compareCodePoints)].join('\n')}\n`
}

/** @returns `undefined` for another file. */
export function parsePublishedIds(text: string): PublishedIds | undefined {
  const [head, ...lines] = text.trimEnd().split('\n')
  if (head !== firstLine || !lines.every((line) => /^[\w-]{8}(?: [\w-]{8}){1,2}$/.test(line))) return undefined
  return new Map(
    lines.map((line) => {
      const [page, ...ids] = line.split(' ')
      return [page!, ids]
    }),
  )
}

/** Pages whose entry has lost an id that readers know it by, and that no other entry has; as hashed paths. */
export function findChangedIds(published: PublishedIds, current: PublishedIds): ReadonlySet<string> {
  const known = new Set([...current.values()].flat())
  const changed = Array.from(published).filter(([page, ids]) => current.has(page) && ids.some((id) => !known.has(id)))
  return new Set(changed.map(([page]) => page))
}
