import type { ArchivedArticle } from '../import/archived-article.ts'
import { findPredecessor, type KnownPost, toCandidates } from './find-predecessor.ts'
import type { Manifest, ManifestEntry } from './manifest.ts'
import type { PostId } from './post.ts'
import type { PostFile, PostFolder } from './post-file.ts'
import { toPostId } from './post-id.ts'

/** An article with the post that it is, or will be. */
export interface ArticleMatch {
  readonly article: ArchivedArticle
  /** Id of this title and text; the post's own id may come from an earlier text. */
  readonly articleId: PostId
  readonly postId: PostId
  /** What earlier imports wrote. */
  readonly entry?: ManifestEntry | undefined
  /** The post's file. Absent for a new post, and for one that the owner deleted (then there is an `entry`). */
  readonly file?: PostFile | undefined
}

/**
 * Finds each article's post: by its text's id (what an unchanged source gives), then by its old address, then, for an
 * article whose text changed, among posts of the same archive that this run doesn't meet otherwise.
 *
 * A changed article must not be taken for a republished one: archives hold several versions of an article, and each is a
 * post. A version that is new stands beside the older one in the archive, which has then found its post by its id; only
 * where the older one has gone from the archive is a similar article its successor.
 *
 * @param articles - In the order of the archive, newest first: of articles with one text, the last is the first occurrence.
 */
export function matchArticles(
  articles: readonly ArchivedArticle[],
  { files }: Pick<PostFolder, 'files'>,
  manifest: Manifest,
): readonly ArticleMatch[] {
  const articleIds = toArticleIds(articles)
  const known = toKnownPosts(files, manifest)
  const found = new Map<number, KnownPost>()
  const free = new Set(known.posts.values())
  /** Each way of finding a post looks at all articles before the next, less certain one begins. */
  const findBy = (find: (article: ArchivedArticle, index: number) => KnownPost | undefined) => {
    for (const [index, article] of articles.entries()) {
      const post = found.has(index) ? undefined : find(article, index)
      if (post !== undefined && free.delete(post)) found.set(index, post)
    }
  }
  findBy((_, index) => known.byArticle.get(articleIds[index]!))
  findBy((_, index) => known.posts.get(articleIds[index]!))
  findBy((article) => findByUrl(article, known.byUrl))
  const candidates = toCandidates(free)
  // A first import has none, and its texts need not be cut into paragraphs.
  if (candidates.size > 0) findBy((article) => findPredecessor(article, candidates, free))
  const taken = new Set(known.posts.keys())
  return articles.map((article, index) => toMatch(article, articleIds[index]!, found.get(index), taken))
}

interface KnownPosts {
  readonly posts: ReadonlyMap<PostId, KnownPost>
  readonly byArticle: ReadonlyMap<PostId, KnownPost>
  readonly byUrl: ReadonlyMap<string, KnownPost>
}

function toKnownPosts(files: readonly PostFile[], manifest: Manifest): KnownPosts {
  const filesById = new Map(files.map((file) => [file.post.id, file]))
  const ids = new Set([...filesById.keys(), ...manifest.posts.keys()])
  const posts = Array.from(ids, (id): KnownPost => ({ id, file: filesById.get(id), entry: manifest.posts.get(id) }))
  const sourcesOf = ({ entry }: KnownPost) => Array.from(entry?.sources.values() ?? [])
  const urlsOf = (post: KnownPost) => [...sourcesOf(post).map(({ url }) => url), post.file?.post.source?.url]
  return {
    posts: new Map(posts.map((post) => [post.id, post])),
    byArticle: new Map(posts.flatMap((post) => sourcesOf(post).map(({ article }) => [article, post] as const))),
    byUrl: new Map(
      posts.flatMap((post) => urlsOf(post).flatMap((url) => (url === undefined ? [] : [[url, post] as const]))),
    ),
  }
}

function toArticleIds(articles: readonly ArchivedArticle[]): readonly PostId[] {
  const counts = new Map<PostId, number>()
  const oldestFirst = articles.toReversed().map(({ title, body }) => {
    const first = toPostId(title, body, 1)
    const occurrence = (counts.get(first) ?? 0) + 1
    counts.set(first, occurrence)
    return occurrence === 1 ? first : toPostId(title, body, occurrence)
  })
  return oldestFirst.reverse()
}

const findByUrl = ({ sources }: ArchivedArticle, byUrl: ReadonlyMap<string, KnownPost>): KnownPost | undefined =>
  sources.map(({ url }) => (url === undefined ? undefined : byUrl.get(url))).find((post) => post !== undefined)

function toMatch(
  article: ArchivedArticle,
  articleId: PostId,
  post: KnownPost | undefined,
  taken: Set<PostId>,
): ArticleMatch {
  if (post !== undefined) return { article, articleId, postId: post.id, file: post.file, entry: post.entry }
  const postId = toFreeId(article, articleId, taken)
  taken.add(postId)
  return { article, articleId, postId }
}

/** The text's id, or one more occurrence of it where a post of another text has that id since its source changed. */
function toFreeId({ title, body }: ArchivedArticle, articleId: PostId, taken: ReadonlySet<PostId>): PostId {
  let id = articleId
  for (let occurrence = 2; taken.has(id); occurrence++) id = toPostId(title, body, occurrence)
  return id
}
