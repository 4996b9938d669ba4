import type { TextParts } from '../markup/text-parts.ts'
import { once } from '../once.ts'
import { onceByTexts } from '../pages/memoize-by-post.ts'
import type { SiteModel } from '../pages/site-model.ts'
import { feedArchivePath, feedPath, type UrlPath, wordPressFeedPath } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import { toShortHash } from '../short-hash.ts'
import { cleanLine } from './clean-text.ts'
import { type Entry, type Feed, type FeedFormat, type FeedWriter, feedFormats } from './feed.ts'
import type { FeedHistory, ResolvedFeedOptions } from './feed-options.ts'
import type { FeedSubject } from './feed-subjects.ts'
import { countArchived, type History, splitHistory } from './history.ts'
import { limitSize } from './limit-size.ts'

/** A file to be written. It is light: its text is made when asked for. */
export interface FeedDocument {
  readonly path: UrlPath
  readonly text: () => TextParts
  /** A text that changes whenever it would. */
  readonly source: () => string
  /** It holds the older entries of a feed: there are far more of these than of all others. */
  readonly isHistory: boolean
}

export interface FeedStage {
  readonly model: SiteModel
  readonly options: ResolvedFeedOptions
  readonly history: FeedHistory
  readonly entryOf: (post: Post) => Entry
  /** Changes whenever the entry would, and takes no rendering. */
  readonly entryKeyOf: (post: Post) => string
  /** The same without its text. */
  readonly toBrief: (entry: Entry) => Entry
  /** Newest first, as readers sort. */
  readonly sort: (posts: readonly Post[]) => readonly Post[]
  readonly stylesheetUrl: string
  readonly hasWordPressAddresses: boolean
  readonly writers: Readonly<Record<FeedFormat, FeedWriter>>
}

/** Every document of a subject's feed: what readers subscribe to and its history, in each format. */
export function planDocuments(subject: FeedSubject, stage: FeedStage): readonly FeedDocument[] {
  const { history } = stage
  const size = stage.options.entries
  // A build over an earlier one asks few feeds what is in them.
  const split = once((): History<Post> => {
    const posts = stage.sort(subject.posts)
    return history === 'none' ? { current: posts.slice(0, size), archived: [] } : splitHistory(posts, size)
  })
  const archivedCount = history === 'none' ? 0 : countArchived(subject.posts.length, size)
  const toPart = (posts: () => readonly Post[], rest: Pick<Part, 'number' | 'older'>): Part => ({
    // The same for all formats.
    source: onceByTexts(() => toShortHash(JSON.stringify(posts().map(stage.entryKeyOf)))),
    entries: onceByTexts(() => listEntries(posts(), isBrief(rest, { subject, stage }), stage)),
    ...rest,
  })
  const parts = [
    toPart(() => split().current, { older: archivedCount }),
    ...Array.from({ length: archivedCount }, (_, index) =>
      toPart(() => split().archived[index]!, { number: index + 1, older: index }),
    ),
  ]
  return feedFormats.flatMap((format) =>
    parts.flatMap((part) => {
      const text = () => stage.writers[format](toFeed(part, format, { subject, stage }))
      return listPaths(part, format, { subject, stage }).map((path) => ({
        path,
        text,
        source: () =>
          toShortHash(
            JSON.stringify([
              isBrief(part, { subject, stage }),
              toHead(part, format, { subject, stage }),
              part.source(),
            ]),
          ),
        isHistory: part.number !== undefined,
      }))
    }),
  )
}

interface Part {
  /** Changes whenever one of its entries would, or their order. */
  readonly source: () => string
  readonly entries: () => readonly Entry[]
  /** Its place in the history, counted from the oldest, which is 1; absent: what readers subscribe to. */
  readonly number?: number | undefined
  /** Number of the part before it; 0: there is none. */
  readonly older: number
}

interface Setting {
  readonly subject: FeedSubject
  readonly stage: FeedStage
}

function listPaths({ number }: Part, format: FeedFormat, { subject, stage }: Setting): readonly UrlPath[] {
  if (number !== undefined) return [feedArchivePath(subject.path, format, number)]
  const own = feedPath(subject.path, format)
  const isInWordPress = stage.hasWordPressAddresses && format !== 'json'
  return isInWordPress ? [own, wordPressFeedPath(subject.path, format)] : [own]
}

const isBrief = ({ number }: Pick<Part, 'number'>, { subject, stage }: Setting): boolean =>
  stage.history === 'brief' && number !== undefined && subject.kind !== 'site'

function listEntries(
  posts: readonly Post[],
  areBrief: boolean,
  { entryOf, toBrief, model }: FeedStage,
): readonly Entry[] {
  const entries = posts.map(entryOf)
  return limitSize(areBrief ? entries.map(toBrief) : entries, model.messages)
}

function toFeed(part: Part, format: FeedFormat, setting: Setting): Feed {
  const entries = part.entries()
  return { ...toHead(part, format, setting), updated: findNewest(entries), entries }
}

function toHead(
  { number, older }: Part,
  format: FeedFormat,
  { subject, stage }: Setting,
): Omit<Feed, 'updated' | 'entries'> {
  const { model, options, stylesheetUrl } = stage
  const { absolute } = model.urls
  const currentUrl = absolute(feedPath(subject.path, format))
  return {
    id: subject.id,
    title: subject.title,
    description: subject.description,
    language: model.messages.language,
    author: cleanLine(model.author ?? '') || undefined,
    siteTitle: cleanLine(model.title),
    pageUrl: absolute(subject.path),
    // No news comes in a document of the history.
    hub: number === undefined ? options.hub : undefined,
    stylesheetUrl,
    selfUrl: number === undefined ? currentUrl : absolute(feedArchivePath(subject.path, format, number)),
    olderUrl: older === 0 ? undefined : absolute(feedArchivePath(subject.path, format, older)),
    currentUrl: number === undefined ? undefined : currentUrl,
  }
}

/** Without entries, a day as far back as readers believe: never the build's. */
const findNewest = (entries: readonly Entry[]): Date =>
  entries.length === 0
    ? new Date(Date.UTC(1990, 0, 2))
    : new Date(Math.max(...entries.map(({ updated }) => updated.getTime())))
