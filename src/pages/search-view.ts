import { compareCodePoints } from '../markup/compare.ts'
import type { LinkView, PageFrame } from './page-frame.ts'
import type { PagePlan } from './plan-pages.ts'
import type { SiteModel } from './site-model.ts'
import { archivesPath, searchIndexPath, tagsPath } from './urls.ts'

export interface SearchPageView {
  readonly frame: PageFrame
  /** Folder of the index, under the path prefix. */
  readonly index: string
  /** Languages that posts are in, the site's own first: each has an index of its own. */
  readonly languages: readonly string[]
  /** Names of tags that the results can be narrowed down to, in the order of names. */
  readonly tags: readonly string[]
  /** Newest first. */
  readonly years: readonly string[]
  /** Where a reader without script looks for articles. */
  readonly ways: readonly LinkView[]
}

export function toSearchPage(model: SiteModel, { path }: PagePlan): SearchPageView {
  const { archives, listedPosts, messages, searchScript, tags, urls } = model
  const { name, description } = messages.search
  return {
    frame: model.frameOf({ path, title: name, description, section: 'search', script: searchScript }),
    index: urls.href(searchIndexPath),
    languages: listLanguages(listedPosts, messages.language),
    tags: tags.tags.map((tag) => tag.name),
    years: archives.years.map(({ year }) => year),
    ways: [
      { text: messages.tags.name, href: urls.href(tagsPath) },
      { text: messages.archives.name, href: urls.href(archivesPath) },
    ],
  }
}

function listLanguages(posts: SiteModel['listedPosts'], own: string): readonly string[] {
  const languages = new Set(posts.map(({ lang }) => lang))
  const others = [...languages].filter((lang) => lang !== own).sort(compareCodePoints)
  return languages.has(own) ? [own, ...others] : others
}
