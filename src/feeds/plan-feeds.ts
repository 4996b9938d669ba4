import { hashOf } from '../content-hash.ts'
import type { Problem } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'
import { once } from '../once.ts'
import { memoizeByPost } from '../pages/memoize-by-post.ts'
import { createPostKeys, type PostKeys } from '../pages/post-keys.ts'
import type { SiteModel } from '../pages/site-model.ts'
import { feedIdsPath, feedStylesheetPath, opmlPath, type UrlPath } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import { createEntryDates, type EntryDates } from './entry-dates.ts'
import { createEntryIds } from './entry-ids.ts'
import type { ResolvedFeedOptions } from './feed-options.ts'
import { formatFeedStylesheet } from './feed-stylesheet.ts'
import { listFeedSubjects } from './feed-subjects.ts'
import { findFirstVersion } from './first-version.ts'
import { chooseHistory } from './history.ts'
import { writeOpml } from './opml.ts'
import { toOutlines } from './outlines.ts'
import { type FeedDocument, planDocuments } from './plan-documents.ts'
import { formatPublishedIds } from './published-ids.ts'
import { createBriefEntries, createEntries, createEntryKeys } from './to-entry.ts'
import { createAtomWriter } from './write-atom.ts'
import { createJsonFeedWriter } from './write-json-feed.ts'
import { createRssWriter } from './write-rss.ts'

export interface FeedPlan {
  readonly documents: readonly FeedDocument[]
  readonly problems: readonly Problem[]
}

/**
 * Decides which feeds there are: of the site, of each tag and of each thread, each in three formats and with its history;
 * then the list of them all, and the stylesheet for those who open one in a browser.
 */
export function planFeeds(
  model: SiteModel,
  options: ResolvedFeedOptions,
  keys: Pick<PostKeys, 'ofPost'> = createPostKeys(model),
): FeedPlan {
  const { idsOf, problems } = createEntryIds(model.posts, options.idAuthority)
  const dates = once(() => createEntryDates(model.posts, model.timeZone))
  const datesOf = (post: Post) => dates()(post)
  const stylesheet = formatFeedStylesheet(model.messages)
  const stylesheetPath = feedStylesheetPath(hashOf(stylesheet))
  const subjects = listFeedSubjects(model, options.idAuthority)
  const stage = {
    model,
    options,
    history: options.history ?? chooseHistory(model.listedPosts.length),
    entryOf: createEntries({ model, idsOf, datesOf }),
    entryKeyOf: createEntryKeys({ model, idsOf, datesOf }, keys),
    toBrief: createBriefEntries(),
    sort: createSort(model, datesOf),
    stylesheetUrl: model.urls.href(stylesheetPath),
    hasWordPressAddresses: options.wordPressAddresses ?? model.posts.some(isFromWordPress),
    writers: { rss: createRssWriter(), atom: createAtomWriter(), json: createJsonFeedWriter() },
  }
  const toPublished = (post: Post) => ({
    ...idsOf(findFirstVersion(model, post, datesOf)),
    path: model.pathOf(post),
  })
  return {
    documents: [
      ...subjects.flatMap((subject) => planDocuments(subject, stage)),
      toDocument(opmlPath, () => writeOpml(model.title, toOutlines(subjects, model))),
      toDocument(stylesheetPath, () => stylesheet),
      toDocument(feedIdsPath, () => formatPublishedIds(model.listedPosts.map(toPublished))),
    ],
    problems,
  }
}

/** One that is its own source. */
function toDocument(path: UrlPath, make: () => string): FeedDocument {
  const text = once(make)
  return { path, text: () => [text()], source: text, isHistory: false }
}

/** WordPress's ids are addresses: `https://example.org/?p=123`. */
const isFromWordPress = ({ guid }: Post): boolean => guid !== undefined && /^https?:.*[?&]p=\d+$/.test(guid)

/** Sorts by the instants that the entries have, so that the order is the one that readers see. */
function createSort(
  model: SiteModel,
  datesOf: (post: Post) => EntryDates,
): (posts: readonly Post[]) => readonly Post[] {
  const timeOf = memoizeByPost((post) => {
    const { published, updated } = datesOf(findFirstVersion(model, post, datesOf))
    return (published ?? updated).getTime()
  })
  return (posts) =>
    posts
      .map((post) => ({ post, time: timeOf(post) }))
      .sort((a, b) => b.time - a.time || compareCodePoints(a.post.id, b.post.id))
      .map(({ post }) => post)
}
