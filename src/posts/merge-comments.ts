import type { PostComment } from './comment-file.ts'
import { type FieldHashes, toShortHash } from './manifest.ts'

export interface CommentMergeInput {
  /** The source now. */
  readonly source: readonly PostComment[]
  /** Hash of each comment as an import last met it, by id; absent where none is on record. */
  readonly before: FieldHashes | undefined
  /** As the file has them; absent where there is no file. */
  readonly inFile: readonly PostComment[] | undefined
}

export interface CommentMerge {
  readonly comments: readonly PostComment[]
  /** What the next import compares with. */
  readonly hashes: FieldHashes
  /** Ids of comments that both changed: the file keeps its own. */
  readonly conflicts: readonly string[]
}

/**
 * Merges comments one by one, as posts are merged field by field: what the source adds comes in, what the owner took out stays
 * out, and who alone changed a comment wins it.
 *
 * Without a record, a file that is there is the owner's, and nothing is added to it.
 */
export function mergeComments({ source, before, inFile }: CommentMergeInput): CommentMerge {
  const hashes = { ...before, ...Object.fromEntries(source.map((comment) => [comment.id, toHash(comment)])) }
  if (before === undefined) return { comments: inFile ?? source, hashes, conflicts: [] }
  const sourceById = new Map(source.map((comment) => [comment.id, comment]))
  const known = new Map(Object.entries(before))
  const kept = (inFile ?? []).map((own) => decide(own, sourceById.get(own.id), known.get(own.id)))
  const conflicts = kept.filter(({ isConflict }) => isConflict).map(({ comment }) => comment.id)
  const keptIds = new Set(kept.map(({ comment }) => comment.id))
  const added = source.filter(({ id }) => !known.has(id) && !keptIds.has(id))
  return {
    comments: [...kept.map(({ comment }) => comment), ...added],
    hashes: { ...hashes, ...Object.fromEntries(conflicts.map((id) => [id, known.get(id)!])) },
    conflicts,
  }
}

interface Decision {
  readonly comment: PostComment
  readonly isConflict: boolean
}

function decide(own: PostComment, source: PostComment | undefined, before: string | undefined): Decision {
  const isOwners = toHash(own) !== before
  const isNews = source !== undefined && toHash(source) !== before
  if (source === undefined || !isNews || toHash(own) === toHash(source)) return { comment: own, isConflict: false }
  // A comment that no import met before is the owner's: two blogs may have given one number twice.
  if (before === undefined) return { comment: own, isConflict: false }
  return isOwners ? { comment: own, isConflict: true } : { comment: source, isConflict: false }
}

const toHash = ({ id, parent, author, date, body }: PostComment): string =>
  toShortHash(JSON.stringify([id, parent, author, date, body]))
