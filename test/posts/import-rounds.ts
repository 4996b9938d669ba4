import type { PostDate } from '../../src/dating/post-date.ts'
import type { ArchivedArticle } from '../../src/import/archived-article.ts'
import { findOwnerDate } from '../../src/posts/arrival.ts'
import { isCommentFile, parseComments } from '../../src/posts/comment-file.ts'
import { type CommentFolder, noComments } from '../../src/posts/comment-files.ts'
import { formatManifest, manifestName } from '../../src/posts/manifest.ts'
import { matchArticles } from '../../src/posts/match-articles.ts'
import { toManifest } from '../../src/posts/open-import-target.ts'
import { parsePost } from '../../src/posts/parse-post.ts'
import { type ImportPlan, planImport } from '../../src/posts/plan-import.ts'
import type { PostFolder } from '../../src/posts/post-file.ts'

const timeZone = 'Europe/Paris'

/** File names and texts: a folder of posts that a test can edit between two imports. */
export type Folder = ReadonlyMap<string, string>

export interface Round {
  readonly folder: Folder
  readonly plan: ImportPlan
  /** Status by slug, in the archive's order. */
  readonly statuses: Readonly<Record<string, string>>
  readonly codes: readonly string[]
}

/** One import into `folder`, all in memory. Dates: by title; an owner's date holds, as in the dating stage. */
export function importRound(
  articles: readonly ArchivedArticle[],
  folder: Folder = new Map(),
  datesByTitle: Readonly<Record<string, PostDate>> = {},
): Round {
  const target = toPostFolder(folder)
  const { manifest, problem } = toManifest(folder.get(manifestName), target)
  const matches = matchArticles(articles, target, manifest)
  const dates = matches.map((match) => findOwnerDate(match) ?? datesByTitle[match.article.title])
  const sequences = [[...matches.keys()]]
  const commentFolder = toCommentFolder(folder)
  const plan = planImport({ matches, sequences, dates, folder: target, commentFolder, manifest, timeZone })
  const written = plan.changes.flatMap((change) =>
    [...('toText' in change ? [change] : []), ...(change.comments === undefined ? [] : [change.comments])].map(
      ({ path, toText }) => [path, toText()] as const,
    ),
  )
  return {
    folder: new Map([...folder, ...written, [manifestName, formatManifest(plan.manifest)]]),
    plan,
    statuses: Object.fromEntries(plan.changes.map(({ post, status }) => [post.slug, status])),
    codes: [...(problem === undefined ? [] : [problem]), ...plan.problems].map(({ code }) => code),
  }
}

/** The folder after an owner replaced some text in a file. */
export function edited(folder: Folder, path: string, from: RegExp | string, to: string): Folder {
  const text = folder.get(path)
  const isThere = typeof from === 'string' ? text?.includes(from) : from.test(text ?? '')
  if (text === undefined || !isThere) throw new Error(`${path} has no ${from}: ${text}`)
  return new Map(folder).set(path, text.replace(from, to))
}

/** The folder without some files. */
export const without = (folder: Folder, ...paths: readonly string[]): Folder =>
  new Map(Array.from(folder).filter(([path]) => !paths.includes(path)))

const toCommentFolder = (folder: Folder): CommentFolder => ({
  ...noComments,
  files: Array.from(folder)
    .filter(([path]) => isCommentFile(path))
    .map(([path, text]) => parseComments(text, path)),
})

function toPostFolder(folder: Folder): PostFolder {
  const files = Array.from(folder)
    .filter(([path]) => path.endsWith('.md'))
    .map(([path, text]) => ({ path, text, post: parsePost(text, { path, timeZone }).post }))
  return { files, unreadable: [], problems: [] }
}
