import { stat } from 'node:fs/promises'
import { type Problem, TagArchiveError } from '../errors.ts'
import { type ArchivedArticle, listTexts } from '../import/archived-article.ts'
import { findBodyAddresses, replaceBodyAddresses } from '../import/media/body-addresses.ts'
import { findMediaEnding } from '../import/media/media-kinds.ts'
import {
  findHost,
  isAbsolute,
  type MediaFolders,
  type SourceLocation,
  toMediaPlaces,
} from '../import/media/media-places.ts'
import { compareCodePoints } from '../markup/compare.ts'
import { type MediaCopy, MediaSearch, readKnownNames } from './media-search.ts'

export interface GatheredMedia {
  /** The articles, with addresses on the new site for what comes along. */
  readonly articles: readonly ArchivedArticle[]
  /** Addresses that this import and earlier ones gave, for the manifest. */
  readonly addresses: ReadonlyMap<string, string>
  /** Files that the posts' folder does not have yet, by name. */
  readonly copies: readonly MediaCopy[]
  /** Absolute paths of files that posts name: those that came along, now or before, and those that were refused. */
  readonly lookedAt: ReadonlySet<string>
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
  const { copies, lookedAt, problems } = search
  return {
    articles: relinked,
    addresses: given,
    copies: Array.from(copies.values()).sort((a, b) => compareCodePoints(a.name, b.name)),
    lookedAt,
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
  const sources = article.sources.flatMap(({ file }) => locations.get(file) ?? [])
  const addresses = new Map<string, string>()
  for (const { address } of listTexts(article).flatMap(findBodyAddresses)) {
    if (addresses.has(address) || findMediaEnding(address) === undefined) continue
    const key = isAbsolute(address) ? address : `${article.sources[0].file} ${address}`
    const name = await search.find(toMediaPlaces(address, sources, folders), { address, article })
    if (name !== undefined) given.set(key, `/${name}`)
    // What came along once stays, though this import may not have it beside it.
    const next = given.get(key)
    if (next !== undefined) addresses.set(address, next)
  }
  if (addresses.size === 0) return article
  const mend = (text: string): string => replaceBodyAddresses(text, ({ address }) => addresses.get(address))
  const comments = article.comments?.map((comment) => ({ ...comment, body: mend(comment.body) }))
  return { ...article, body: mend(article.body), comments }
}

async function expectFolder(folder: string): Promise<void> {
  const info = await stat(folder).catch(() => undefined)
  if (info?.isDirectory()) return
  throw new TagArchiveError('UPLOADS_MISSING', {
    problem: `There is no folder ${folder}.`,
    remedy: 'Give a copy of wp-content/uploads after --uploads, or leave the option out.',
  })
}
