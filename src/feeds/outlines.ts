import type { SiteModel } from '../pages/site-model.ts'
import { feedPath } from '../pages/urls.ts'
import type { FeedSubject } from './feed-subjects.ts'
import type { Outline } from './opml.ts'

/** The site's feed, then one group for tags and one for threads: every feed once, in the format that all readers know. */
export function toOutlines(subjects: readonly FeedSubject[], { messages, urls }: SiteModel): readonly Outline[] {
  const listFeeds = (kind: FeedSubject['kind']): readonly Outline[] =>
    subjects
      .filter((subject) => subject.kind === kind)
      .map(({ name, path }) => ({
        kind: 'feed',
        title: name,
        feedUrl: urls.absolute(feedPath(path, 'rss')),
        pageUrl: urls.absolute(path),
      }))
  const toGroup = (title: string, outlines: readonly Outline[]): readonly Outline[] =>
    outlines.length === 0 ? [] : [{ kind: 'group', title, outlines }]
  return [
    ...listFeeds('site'),
    ...toGroup(messages.tags.name, listFeeds('tag')),
    ...toGroup(messages.threads.name, listFeeds('thread')),
  ]
}
