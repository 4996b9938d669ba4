import { readFileSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Problem, TagArchiveError } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'
import { findClashes } from './find-clashes.ts'
import { formatManifest, type Manifest, manifestName } from './manifest.ts'
import { parsePost } from './parse-post.ts'
import type { Change } from './plan-import.ts'
import type { Post } from './post.ts'
import type { PostFile, PostFolder, UnreadableFile } from './post-file.ts'
import { parsePostId } from './post-id.ts'

export interface ReadPostsOptions {
  /** The site's, IANA. */
  readonly timeZone: string
  /** Language of posts that name none. Default `fr`. */
  readonly lang?: string | undefined
}

/**
 * Reads all posts of a folder, in the order of file names, for a build.
 *
 * @returns A file that can't be read as a post is a problem, and left out.
 * @throws {TagArchiveError} where the folder is missing, or two files have one id or one slug.
 */
export async function readPosts(
  directory: string,
  options: ReadPostsOptions,
): Promise<{ readonly posts: readonly Post[]; readonly problems: readonly Problem[] }> {
  const { files, problems } = await readPostFolder(directory, options)
  throwOnClash(files)
  return { posts: files.map(({ post }) => post), problems }
}

/** @throws {TagArchiveError} for the first id or slug that two files have. */
export function throwOnClash(files: readonly PostFile[]): void {
  const clash = findClashes(files)[0]
  if (clash !== undefined) throw new TagArchiveError(clash.code, { problem: clash.message, remedy: clash.remedy })
}

/**
 * Reads the `.md` files that stand directly in a folder. Files whose names begin with a dot or an underscore, and those
 * below it, are not posts.
 */
export async function readPostFolder(directory: string, options: ReadPostsOptions): Promise<PostFolder> {
  const names = (await listFolder(directory)).filter((name) => /^[^._].*\.md$/i.test(name)).sort(compareCodePoints)
  const files: PostFile[] = []
  const unreadable: UnreadableFile[] = []
  const problems: Problem[] = []
  for (const name of names) {
    const text = readText(path.join(directory, name))
    try {
      const parsed = parsePost(text, { path: name, ...options })
      files.push({ path: name, text, post: parsed.post })
      problems.push(...parsed.problems)
    } catch (error) {
      if (!(error instanceof TagArchiveError)) throw error
      unreadable.push({ path: name, id: findId(text) })
      problems.push(toProblem(error, name))
    }
  }
  return { files, unreadable, problems }
}

/** The same for a folder that an import may still have to make. */
export async function readPostFolderIfAny(directory: string, options: ReadPostsOptions): Promise<PostFolder> {
  return readPostFolder(directory, options).catch((error: unknown) => {
    if (error instanceof TagArchiveError && error.code === 'POSTS_MISSING')
      return { files: [], unreadable: [], problems: [] }
    throw error
  })
}

/** The text of the manifest; `undefined` where there is none. */
export async function readManifest(directory: string): Promise<string | undefined> {
  return readFile(path.join(directory, manifestName), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw cannotRead(path.join(directory, manifestName), error)
  })
}

/**
 * Writes what an import decided: posts, then the manifest, each whole or not at all. An import that dies in between is
 * completed by the next one, which finds those posts by their ids.
 */
export async function applyChanges(directory: string, changes: readonly Change[], manifest: Manifest): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
    await removeLeftovers(directory)
    const writes = changes.flatMap((change) => ('text' in change ? [change] : []))
    await inParallel(writes, (change) => writeAtomically(directory, change.path, change.text))
    await writeIfChanged(directory, manifestName, formatManifest(manifest))
  } catch (error) {
    if (error instanceof TagArchiveError) throw error
    throw new TagArchiveError('WRITE_FAILED', {
      problem: `Writing into ${directory} failed: ${toReason(error)}.`,
      remedy:
        'Make room or give the right to write there, and import again; files that were not reached are as before.',
      cause: error,
    })
  }
}

/** One by one and synchronously: for small files twice as fast as promises, and memory stays flat. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw cannotRead(file, error)
  }
}

async function listFolder(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
    throw cannotRead(directory, error)
  })
  return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name)
}

const cannotRead = (place: string, cause: unknown): TagArchiveError =>
  new TagArchiveError(isMissing(cause) ? 'POSTS_MISSING' : 'POSTS_UNREADABLE', {
    problem: isMissing(cause) ? `There is no folder ${place}.` : `${place} can't be read: ${toReason(cause)}.`,
    remedy: isMissing(cause)
      ? 'Fill it with `npx tag-archive import FILE`, or name the folder that holds the posts.'
      : 'Give the right to read it, or move it away.',
    cause,
  })

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** `ENOSPC: no space left on device, write` */
const toReason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function findId(text: string): UnreadableFile['id'] {
  const found = /^id:[ \t]*["']?([^\s"']+)/m.exec(text)?.[1]
  return found === undefined ? undefined : parsePostId(found)
}

const toProblem = ({ code, problem, remedy }: TagArchiveError, file: string): Problem => ({
  code,
  message: problem,
  remedy,
  source: { file },
  severity: 'loss',
})

const temporaryName = (name: string): string => `.tag-archive-${name}.tmp`

/** What an import left behind that was killed between writing and renaming. */
async function removeLeftovers(directory: string): Promise<void> {
  const names = await listFolder(directory)
  const leftovers = names.filter((name) => /^\.tag-archive-.*\.tmp$/.test(name))
  await inParallel(leftovers, (name) => rm(path.join(directory, name), { force: true }))
}

async function writeIfChanged(directory: string, name: string, text: string): Promise<void> {
  const current = await readFile(path.join(directory, name), 'utf8').catch(() => undefined)
  if (current !== text) await writeAtomically(directory, name, text)
}

/** Temporary file in the same folder, flushed to the disk, then renamed: a reader sees the old file or the new one. */
async function writeAtomically(directory: string, name: string, text: string): Promise<void> {
  const temporary = path.join(directory, temporaryName(name))
  try {
    const handle = await open(temporary, 'w')
    try {
      await handle.writeFile(text, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path.join(directory, name))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Sixteen at a time: enough for the disk to gather its flushes, far from any limit on open files. */
async function inParallel<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values()
  const work = async () => {
    for (const item of queue) await act(item)
  }
  await Promise.all(Array.from({ length: 16 }, work))
}
