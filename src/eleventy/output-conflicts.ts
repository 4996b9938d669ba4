import { TagArchiveError } from '../errors.ts'
import { ownPageKinds } from '../options.ts'
import type { ContentMap } from './eleventy-types.ts'
import { findTemplateKind } from './template-path.ts'
import type { BesideFile } from './write-beside.ts'

/**
 * Looks for templates of the site that would be written where a page of ours is. Eleventy finds some too, later, and can't
 * tell which option lets both be.
 *
 * @param beside - Pages that are no templates of Eleventy's.
 *
 * @throws {TagArchiveError} `OUTPUT_CONFLICT`
 */
export function rejectOutputConflicts({ inputPathToUrl }: ContentMap, beside: readonly BesideFile[]): void {
  const pages = Object.entries(inputPathToUrl).flatMap(([input, urls]) =>
    urls.filter((url) => url !== false).map((url) => ({ input, url, kind: findTemplateKind(input) })),
  )
  const others = new Set(pages.flatMap(({ url, kind }) => (kind === undefined ? url : [])))
  if (others.size === 0) return
  const kinds = new Map<string, string>()
  for (const { url, kind } of pages) if (kind !== undefined && others.has(url)) kinds.set(url, kind)
  for (const { path, kind } of beside) if (kind !== undefined && others.has(path)) kinds.set(path, kind)
  const conflicts = pages.filter(({ url, kind }) => kind === undefined && kinds.has(url))
  if (conflicts.length === 0) return
  throw new TagArchiveError('OUTPUT_CONFLICT', {
    problem: `${conflicts.map(({ input, url }) => `${input} (${url})`).join(', ')}: the plugin writes a page there too.`,
    remedy: toRemedy(new Set(conflicts.map(({ url }) => kinds.get(url)!))),
  })
}

function toRemedy(kinds: ReadonlySet<string>): string {
  const own = ownPageKinds.filter((kind) => kinds.has(kind))
  const hasFeed = kinds.has('feed')
  const hasOthers = kinds.size > own.length + (hasFeed ? 1 : 0)
  return [
    ...(own.length === 0 ? [] : [`To keep yours, set the plugin's option ownPages: ['${own.join("', '")}'].`]),
    ...(hasFeed ? ["To keep your feed, give it another permalink, or set the plugin's option feeds: false."] : []),
    ...(hasOthers ? ['Give your template another permalink.'] : []),
  ].join(' ')
}
