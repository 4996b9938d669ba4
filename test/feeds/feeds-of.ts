import type { FeedOptions } from '../../src/feeds/feed-options.ts'
import { planFeeds } from '../../src/feeds/plan-feeds.ts'
import { joinParts } from '../../src/markup/text-parts.ts'
import { resolveOptions } from '../../src/options.ts'
import type { SiteModel } from '../../src/pages/site-model.ts'

/** Every feed of a site, written: path → text. */
export function feedsOf(model: SiteModel, options: FeedOptions = {}): ReadonlyMap<string, string> {
  const { feeds } = resolveOptions({ feeds: options })
  if (feeds === false) throw new Error('feeds are switched off')
  return new Map(planFeeds(model, feeds).documents.map(({ path, text }) => [path, joinParts(text())]))
}

export function findFeed(feeds: ReadonlyMap<string, string>, path: string): string {
  const text = feeds.get(path)
  if (text === undefined) throw new Error(`there is no ${path}, only ${[...feeds.keys()].join(' ')}`)
  return text
}
