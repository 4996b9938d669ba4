import { chmod, copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { TagArchiveError, toReason } from '../errors.ts'
import { formatManifest, type Manifest, manifestName } from './manifest.ts'
import type { Change } from './plan-import.ts'
import { listFolder } from './post-files.ts'

/**
 * Writes what an import decided: first every file beside its place and flushed to the disk, then all of them, and last the
 * manifest, into place. So a full disk changes nothing, and a reader sees each file old or new. An import that dies while it
 * puts files into place is completed by the next one, which finds those posts by their ids.
 *
 * @throws {TagArchiveError} `WRITE_FAILED`.
 */
export async function applyChanges(
  directory: string,
  changes: readonly Change[],
  manifest: Manifest,
  copies: readonly FileCopy[] = [],
): Promise<void> {
  const texts = changes.flatMap(toTexts)
  try {
    await mkdir(directory, { recursive: true })
    await removeLeftovers(directory)
    const written = [...texts, ...(await toManifestFile(directory, manifest))]
    await inParallel(copies, ({ name, from }) => copyBeside(directory, name, from))
    await inParallel(written, ({ name, toText }) => writeBeside(directory, name, toText()))
    if (copies.length > 0) await mkdir(path.join(directory, 'media'), { recursive: true })
    // A post must not show a picture that is not there.
    const files = [...copies, ...written]
    // The manifest comes last: it must not tell of posts that are not there.
    for (const { name } of files) await rename(toTemporary(directory, name), path.join(directory, name))
  } catch (error) {
    await removeLeftovers(directory).catch(() => undefined)
    throw cannotWrite(directory, error)
  }
}

/** A file that comes along with the posts. */
export interface FileCopy {
  /** Below the folder of the posts, with `/` between parts. */
  readonly name: string
  /** Where it lies now. */
  readonly from: string
}

interface TextFile {
  readonly name: string
  readonly toText: () => string
}

const toTexts = (change: Change): readonly TextFile[] => [
  ...('toText' in change ? [{ name: change.path, toText: change.toText }] : []),
  ...(change.comments === undefined ? [] : [{ name: change.comments.path, toText: change.comments.toText }]),
]

/** Nothing where the file says the same already. */
async function toManifestFile(directory: string, manifest: Manifest): Promise<readonly TextFile[]> {
  const text = formatManifest(manifest)
  const current = await readFile(path.join(directory, manifestName), 'utf8').catch(() => undefined)
  return current === text ? [] : [{ name: manifestName, toText: () => text }]
}

const toTemporary = (directory: string, name: string): string =>
  path.join(directory, `.tag-archive-${name.replaceAll('/', '-')}.tmp`)

/** What an import left behind that was killed before its files were in place. */
async function removeLeftovers(directory: string): Promise<void> {
  const names = await listFolder(directory)
  const leftovers = names.filter((name) => /^\.tag-archive-.*\.tmp$/.test(name))
  await inParallel(leftovers, (name) => rm(path.join(directory, name), { force: true }))
}

async function copyBeside(directory: string, name: string, from: string): Promise<void> {
  await copyFile(from, toTemporary(directory, name))
  // A copy of a file that may only be read may not be opened for its flush.
  await chmod(toTemporary(directory, name), 0o644)
  const handle = await open(toTemporary(directory, name), 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeBeside(directory: string, name: string, text: string): Promise<void> {
  const handle = await open(toTemporary(directory, name), 'w')
  try {
    await handle.writeFile(text, 'utf8')
    await handle.sync()
  } finally {
    await handle.close()
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

const cannotWrite = (directory: string, cause: unknown): TagArchiveError =>
  new TagArchiveError('WRITE_FAILED', {
    problem: `Writing into ${directory} failed: ${toReason(cause)}.`,
    remedy: 'Make room or give the right to write there, and import again: what is in place already stays as it is.',
    cause,
  })
