import assert from 'node:assert/strict'
import type { Problem } from '../errors.ts'
import type { ResolvedOptions } from '../options.ts'
import { noComments, readCommentFiles } from '../posts/comment-files.ts'
import { readPosts } from '../posts/post-files.ts'
import { toSitePosts } from './collection-posts.ts'
import type { CollectionItem } from './eleventy-types.ts'
import { createSite, type Site, type SiteSettings } from './site.ts'
import { warn } from './warn.ts'

/** The site of a folder of posts. */
export async function readSite(directory: string, settings: SiteSettings): Promise<Site> {
  const { timeZone, language } = settings.options.site
  const { posts, problems } = await settings.stages.run('read', () =>
    readPosts(directory, { timeZone, lang: language, kept: settings.keptPosts }),
  )
  const comments = settings.options.comments === 'shown' ? await readCommentFiles(directory) : noComments
  const commentsByPost = new Map(comments.files.map((file) => [file.post, file.comments]))
  const site = createSite({ posts, commentsOf: ({ id }) => commentsByPost.get(id) ?? [] }, settings)
  warn([...problems, ...comments.problems, ...site.problems])
  return site
}

/** The site of a collection, made when Eleventy has it. A new one for each build. */
export class CollectionSource {
  readonly #settings: SiteSettings
  #site: Site | undefined

  constructor(settings: SiteSettings) {
    this.#settings = settings
  }

  toSite(items: readonly CollectionItem[]): Site {
    if (this.#site === undefined) {
      this.#site = createSite(toSitePosts(items, this.#settings.options), this.#settings)
      warn([...(items.length === 0 ? [collectionEmpty(this.#settings.options)] : []), ...this.#site.problems])
    }
    return this.#site
  }

  get site(): Site {
    assert(this.#site !== undefined, 'pages are paginated before they are rendered')
    return this.#site
  }
}

const collectionEmpty = ({ posts }: ResolvedOptions): Problem => ({
  code: 'COLLECTION_EMPTY',
  message: `The collection "${typeof posts === 'string' ? posts : posts.collection}" has no template, so the archive is empty.`,
  remedy: 'Give the posts that tag, or name the collection that they are in: posts: { collection: "…" }.',
  severity: 'doubt',
})
