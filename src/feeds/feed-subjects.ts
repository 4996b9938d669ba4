import type { SiteModel } from '../pages/site-model.ts'
import { homePath, tagPath, threadPath, type UrlPath } from '../pages/urls.ts'
import type { Post } from '../posts/post.ts'
import { byNewest } from '../posts/sort-posts.ts'
import { cleanLine } from './clean-text.ts'
import { formatTagUri } from './entry-ids.ts'

/** What a feed is about. */
export interface FeedSubject {
  readonly kind: 'site' | 'tag' | 'thread'
  /** Id of its feed. Says nothing of titles and addresses, which change. */
  readonly id: string
  /** As a list of feeds shows it. */
  readonly name: string
  /** As a reader shows it among the feeds of other sites. */
  readonly title: string
  /** The same for all documents of its history: no count of posts. */
  readonly description: string
  /** The page that shows the same posts; the feeds stand below it. */
  readonly path: UrlPath
  /** Canonical versions only. */
  readonly posts: readonly Post[]
}

/** The site, then its tags and its threads. */
export function listFeedSubjects(model: SiteModel, authority: string): readonly FeedSubject[] {
  const { feeds } = model.messages
  const siteTitle = cleanLine(model.title)
  const toSubject = (subject: Omit<FeedSubject, 'title'>): FeedSubject => {
    const name = cleanLine(subject.name)
    const title = subject.kind === 'site' ? name : `${name} – ${siteTitle}`
    return { ...subject, name, title, description: cleanLine(subject.description) }
  }
  const site = toSubject({
    kind: 'site',
    id: formatTagUri(authority, 'feed'),
    name: siteTitle,
    description: model.description || siteTitle,
    path: homePath,
    posts: model.listedPosts,
  })
  const tags = model.tags.tags.map(({ key, name, slug, posts }) =>
    toSubject({
      kind: 'tag',
      id: formatTagUri(authority, 'tag', key),
      name,
      description: feeds.tagDescription(name),
      path: tagPath(slug),
      posts,
    }),
  )
  const threads = model.relations.threads.map(({ thread: { slug, title }, posts }) =>
    toSubject({
      kind: 'thread',
      id: formatTagUri(authority, 'thread', findOldestVersion(model, posts[0]!).id),
      name: title,
      description: feeds.threadDescription(title),
      path: threadPath(slug),
      posts: posts.filter((post) => model.relations.of(post).canonical === undefined),
    }),
  )
  return [site, ...tags, ...threads]
}

/** A newer version takes a post's place in its thread, and changes nothing of the thread's feed but its entries. */
const findOldestVersion = (model: SiteModel, post: Post): Post =>
  [post, ...model.relations.of(post).copies.map((copy) => copy.post)].sort(byNewest).at(-1)!
