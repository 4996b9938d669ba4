import type { Problem } from '../errors.ts'
import { type CommentFolder, noComments, readCommentFiles } from './comment-files.ts'
import { emptyManifest, type Manifest, manifestName, parseManifest } from './manifest.ts'
import type { PostFolder } from './post-file.ts'
import { type ReadPostsOptions, readManifest, readPostFolderIfAny, throwOnClash } from './post-files.ts'

/** The folder that an import writes to, as it stands. */
export interface ImportTarget {
  readonly folder: PostFolder
  readonly commentFolder: CommentFolder
  readonly manifest: Manifest
  /** Of the folder and of the manifest. */
  readonly problems: readonly Problem[]
}

/** @throws {TagArchiveError} where two files have one id or one slug: an import would not know which to change. */
export async function openImportTarget(directory: string, options: ReadPostsOptions): Promise<ImportTarget> {
  const folder = await readPostFolderIfAny(directory, options)
  throwOnClash(folder.files)
  const commentFolder = folder.files.length === 0 ? noComments : await readCommentFiles(directory)
  const { manifest, problem } = toManifest(await readManifest(directory), folder)
  const problems = [...folder.problems, ...commentFolder.problems, ...(problem === undefined ? [] : [problem])]
  return { folder, commentFolder, manifest, problems }
}

/** @param text - Of the manifest; `undefined` where there is none. */
export function toManifest(
  text: string | undefined,
  { files, unreadable }: PostFolder,
): { readonly manifest: Manifest; readonly problem?: Problem | undefined } {
  const isEmpty = files.length + unreadable.length === 0
  if (text === undefined) return { manifest: emptyManifest, problem: isEmpty ? undefined : manifestMissing }
  const manifest = parseManifest(text)
  if ('code' in manifest) return { manifest: emptyManifest, problem: manifest }
  // An owner deletes posts one by one; who deletes all of them starts again.
  if (isEmpty && manifest.posts.size > 0) return { manifest: emptyManifest, problem: folderCleared }
  return { manifest }
}

const manifestMissing: Problem = {
  code: 'MANIFEST_MISSING',
  message: `${manifestName} is missing beside the posts, so what earlier imports wrote is not known.`,
  remedy:
    'Restore it, if there was one; otherwise posts are matched by id, and where file and source differ the file is kept.',
  source: { file: manifestName },
  severity: 'doubt',
}

const folderCleared: Problem = {
  code: 'FOLDER_CLEARED',
  message: `${manifestName} tells of posts, but the folder holds none, so all are written again.`,
  remedy: 'Nothing to do, if you emptied the folder to start again.',
  source: { file: manifestName },
  severity: 'doubt',
}
