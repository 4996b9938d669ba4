import { lstatSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { listSome, type Problem, TagArchiveError, toReason } from '../errors.ts'
import { listFilesBelow } from '../files-below.ts'
import { compareCodePoints } from '../markup/compare.ts'
import { type TakeTurn, takeNoTurn } from '../steps.ts'
import { findClashes } from './find-clashes.ts'
import type { KeptFiles } from './kept-files.ts'
import { manifestName } from './manifest.ts'
import { parsePost, toSlugOfFile } from './parse-post.ts'
import type { Post } from './post.ts'
import type { FileOfPost, PostFile, PostFolder, UnreadableFile } from './post-file.ts'
import { parsePostId } from './post-id.ts'
import { withoutRelationsTo } from './relations-to.ts'

export interface ReadPostsOptions {
  /** The site's, IANA. */
  readonly timeZone: string
  /** Language of posts that name none. Default `fr`. */
  readonly lang?: string | undefined
}

export interface ReadPosts {
  readonly posts: readonly Post[]
  /** Files that can't be read as posts. */
  readonly leftOut: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * Reads all posts of a folder, in the order of file names, for a build.
 *
 * @returns A file that can't be read as a post is a problem, and left out.
 * @throws {TagArchiveError} where the folder is missing, or two files have one id or one slug.
 */
export async function readPosts(
  directory: string,
  options: ReadPostsOptions & ReadForBuildOptions,
): Promise<ReadPosts> {
  const { recallKept, takeTurn = takeNoTurn, onRead, ...postOptions } = options
  const listing = listPostNames(directory)
  const kept = recallKept?.()
  const { names, strays } = await listing
  const found: FoundFile[] = []
  // To join thousands takes longer than to look at the files.
  const folder = path.join(directory, 'a').slice(0, -1)
  for (const name of names) {
    const place = folder + name
    const read = () => withoutText(readFileAs(name, readText(place), postOptions))
    const one = kept === undefined ? read() : kept.recall(place, read)
    found.push(one)
    if ('post' in one.file) onRead?.(one.file.post)
    const turn = takeTurn()
    // To wait for nothing takes time too, ten thousand times.
    if (turn !== undefined) await turn
  }
  kept?.end()
  const { files, unreadable, ...rest } = sortOut(found, strays)
  throwOnClash(files)
  const posts = files.map(({ post }) => post)
  return {
    posts: withoutRelationsTo(posts, new Set(unreadable.map(({ slug }) => slug))),
    leftOut: unreadable.map((file) => file.path),
    ...rest,
  }
}

/**
 * Reads a post that was edited since all were read.
 *
 * @returns `undefined` where the file is no post now, or was none, or is another one.
 */
export function readEditedPost(
  file: string,
  { kept, ...options }: ReadPostsOptions & { readonly kept: KeptPosts },
): Post | undefined {
  const earlier = kept.findLatest(file)?.file
  if (earlier === undefined || !('post' in earlier)) return undefined
  const text = readTextIfAny(file)
  if (text === undefined) return undefined
  const { file: now } = readFileAs(earlier.path, text, options)
  return 'post' in now && now.post.id === earlier.post.id && now.post.slug === earlier.post.slug ? now.post : undefined
}

/** What is in a file of the folder. */
export interface FoundFile {
  readonly file: FileOfPost | UnreadableFile
  readonly problems: readonly Problem[]
}

/** Posts that were read before, by the same options. */
export type KeptPosts = KeptFiles<FoundFile>

export interface ReadForBuildOptions {
  /** Gives what is kept of an earlier build, which takes its time: meanwhile the folder is listed. */
  readonly recallKept?: (() => KeptPosts) | undefined
  readonly takeTurn?: TakeTurn | undefined
  /** Told of each post as soon as it is read. */
  readonly onRead?: ((post: Post) => void) | undefined
}

/** @throws {TagArchiveError} for the first id or slug that two files have. */
export function throwOnClash(files: readonly FileOfPost[]): void {
  const clash = findClashes(files)[0]
  if (clash !== undefined) throw new TagArchiveError(clash.code, { problem: clash.message, remedy: clash.remedy })
}

/**
 * Reads the `.md` files that stand directly in a folder. Files whose names begin with a dot or an underscore, and those
 * below it, are not posts.
 */
export async function readPostFolder(directory: string, options: ReadPostsOptions): Promise<PostFolder> {
  const { names, strays } = await listPostNames(directory)
  const found = names.map((name) => readFileAs(name, readText(path.join(directory, name)), options))
  return sortOut(found, strays)
}

async function listPostNames(directory: string): Promise<{
  readonly names: readonly string[]
  readonly strays: readonly Problem[]
}> {
  const all = await listFolder(directory)
  return {
    names: all.filter((name) => /^[^._][^/]*\.md$/i.test(name)).sort(compareCodePoints),
    strays: findStrays(all),
  }
}

function sortOut<File extends FileOfPost>(
  found: readonly { readonly file: File | UnreadableFile; readonly problems: readonly Problem[] }[],
  strays: readonly Problem[],
) {
  const files: File[] = []
  const unreadable: UnreadableFile[] = []
  const problems = [...strays]
  for (const one of found) {
    if ('post' in one.file) files.push(one.file)
    else unreadable.push(one.file)
    problems.push(...one.problems)
  }
  return { files, unreadable, problems }
}

/** A build needs no more than the post. */
const withoutText = ({ file, problems }: ReadFile): FoundFile => ({
  file: 'post' in file ? { path: file.path, post: file.post } : file,
  problems,
})

interface ReadFile {
  readonly file: PostFile | UnreadableFile
  readonly problems: readonly Problem[]
}

function readFileAs(name: string, text: string, options: ReadPostsOptions): ReadFile {
  try {
    const { post, problems } = parsePost(text, { path: name, ...options })
    return { file: { path: name, text, post }, problems }
  } catch (error) {
    if (!(error instanceof TagArchiveError)) throw error
    return { file: toUnreadable(name, text), problems: [toProblem(error, name)] }
  }
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

/** One by one and synchronously: for small files twice as fast as promises, and memory stays flat. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    // A file that is not there is no missing folder: an import makes a folder anew, and would write over the owner's posts.
    throw isMissing(error) ? cannotFind(file, error) : cannotRead(file, error)
  }
}

function readTextIfAny(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Files of a folder and of those below it, and links to such, with `/` between parts. */
export async function listFolder(directory: string): Promise<readonly string[]> {
  return listFilesBelow(directory, (entry) => entry.isFile() || entry.isSymbolicLink()).catch((error: unknown) => {
    throw cannotRead(directory, error)
  })
}

/** Files that look like posts and stand where none is looked for. */
function findStrays(names: readonly string[]): readonly Problem[] {
  const strays = names
    .filter((name) => !/(?:^|\/)[._]/.test(name) && (/\.markdown$/i.test(name) || /\/.*\.md$/i.test(name)))
    .sort(compareCodePoints)
  if (strays.length === 0) return []
  return [
    {
      code: 'FILES_IGNORED',
      message: `${listSome(strays)}: posts are the .md files that stand directly in the folder, so these are none.`,
      remedy: 'Move or rename what is a post; a name that begins with "_" is ignored without a word.',
      severity: 'doubt',
    },
  ]
}

function cannotRead(place: string, cause: unknown): TagArchiveError {
  if (isMissing(cause)) {
    return new TagArchiveError('POSTS_MISSING', {
      problem: `There is no folder ${place}.`,
      remedy: 'Fill it with `npx tag-archive import FILE`, or name the folder that holds the posts.',
      cause,
    })
  }
  const isFile = hasCode(cause, 'ENOTDIR')
  return new TagArchiveError('POSTS_UNREADABLE', {
    problem: isFile
      ? `${place} is a file, and posts stand in a folder.`
      : `${place} can't be read: ${toReason(cause)}.`,
    remedy: isFile ? 'Name a folder.' : 'Give the right to read it, or move it away.',
    cause,
  })
}

/** Of a file that its folder lists. */
function cannotFind(file: string, cause: unknown): TagArchiveError {
  const isLink = lstatSync(file, { throwIfNoEntry: false }) !== undefined
  return new TagArchiveError('POSTS_UNREADABLE', {
    problem: isLink
      ? `${file} is a link to a file that is not there.`
      : `${file} was removed while the posts were read.`,
    remedy: isLink ? 'Bring back what it leads to, or remove it.' : 'Try again, once nobody changes the folder.',
    cause,
  })
}

const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT')

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

function toUnreadable(name: string, text: string): UnreadableFile {
  const find = (key: string) => new RegExp(`^${key}:[ \\t]*["']?([^\\s"']+)`, 'm').exec(text)?.[1]
  const id = find('id')
  return { path: name, slug: find('slug') ?? toSlugOfFile(name), id: id === undefined ? undefined : parsePostId(id) }
}

const toProblem = ({ code, problem, remedy }: TagArchiveError, file: string): Problem => ({
  code,
  message: problem,
  remedy,
  source: { file },
  severity: 'loss',
})
