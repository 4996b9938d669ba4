import assert from 'node:assert/strict'
import path from 'node:path'
import { listSome, type Problem } from '../errors.ts'
import { once } from '../once.ts'
import type { ResolvedOptions } from '../options.ts'
import { noComments, readCommentFiles } from '../posts/comment-files.ts'
import { type KeptPosts, readEditedPost, readPosts } from '../posts/post-files.ts'
import { runSteps } from '../steps.ts'
import { toSitePosts } from './collection-posts.ts'
import type { CollectionItem } from './eleventy-types.ts'
import { PostIndexFile } from './post-index-file.ts'
import { listPublished } from './published-posts.ts'
import { relateInSteps } from './relate-posts.ts'
import { createRelatedSite } from './related-site.ts'
import type { SecondThread } from './second-thread.ts'
import { createSiteInSteps, type Site, type SitePosts, type SiteSettings } from './site.ts'
import { warn } from './warn.ts'
import type { BesideFile } from './write-beside.ts'

/** The site of a folder of posts. */
export async function readSite(directory: string, settings: FolderSettings): Promise<Site> {
  try {
    return await readRelatedSite(directory, settings)
  } catch (error) {
    await settings.secondThread?.giveUp()
    throw error
  }
}

export interface FolderSettings extends SiteSettings {
  /** Works beside this one, where that is worth it. */
  readonly secondThread?: SecondThread | undefined
}

async function readRelatedSite(directory: string, { secondThread, ...settings }: FolderSettings): Promise<Site> {
  const { timeZone, language } = settings.options.site
  // A process that goes on keeps them in memory.
  const { keptPosts } = settings
  const postIndex = once(() => new PostIndexFile(settings.options.site, (known) => secondThread?.know(known)))
  const { posts, leftOut, problems } = await settings.stages.run('read', () =>
    readPosts(directory, {
      timeZone,
      lang: language,
      recallKept: () => keptPosts ?? postIndex().kept,
      takeTurn: settings.takeTurn,
      onRead: (post) => secondThread?.take(post),
    }),
  )
  const comments = settings.options.comments === 'shown' ? await readCommentFiles(directory) : noComments
  const commentsByPost = new Map(comments.files.map((file) => [file.post, file.comments]))
  const commentsOf: SitePosts['commentsOf'] = ({ id }) => commentsByPost.get(id) ?? []
  const published = listPublished(posts, settings.options)
  const source = { posts: published, commentsOf, postIndex: keptPosts === undefined ? postIndex() : undefined }
  const site = await createRelatedSite(source, settings, secondThread)
  warn([...problems, ...comments.problems, ...site.problems, ...toLeftOut(leftOut)])
  return site
}

/** What was wrong with each is told before. */
const toLeftOut = (files: readonly string[]): readonly Problem[] =>
  files.length === 0
    ? []
    : [
        {
          code: 'POSTS_LEFT_OUT',
          message: `${files.length === 1 ? 'A post is' : `${files.length} posts are`} left out of the site, since ${listSome(files)} can't be read.`,
          remedy: 'Mend what is told above, and build again.',
          severity: 'loss',
        },
      ]

/**
 * The pages of posts that were edited.
 *
 * @param files - All that was saved, as Eleventy names it.
 * @returns `undefined` where something else was saved too, or where an edit changes more than what its post says.
 */
export function readEditedPages(
  files: readonly string[],
  {
    directory,
    options,
    keptPosts,
    site,
  }: Pick<SiteSettings, 'options'> & {
    readonly directory: string
    readonly keptPosts: KeptPosts
    readonly site: Site
  },
): readonly BesideFile[] | undefined {
  const { timeZone, language } = options.site
  const pages = [...new Set(files)].map((file) => {
    const place = path.join(directory, path.basename(file))
    if (!isNamed(path.resolve(place), file)) return undefined
    const post = readEditedPost(place, { timeZone, lang: language, kept: keptPosts })
    return post && site.pageOfEdited(post)
  })
  return pages.length > 0 && pages.every((page) => page !== undefined) ? pages : undefined
}

/** Eleventy names files from a folder further up where it watches some there; a page that is written for another file does no harm. */
const isNamed = (place: string, file: string): boolean =>
  place === path.resolve(file) || place.endsWith(path.join(path.sep, file))

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

function createSite({ posts, renderedOf }: Pick<SitePosts, 'posts' | 'renderedOf'>, settings: SiteSettings): Site {
  const published = listPublished(posts, settings.options)
  const graph = runSteps(settings.stages.runSteps('relations', relateInSteps(published, settings)))
  settings.analyses.write()
  return runSteps(createSiteInSteps({ posts: published, graph, renderedOf }, settings))
}

const collectionEmpty = ({ posts }: ResolvedOptions): Problem => ({
  code: 'COLLECTION_EMPTY',
  message: `The collection "${typeof posts === 'string' ? posts : posts.collection}" has no template, so the archive is empty.`,
  remedy: 'Give the posts that tag, or name the collection that they are in: posts: { collection: "…" }.',
  severity: 'doubt',
})
