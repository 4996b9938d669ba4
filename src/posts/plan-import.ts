import type { PostDate } from '../dating/post-date.ts'
import { type Problem, shorten } from '../errors.ts'
import type { ArchivedArticle } from '../import/archived-article.ts'
import { originsOf } from '../import/merge-articles.ts'
import { type Arrival, toArrival } from './arrival.ts'
import { assignSlugs } from './assign-slugs.ts'
import type { CommentFolder } from './comment-files.ts'
import { toDateFields } from './date-fields.ts'
import { editPost, formatPost, type ImportedField } from './format-post.ts'
import { type Manifest, type ManifestEntry, manifestName } from './manifest.ts'
import type { ArticleMatch } from './match-articles.ts'
import { type ImportedPost, type Merge, mergePost } from './merge-post.ts'
import { hasOtherText, toOtherTexts } from './other-texts.ts'
import { toServedPath } from './permalink.ts'
import { type CommentChange, planComments } from './plan-comments.ts'
import type { Post, Slug } from './post.ts'
import type { PostFile, PostFolder } from './post-file.ts'
import { findBefore, toEntryOfKnown, toEntryOfNew } from './record-import.ts'

/** What an import does about one post. `merged` is written too, and holds values of several origins. */
export type Change = {
  readonly path: string
  readonly post: Post
  /** Which file the source's values are from. */
  readonly origins: NonNullable<ArchivedArticle['origins']>
  /** All files of this import that have it. */
  readonly files: readonly string[]
  /** What is written of the comments on it, if anything. */
  readonly comments?: CommentChange | undefined
} & (
  | {
      readonly status: 'created' | 'updated' | 'merged'
      /** What the file is to hold. Made when it is written: the texts of a large archive would be in memory twice. */
      readonly toText: () => string
    }
  | { readonly status: 'unchanged' | 'conflict' }
)

export interface ImportPlan {
  /** In the order of the archive. */
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
  /** To be written last. */
  readonly manifest: Manifest
}

export interface ImportInput {
  /** In the order of the archive, newest first. */
  readonly matches: readonly ArticleMatch[]
  /** For each archive, places in `matches`, newest first. */
  readonly sequences: readonly (readonly number[])[]
  /** When each of them was published, as far as the dating stage can tell. */
  readonly dates: readonly (PostDate | undefined)[]
  readonly folder: PostFolder
  readonly commentFolder: CommentFolder
  readonly manifest: Manifest
  /** The site's, IANA. */
  readonly timeZone: string
}

/** Decides what an import writes. Nothing is written here. */
export function planImport(input: ImportInput): ImportPlan {
  const { matches, sequences, dates, folder, commentFolder, manifest, timeZone } = input
  const arrivals = matches.map((match, index) => toArrival(match, dates[index], timeZone))
  const isNew = ({ match }: Arrival) => match.file === undefined && match.entry === undefined
  const newPosts = arrivals.filter((arrival) => isNew(arrival) && !isUnreadable(arrival.match, folder))
  const slugs = assignSlugs(
    newPosts.map(({ named }) => named),
    folder,
  )
  const steps = arrivals.map((arrival) =>
    withComments(planPost(arrival, slugs.get(arrival.named), { folder, timeZone }), arrival, commentFolder),
  )
  const entries = steps.flatMap((step, index) =>
    step.entry === undefined ? [] : [[matches[index]!.postId, step.entry] as const],
  )
  return {
    changes: steps.flatMap(({ change }) => (change === undefined ? [] : [change])),
    problems: [
      ...steps.flatMap(({ problems }) => problems),
      ...toOtherTexts(arrivals.filter((_, index) => steps[index]!.hasOtherText)),
    ],
    manifest: {
      posts: new Map([...manifest.posts, ...entries]),
      orders: mergeOrders(
        manifest.orders,
        sequences.map((places) => places.map((place) => matches[place]!.postId)),
      ),
    },
  }
}

/** The orders of this import and of earlier ones, but for those that another one holds whole; of equals, the latest. */
function mergeOrders(before: Manifest['orders'], now: Manifest['orders']): Manifest['orders'] {
  const all = [...now, ...before]
  const held = all.map((order) => new Set(order))
  const isHeldBy = (order: readonly string[], i: number, other: ReadonlySet<string>, j: number): boolean =>
    i !== j && order.every((id) => other.has(id)) && (other.size > order.length || j < i)
  return all.filter((order, i) => !held.some((other, j) => isHeldBy(order, i, other, j)))
}

interface Step {
  readonly change?: Change | undefined
  readonly entry?: ManifestEntry | undefined
  readonly problems: readonly Problem[]
  /** The post's file keeps another text than this source has. */
  readonly hasOtherText?: boolean | undefined
}

function withComments(step: Step, { match }: Arrival, folder: CommentFolder): Step {
  const { change, entry, problems } = step
  if (change === undefined || entry === undefined) return step
  const source = match.article.comments
  const comments = planComments({ post: match.postId, postPath: change.path, source, entry: match.entry, folder })
  return {
    ...step,
    change: { ...change, comments: comments.change },
    entry: { ...entry, comments: comments.hashes },
    problems: [...problems, ...comments.problems],
  }
}

