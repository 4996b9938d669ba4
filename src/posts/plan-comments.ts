import type { Problem } from '../errors.ts'
import { listSome } from '../errors.ts'
import { formatComments, type PostComment, toCommentPath } from './comment-file.ts'
import type { CommentFolder } from './comment-files.ts'
import { type FieldHashes, type ManifestEntry, toShortHash } from './manifest.ts'
import { mergeComments } from './merge-comments.ts'
import { normaliseBody } from './parse-post.ts'
import type { PostId } from './post.ts'

/** A file of comments that an import writes. */
export interface CommentChange {
  readonly path: string
  readonly toText: () => string
}

export interface CommentStep {
  readonly change?: CommentChange | undefined
  /** For the manifest. */
  readonly hashes?: FieldHashes | undefined
  readonly problems: readonly Problem[]
}

export interface CommentInput {
  readonly post: PostId
  /** Path of the post's file. */
  readonly postPath: string
  /** What the source holds now. */
  readonly source: readonly PostComment[] | undefined
  /** Of the last import. */
  readonly entry: ManifestEntry | undefined
  readonly folder: CommentFolder
}

/** Decides what an import writes of the comments on one post. */
export function planComments({ post, postPath, source, entry, folder }: CommentInput): CommentStep {
  const before = entry?.comments
  if (source === undefined) return { hashes: before, problems: [] }
  const file = folder.files.find((one) => one.post === post)
  const path = file?.path ?? toFreePath(postPath, post, folder)
  if (folder.unreadable.includes(path)) return { hashes: before, problems: [] }
  const wellFormed = source.map((comment) => ({ ...comment, body: normaliseBody(comment.body.toWellFormed()) }))
  const merge = mergeComments({ source: wellFormed, before, inFile: file?.comments })
  const text = formatComments(post, merge.comments)
  const isSame = file === undefined ? merge.comments.length === 0 : text === formatComments(post, file.comments)
  return {
    change: isSame ? undefined : { path, toText: () => text },
    hashes: merge.hashes,
    problems: merge.conflicts.length === 0 ? [] : [toConflict(path, merge.conflicts)],
  }
}

/** Another post's comments may stand under the name, where files were renamed. */
function toFreePath(postPath: string, post: PostId, { files }: CommentFolder): string {
  const path = toCommentPath(postPath)
  const isTaken = files.some((file) => file.path.toLowerCase() === path.toLowerCase())
  return isTaken ? toCommentPath(postPath.replace(/\.md$/, `-${toShortHash(post)}.md`)) : path
}

const toConflict = (path: string, ids: readonly string[]): Problem => ({
  code: 'COMMENT_CONFLICT',
  message: `${path}: comments changed both in the file and in the source: ${listSome(ids)}. The file's were kept.`,
  remedy: 'Write into the file what is right; take a comment out to have it stay out.',
  source: { file: path },
  severity: 'loss',
})
