import { TagArchiveError } from '../errors.ts'
import type { ArchivedComment } from '../import/archived-comment.ts'
import { isRecord } from '../is-record.ts'
import { normaliseBody } from './parse-post.ts'
import type { PostId } from './post.ts'
import { parsePostId } from './post-id.ts'

/** What readers wrote under a post. */
export type PostComment = ArchivedComment

/** The comments of one post, in a file beside it. */
export interface CommentFile {
  /** Path in the posts folder, such as `bonjour.comments.json`. Found by its ending: the post is named inside. */
  readonly path: string
  readonly post: PostId
  /** In the order in which they are shown. */
  readonly comments: readonly PostComment[]
}

export const isCommentFile = (name: string): boolean => /^[^._][^/]*\.comments\.json$/.test(name)

/** Where an import puts the comments of a post. */
export const toCommentPath = (postPath: string): string => postPath.replace(/\.md$/, '.comments.json')

/** One comment a line: a line that is taken out is a comment that is taken out. */
export function formatComments(post: PostId, comments: readonly PostComment[]): string {
  const lines = comments.map(({ id, parent, author, date, body }) => JSON.stringify({ id, parent, author, date, body }))
  return `{ "post": ${JSON.stringify(post)}, "comments": [\n${lines.join(',\n')}\n] }\n`
}

/** @throws {TagArchiveError} `COMMENTS_INVALID`, with the file and what is wrong in it. */
export function parseComments(text: string, path: string): CommentFile {
  const value = parseJson(text, path)
  const post = isRecord(value) && typeof value.post === 'string' ? parsePostId(value.post) : undefined
  if (!isRecord(value) || post === undefined || !Array.isArray(value.comments))
    throw invalid(path, 'has not the keys "post" and "comments"')
  const comments = value.comments.map((comment: unknown, at) => {
    const parsed = parseComment(comment)
    if (parsed === undefined) throw invalid(path, `has no text under "id" or "body" in comment ${at + 1}`)
    return parsed
  })
  return { path, post, comments }
}

function parseJson(text: string, path: string): unknown {
  try {
    // An owner who takes out the last line leaves a comma behind, and some editors a mark before the first character.
    return JSON.parse(text.replace(/^\ufeff/, ' ').replace(/,(?=\s*\]\s*\}\s*$)/, ''))
  } catch (cause) {
    throw invalid(path, `is no JSON${toPlace(text, cause)}`, cause)
  }
}

/** Where the parser stopped, as an editor counts: a comma that is missing is missed on the line after it. */
function toPlace(text: string, cause: unknown): string {
  const position = /at position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1]
  return position === undefined ? '' : ` from line ${text.slice(0, Number(position)).split('\n').length} on`
}

function parseComment(value: unknown): PostComment | undefined {
  if (!isRecord(value)) return undefined
  const { parent, author, date, body } = value
  const id = typeof value.id === 'number' ? String(value.id) : value.id
  if (typeof id !== 'string' || typeof body !== 'string') return undefined
  return { id, parent: toText(parent), author: toText(author), date: toText(date), body: normaliseBody(body) }
}

/** A number that was written without quotes is one, too. */
const toText = (value: unknown): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined

const invalid = (path: string, what: string, cause?: unknown): TagArchiveError =>
  new TagArchiveError('COMMENTS_INVALID', {
    problem: `${path} ${what}, so its comments can't be read.`,
    remedy: 'Mend or restore it, or remove it: an import then leaves those comments out for good.',
    cause,
  })
