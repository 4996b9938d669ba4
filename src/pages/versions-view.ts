import type { Post } from '../posts/post.ts'
import { byNewest } from '../posts/sort-posts.ts'
import type { DateView } from './date-view.ts'
import { toPostLink } from './list-view.ts'
import type { LinkView } from './page-frame.ts'
import type { SiteModel } from './site-model.ts'
import { diffWords, type WordDiff } from './word-diff.ts'

/** What a copy's page says of the canonical version. */
export interface CopyView {
  readonly note: string
  readonly canonical: LinkView
  readonly canonicalDate: DateView
  /** From the copy's title to the canonical version's; absent where they are the same. */
  readonly title?: WordDiff | undefined
  /** From the copy's text to the canonical version's. */
  readonly body: WordDiff
}

/** All versions of an article, newest first. */
export interface VersionsView {
  /** "3 versions". */
  readonly count: string
  readonly intro: string
  readonly versions: readonly VersionView[]
}

export interface VersionView {
  readonly link: LinkView
  readonly date: DateView
  readonly note: string
  readonly isCurrent: boolean
}

export function toCopyView(model: SiteModel, post: Post): CopyView | undefined {
  const { canonical } = model.relations.of(post)
  if (canonical === undefined) return undefined
  // Case and initials are no difference, so none is shown.
  const hasSameText = canonical.change === 'identical' || canonical.change === 'retitled'
  return {
    note: model.messages.versions.copyNote[canonical.change],
    canonical: toPostLink(model, canonical.post),
    canonicalDate: model.dateOf(canonical.post),
    title: post.title === canonical.post.title ? undefined : diffWords(post.title, canonical.post.title),
    body: model.diffBodies(post, hasSameText ? post : canonical.post),
  }
}

export function toVersionsView(model: SiteModel, post: Post): VersionsView | undefined {
  const { copies } = model.relations.of(post)
  if (copies.length === 0) return undefined
  const { versions } = model.messages
  const all = [{ post, change: undefined }, ...copies].sort((a, b) => byNewest(a.post, b.post))
  return {
    count: versions.mark(all.length),
    intro: versions.intro(all.length),
    versions: all.map(({ post: version, change }) => ({
      link: toPostLink(model, version),
      date: model.dateOf(version),
      note: change === undefined ? versions.current : versions.change[change],
      isCurrent: change === undefined,
    })),
  }
}
