import type { ArchivedArticle } from '../import/archived-article.ts'
import { type ManifestEntry, toParagraphHashes } from './manifest.ts'
import type { PostId } from './post.ts'
import type { PostFile } from './post-file.ts'
import { wordsOf } from './post-id.ts'

/** A post that is in the folder, in the manifest, or in both. */
export interface KnownPost {
  readonly id: PostId
  readonly file?: PostFile | undefined
  readonly entry?: ManifestEntry | undefined
}

/** Posts by each clue that an article may share with its earlier form: the title, a paragraph. */
export type Candidates = ReadonlyMap<string, readonly KnownPost[]>

/** Posts that nothing in this run matched yet, by their archive file and by what a changed article still shares with them. */
export function toCandidates(posts: Iterable<KnownPost>): Candidates {
  const candidates = new Map<string, KnownPost[]>()
  for (const post of posts) {
    if (post.entry === undefined) continue
    const clues = [...(post.file === undefined ? [] : [titleClue(post.file.post.title)]), ...post.entry.paragraphs]
    for (const clue of new Set(clues)) {
      const posts = candidates.get(clue)
      if (posts === undefined) candidates.set(clue, [post])
      else posts.push(post)
    }
  }
  return new Map(Array.from(candidates).filter(([, posts]) => posts.length <= maxPostsOfClue))
}

/** A title or paragraph that more posts than these share is a column's name or a formula, and tells nothing. */
const maxPostsOfClue = 50

const titleClue = (title: string): string => `title ${wordsOf(title)}`

/** The likeliest earlier form of an article among posts that are still free; `undefined` where none is like it. */
export function findPredecessor(
  article: ArchivedArticle,
  candidates: Candidates,
  free: ReadonlySet<KnownPost>,
): KnownPost | undefined {
  const clues = [titleClue(article.title), ...toParagraphHashes(article.body)]
  const posts = new Set(clues.flatMap((clue) => candidates.get(clue) ?? []))
  const rated = Array.from(posts)
    .filter((post) => free.has(post))
    .map((post) => ({ post, likeness: rateLikeness(article, post) }))
    .filter(({ likeness }) => likeness > 0)
  return rated.sort((a, b) => b.likeness - a.likeness || (a.post.id < b.post.id ? -1 : 1))[0]?.post
}

/**
 * How much of the shorter text stands in the other, 0–1; 0 where that isn't enough to call both one article. One title
 * needs half of the text (a column keeps its title, and every text is new); another title needs most of it, and
 * the same archive file (elsewhere, it may be a version of its own).
 */
function rateLikeness(article: ArchivedArticle, { file, entry }: KnownPost): number {
  const isSameArchive = article.sources.some((source) => entry?.sources.has(source.file))
  const hasSameTitle = file !== undefined && wordsOf(file.post.title) === wordsOf(article.title)
  const needed = hasSameTitle ? 0.5 : 0.7
  if (!hasSameTitle && !isSameArchive) return 0
  const byParagraph = shareOf(toParagraphHashes(article.body), entry?.paragraphs ?? [])
  if (byParagraph >= needed) return byParagraph
  const byWords = file === undefined ? 0 : shareOf(toWordTriples(article.body), toWordTriples(file.post.body))
  return byWords >= needed ? byWords : 0
}

function shareOf(a: readonly string[], b: readonly string[]): number {
  const [shorter, longer] = [new Set(a), new Set(b)].sort((x, y) => x.size - y.size)
  if (shorter === undefined || longer === undefined || shorter.size === 0) return 0
  return Array.from(shorter).filter((part) => longer.has(part)).length / shorter.size
}

function toWordTriples(text: string): readonly string[] {
  const words = wordsOf(text).split(' ')
  return words.map((_, index) => words.slice(index, index + 3).join(' ')).slice(0, Math.max(1, words.length - 2))
}
