import { html } from '../markup/html.ts'
import { memoizeByPost, memoizeByText } from '../pages/memoize-by-post.ts'
import type { PostKeys } from '../pages/post-keys.ts'
import type { SiteModel } from '../pages/site-model.ts'
import type { Post } from '../posts/post.ts'
import { toShortHash } from '../short-hash.ts'
import { cleanLine } from './clean-text.ts'
import { toEntryContent } from './entry-content.ts'
import type { EntryDates } from './entry-dates.ts'
import type { EntryIds } from './entry-ids.ts'
import type { Entry } from './feed.ts'
import { findFirstVersion } from './first-version.ts'

export interface EntrySources {
  readonly model: SiteModel
  readonly idsOf: (post: Post) => EntryIds
  readonly datesOf: (post: Post) => EntryDates
}

/**
 * The entries of posts. Each is made once, however many feeds and formats it stands in.
 *
 * A canonical version with the very text of an older one goes on under that one's id and date: nobody gets a text twice.
 */
export const createEntries = (sources: EntrySources): ((post: Post) => Entry) =>
  memoizeByText((post) => toEntry(post, sources))

/** Keys of entries, each made once: they change whenever the entry would. */
export function createEntryKeys(
  { model, idsOf, datesOf }: EntrySources,
  keys: Pick<PostKeys, 'ofPost'>,
): (post: Post) => string {
  const firstOf = memoizeByPost((post) => findFirstVersion(model, post, datesOf))
  const ofVersions = memoizeByText((post) => {
    const first = firstOf(post)
    return toShortHash(
      JSON.stringify([keys.ofPost(post), keys.ofPost(first), idsOf(first), datesOf(first), datesOf(post)]),
    )
  })
  return (post) => {
    // Whoever watches has to see both, each time.
    keys.ofPost(firstOf(post))
    return ofVersions(post)
  }
}

/**
 * Entries without their texts and tags, one for each. Every article's text stands in the history of the site's feed, under the same id:
 * repeated in that of each tag, it would be two thirds of all that is written.
 */
export function createBriefEntries(): (entry: Entry) => Entry {
  const known = new WeakMap<Entry, Entry>()
  return (entry) => {
    const found = known.get(entry)
    if (found !== undefined) return found
    const brief = { ...entry, content: undefined, categories: [] }
    known.set(entry, brief)
    return brief
  }
}

function toEntry(post: Post, { model, idsOf, datesOf }: EntrySources): Entry {
  const first = findFirstVersion(model, post, datesOf)
  const { published } = datesOf(first)
  const { updated } = datesOf(post.updated === undefined ? first : post)
  const title = cleanLine(post.title) || model.messages.feeds.untitled
  const summary = cleanLine(model.excerptOf(post)) || title
  const content = toEntryContent(model, { post, first })
  return {
    ...idsOf(first),
    url: model.urls.absolute(model.pathOf(post)),
    title,
    summary,
    content: content.length > 0 ? content : Buffer.from(html`<p>${summary}</p>`.text),
    language: post.lang,
    author: cleanLine(post.author ?? model.author ?? '') || undefined,
    categories: model.tags.tagsOf(post).map(({ name }) => cleanLine(name)),
    published,
    updated: published !== undefined && updated < published ? published : updated,
    dateEstimate: first.date?.kind === 'stated' ? undefined : first.date,
  }
}
