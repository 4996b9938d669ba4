import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Problem, TagArchiveError, toReason } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'
import { type CommentFile, isCommentFile, parseComments } from './comment-file.ts'
import { listFolder } from './post-files.ts'

/** The files of comments in a folder of posts, in the order of their names. */
export interface CommentFolder {
  readonly files: readonly CommentFile[]
  /** Paths of those that can't be read: no import may write over them. */
  readonly unreadable: readonly string[]
  readonly problems: readonly Problem[]
}

export const noComments: CommentFolder = { files: [], unreadable: [], problems: [] }

/** @throws {TagArchiveError} where the folder can't be read. */
export async function readCommentFiles(directory: string): Promise<CommentFolder> {
  const names = (await listFolder(directory)).filter(isCommentFile).sort(compareCodePoints)
  const files: CommentFile[] = []
  const problems: Problem[] = []
  for (const name of names) {
    try {
      files.push(parseComments(await readText(directory, name), name))
    } catch (error) {
      if (!(error instanceof TagArchiveError)) throw error
      const { code, problem: message, remedy } = error
      problems.push({ code, message, remedy, source: { file: name }, severity: 'loss' })
    }
  }
  return { files, unreadable: problems.map(({ source }) => source!.file), problems }
}

async function readText(directory: string, name: string): Promise<string> {
  return readFile(path.join(directory, name), 'utf8').catch((cause: unknown) => {
    throw new TagArchiveError('COMMENTS_INVALID', {
      problem: `${name} can't be read: ${toReason(cause)}.`,
      remedy: 'Give the right to read it, or remove it.',
      cause,
    })
  })
}