interface Surroundings {
  readonly folder: PostFolder
  readonly timeZone: string
}

const isUnreadable = ({ postId, entry }: ArticleMatch, { unreadable }: PostFolder): boolean =>
  unreadable.some(({ id, path }) => id === postId || (path === entry?.path && id === undefined))

function planPost(arrival: Arrival, slug: Slug | undefined, surroundings: Surroundings): Step {
  const { file } = arrival.match
  if (file !== undefined) return planKnownPost(arrival, file, surroundings)
  if (slug !== undefined) return planNewPost(arrival, slug, surroundings)
  return { problems: isUnreadable(arrival.match, surroundings.folder) ? [] : [postDeleted(arrival)] }
}

function planNewPost(arrival: Arrival, slug: Slug, { timeZone }: Surroundings): Step {
  const { match, source } = arrival
  const path = `${slug}.md`
  const relations = { notRelatedTo: [] }
  const post: Post = { ...source, ...toFirstValues(match.article), id: match.postId, slug, relations }
  return {
    change: {
      status: isFromSeveral(match) ? 'merged' : 'created',
      path,
      post,
      ...toldBy(match),
      toText: () => formatPost(post, { path, timeZone }),
    },
    entry: toEntryOfNew(arrival, path),
    problems: match.article.title.trim() === '' ? [titleInvented(path, source.title, match)] : [],
  }
}

function planKnownPost(arrival: Arrival, file: PostFile, { timeZone }: Surroundings): Step {
  const { match, source, hashes, isDateAnchored } = arrival
  const { path } = file
  const told = toldBy(match)
  const before = findBefore(arrival)
  const merge = mergePost({ source, sourceHashes: hashes, before, entry: match.entry, post: file.post, isDateAnchored })
  if (merge.conflicts.size > 0) {
    return {
      change: { status: 'conflict', path, post: file.post, ...told },
      entry: match.entry && { ...match.entry, path },
      problems: toConflicts(file, source, merge, timeZone),
    }
  }
  const entry = toEntryOfKnown(arrival, merge, path)
  const isOther = hasOtherText(arrival, merge)
  if (merge.changed.size === 0) {
    return {
      change: { status: 'unchanged', path, post: file.post, ...told },
      entry,
      problems: [],
      hasOtherText: isOther,
    }
  }
  const status = merge.owned.size > 0 || isFromSeveral(match) ? 'merged' : 'updated'
  const text = editPost(file.text, merge.post, merge.changed, { path, timeZone })
  return {
    change: { status, path, post: merge.post, ...told, toText: () => text },
    entry,
    problems: [],
    hasOtherText: isOther,
  }
}

/** What the source gives a new post, and is the owner's from then on. */
const toFirstValues = ({ categories, author, description, updated, permalink, isDraft = false }: ArchivedArticle) => ({
  categories,
  author,
  description,
  updated: updated === undefined || /^\d{4}-\d\d-\d\d(?:$|T)/.test(updated) ? updated : undefined,
  permalink: permalink !== undefined && toServedPath(permalink) !== undefined ? permalink : undefined,
  isDraft,
})

const toldBy = ({ article }: ArticleMatch): Pick<Change, 'origins' | 'files'> => ({
  origins: originsOf(article),
  files: [...new Set(article.sources.map(({ file }) => file))],
})

const isFromSeveral = (match: ArticleMatch): boolean => toldBy(match).files.length > 1

function toConflicts(
  { path, post }: PostFile,
  source: ImportedPost,
  { conflicts }: Merge,
  timeZone: string,
): readonly Problem[] {
  return Array.from(conflicts, (field) => {
    const [inFile, inSource] = fromDifference(toShown(post, field, timeZone), toShown(source, field, timeZone))
    return {
      code: 'IMPORT_CONFLICT',
      message: `${path}: "${field}" is ${shorten(inFile)} in the file, and became ${shorten(inSource)} in the source.`,
      remedy: `Write into the file what is right; "keep: [${field}]" in its front matter keeps yours for good.`,
      source: { file: path },
      severity: 'loss',
    }
  })
}

function toShown(post: ImportedPost, field: ImportedField, timeZone: string): string {
  if (field === 'date') return Object.values(toDateFields(post.date, timeZone)).join(' ')
  const value = post[field]
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}

/** Long texts are shown from the word on in which they differ. */
function fromDifference(a: string, b: string): readonly [string, string] {
  if (a.length < 50 && b.length < 50) return [a, b]
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const start = a.lastIndexOf(' ', same) + 1
  return [a.slice(start), b.slice(start)]
}

const postDeleted = ({ match, source }: Arrival): Problem => ({
  code: 'POST_DELETED',
  message: `${shorten(source.title)} was imported before and its file ${match.entry?.path ?? ''} is gone, so it stays out.`,
  remedy: `To have it back, remove the line of "${match.postId}" from ${manifestName} and import again.`,
  source: match.article.sources[0],
  severity: 'doubt',
})

const titleInvented = (path: string, title: string, { article }: ArticleMatch): Problem => ({
  code: 'TITLE_MISSING',
  message: `An article without a title is called by its first words, ${shorten(title)}.`,
  remedy: `Write its title into ${path}.`,
  source: article.sources[0],
  severity: 'doubt',
})
