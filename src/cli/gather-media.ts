import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Problem, TagArchiveError } from '../errors.ts'
import type { ArchivedArticle } from '../import/archived-article.ts'
import { findBodyAddresses, replaceBodyAddresses } from '../import/media/body-addresses.ts'
import { findMediaEnding, findMediaRefusal } from '../import/media/media-kinds.ts'
import {
  findHost,
  isAbsolute,
  type MediaFolders,
  type SourceLocation,
  toMediaPlaces,
} from '../import/media/media-places.ts'
import { toMediaRefused } from '../import/media/media-problems.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { FileCopy } from '../posts/apply-changes.ts'
import { toSlug } from '../posts/slug.ts'

export interface MediaCopy extends FileCopy {
  readonly size: number
}

export interface GatheredMedia {
  /** The articles, with addresses on the new site for what comes along. */
  readonly articles: readonly ArchivedArticle[]
  /** Addresses that this import and earlier ones gave, for the manifest. */
  readonly addresses: ReadonlyMap<string, string>
  /** Files that the posts' folder does not have yet, by name. */
  readonly copies: readonly MediaCopy[]
  readonly problems: readonly Problem[]
}

export interface MediaInput {
  readonly articles: readonly ArchivedArticle[]
  /** Of archive files, by the path that articles name. */
  readonly locations: ReadonlyMap<string, SourceLocation>
  readonly uploads: string | undefined
  /** Folder of the posts. */
  readonly directory: string
  /** Addresses that earlier imports gave. */
  readonly known: ReadonlyMap<string, string> | undefined
}

/**
 * Finds the pictures, sounds, films and documents of articles that lie beside their sources or in a copy of the old uploads.
 *
 * A file is named for itself and for what it holds: two files never have one name, and one file comes once.
 */
export async function gatherMedia({
  articles,
  locations,
  uploads,
  directory,
  known,
}: MediaInput): Promise<GatheredMedia> {
  if (uploads !== undefined) await expectFolder(uploads)
  const hosts = articles.flatMap(({ sources }) => sources.flatMap(({ url }) => findHost(url ?? '') ?? []))
  const folders: MediaFolders = { uploads, hosts: new Set(hosts) }
  const search = new MediaSearch(await readKnownNames(directory))
  const relinked: ArchivedArticle[] = []
  const given = new Map(known)
  // One after another: an archive may have more pictures than files may be open at once.
  for (const article of articles) relinked.push(await relink(article, { locations, folders, search, given }))
  const { copies, problems } = search
  return {
    articles: relinked,
    addresses: given,
    copies: Array.from(copies.values()).sort((a, b) => compareCodePoints(a.name, b.name)),
    problems,
  }
}

interface Surroundings extends Pick<MediaInput, 'locations'> {
  readonly folders: MediaFolders
  readonly search: MediaSearch
  /** Grows with each file that is found. */
  readonly given: Map<string, string>
}

async function relink(
  article: ArchivedArticle,
  { locations, folders, search, given }: Surroundings,
): Promise<ArchivedArticle> {
  const source = article.sources.map(({ file }) => locations.get(file)).find((location) => location !== undefined)
  const addresses = new Map<string, string>()
  for (const { address } of findBodyAddresses(article.body)) {
    if (addresses.has(address) || findMediaEnding(address) === undefined) continue
    const key = isAbsolute(address) ? address : `${article.sources[0].file} ${address}`
    const name = await search.find(toMediaPlaces(address, source, folders), { address, article })
    if (name !== undefined) given.set(key, `/${name}`)
    // What came along once stays, though this import may not have it beside it.
    const next = given.get(key)
    if (next !== undefined) addresses.set(address, next)
  }
  if (addresses.size === 0) return article
  return { ...article, body: replaceBodyAddresses(article.body, ({ address }) => addresses.get(address)) }
}

class MediaSearch {
  readonly copies = new Map<string, MediaCopy>()
  readonly problems: Problem[] = []
  /** By their hash: those that are beside the posts, or will be. */
  readonly #names: Map<string, string>
  /** By real path: what was made of a file that was looked at before. */
  readonly #seen = new Map<string, string | undefined>()

  constructor(names: ReadonlyMap<string, string>) {
    this.#names = new Map(names)
  }

  async find(
    places: readonly { readonly root: string; readonly file: string }[],
    asked: { readonly address: string; readonly article: ArchivedArticle },
  ): Promise<string | undefined> {
    for (const { root, file } of places) {
      const real = await findRealFile(root, file)
      if (real === undefined) continue
      if (!this.#seen.has(real)) this.#seen.set(real, await this.#take(real, file, asked))
      return this.#seen.get(real)
    }
    return undefined
  }

  async #take(
    real: string,
    file: string,
    { address, article }: { readonly address: string; readonly article: ArchivedArticle },
  ): Promise<string | undefined> {
    const ending = findMediaEnding(file)
    const { size } = await stat(real)
    const refusal = size > mostBytes ? 'is larger than 100 MB' : await findRefusal(ending, real)
    if (ending === undefined || refusal !== undefined) {
      this.problems.push(toMediaRefused(address, refusal ?? 'is of no kind that a post shows', article.sources[0]))
      return undefined
    }
    const hash = await hashFile(real)
    const known = this.#names.get(`${hash}.${ending}`)
    if (known !== undefined) return known
    const name = `media/${toSlug(path.basename(file, path.extname(file)), { maxLength: 60 })}-${hash}.${ending}`
    this.#names.set(`${hash}.${ending}`, name)
    this.copies.set(name, { name, from: real, size })
    return name
  }
}

/** What GitHub takes of one file. */
const mostBytes = 100e6

/** A file as it lies on the disk, links followed; none that a link leads to outside the folder. */
async function findRealFile(root: string, file: string): Promise<string | undefined> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(file)])
    const below = path.relative(realRoot, real)
    const isInside = below !== '' && !below.startsWith('..') && !path.isAbsolute(below)
    return isInside && (await stat(real)).isFile() ? real : undefined
  } catch {
    return undefined
  }
}

async function findRefusal(ending: string | undefined, file: string): Promise<string | undefined> {
  if (ending === undefined) return undefined
  return findMediaRefusal(ending, ending === 'svg' ? await readFile(file) : await readStart(file))
}

async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(64), 0, 64, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** 64 bits of what a file holds: enough for the files of any blog. */
async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return hash.digest('hex').slice(0, 16)
}

/** Files that an earlier import copied, by hash and ending: their names stay. */
async function readKnownNames(directory: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(path.join(directory, 'media')).catch(() => [])
  return new Map(
    names.sort(compareCodePoints).flatMap((name) => {
      const hash = /-([0-9a-f]{16}\.\w+)$/.exec(name)?.[1]
      return hash === undefined ? [] : [[hash, `media/${name}`] as const]
    }),
  )
}

async function expectFolder(folder: string): Promise<void> {
  const info = await stat(folder).catch(() => undefined)
  if (info?.isDirectory()) return
  throw new TagArchiveError('UPLOADS_MISSING', {
    problem: `There is no folder ${folder}.`,
    remedy: 'Give a copy of wp-content/uploads after --uploads, or leave the option out.',
  })
}
