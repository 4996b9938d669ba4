import { closeSync, openSync, readSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { listSome, type Problem, TagArchiveError, toReason } from '../errors.ts'
import { listFilesBelow } from '../files-below.ts'
import { detectFormat } from '../import/detect-format.ts'
import type { InputFile } from '../import/import-archives.ts'
import { compareNaturally } from '../import/join-pages.ts'
import type { SourceLocation } from '../import/media/media-places.ts'

export interface Input {
  /**
   * In the order given; those of a folder by name, numbers by value. Their path is their name, or their path below the
   * folder that was given, with `/` between parts: it stands in front matter, where no machine's own paths belong.
   */
  readonly files: readonly InputFile[]
  /** Where they lie, by path. */
  readonly locations: ReadonlyMap<string, SourceLocation>
  /** What stood in a folder and was not read. */
  readonly skipped: readonly SkippedFile[]
  /** What could not be read. */
  readonly problems: readonly Problem[]
}

export interface SkippedFile {
  readonly name: string
  readonly absolute: string
  readonly reason: string
}

/**
 * Reads the files that were given, and those below the folders that were given.
 *
 * @throws {TagArchiveError} where a path is missing, a file given by name is empty or no text, or nothing is left to read.
 */
export async function readInput(paths: readonly string[], cwd: string): Promise<Input> {
  const found = (await Promise.all(paths.map((given) => findFiles(given, cwd)))).flat()
  const files: ReadPlace[] = []
  // One after another: a folder may hold more files than may be open at once.
  for (const place of uniquePlaces(found)) {
    const file = await readPlace(place)
    if (file.reason !== undefined && !place.isFromFolder) throw unusable(place.given, file.reason)
    files.push(file)
  }
  const named = nameFiles(files.filter(({ reason, failure }) => reason === undefined && failure === undefined))
  const usable = named.map(({ file }) => file)
  const skipped = files.flatMap(({ place: { name, absolute }, reason }) =>
    reason === undefined ? [] : [{ name, absolute, reason }],
  )
  if (usable.length === 0) {
    throw new TagArchiveError('NO_ARCHIVE', {
      problem: `${paths.join(', ')} holds no file that could be an archive.`,
      remedy: 'Give files or folders with saved pages, exports or feeds of the old blog.',
    })
  }
  const locations = new Map(named.map(({ file, place }) => [file.path, toLocation(place)]))
  return { files: usable, locations, skipped, problems: files.flatMap(toUnreadable) }
}

interface Place {
  /** As on the command line. */
  readonly given: string
  readonly absolute: string
  /** The file's name, or its path below the folder. */
  readonly name: string
  readonly isFromFolder: boolean
}

interface ReadPlace {
  readonly place: Place
  readonly bytes: Uint8Array
  readonly chunks?: InputFile['chunks']
  /** Why it can't be an archive. */
  readonly reason?: string | undefined
  /** Why it couldn't be read. */
  readonly failure?: string | undefined
}

async function findFiles(given: string, cwd: string): Promise<readonly Place[]> {
  const absolute = path.resolve(cwd, given)
  const info = await stat(absolute).catch(() => undefined)
  if (info === undefined) {
    throw new TagArchiveError('INPUT_MISSING', {
      problem: `There is no file or folder ${given}.`,
      remedy: 'Check the path; a path with spaces goes between quotes.',
    })
  }
  if (!info.isDirectory()) return [{ given, absolute, name: path.basename(absolute), isFromFolder: false }]
  const names = await listFilesBelow(absolute).catch((cause: unknown) => {
    throw cannotRead(given, cause)
  })
  return names
    .toSorted(compareNaturally)
    .map((name) => ({ given, absolute: path.join(absolute, name), name, isFromFolder: true }))
}

/** A file that was given twice, by name and by its folder, is read once. */
function uniquePlaces(places: readonly Place[]): readonly Place[] {
  const seen = new Map<string, Place>()
  for (const place of places) if (!seen.has(place.absolute)) seen.set(place.absolute, place)
  return Array.from(seen.values())
}

async function readPlace(place: Place): Promise<ReadPlace> {
  const isHidden = place.isFromFolder && place.name.split('/').some((part) => part.startsWith('.'))
  if (isHidden) return { place, bytes: new Uint8Array(), reason: 'hidden' }
  if (await isPartOfPage(place)) return { place, bytes: new Uint8Array(), reason: 'part of a saved page' }
  if (otherEndings.test(place.name)) return { place, bytes: new Uint8Array(), reason: 'not a text' }
  try {
    const { size } = await stat(place.absolute)
    const start = size > mostHeldBytes ? await readStart(place.absolute) : undefined
    // Of an export, articles are read one by one, so it may be larger than memory.
    if (start !== undefined && detectFormat(start) === 'xml') {
      return { place, bytes: start, chunks: readChunks(place.absolute) }
    }
    const bytes = await readFile(place.absolute)
    return { place, bytes, reason: findReason(bytes) }
  } catch (cause) {
    // One file of a folder doesn't stop an import: the name of one may be of bytes that are no text.
    if (place.isFromFolder) return { place, bytes: new Uint8Array(), failure: toReason(cause) }
    throw cannotRead(place.given, cause)
  }
}

const mostHeldBytes = 16e6
const chunkBytes = 64 * 1024

async function readStart(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(chunkBytes), 0, chunkBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A file piece by piece, each in the place of the one before: who wants to keep one copies it. */
function* readChunks(file: string): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r')
  const buffer = new Uint8Array(chunkBytes)
  try {
    for (let count = readSync(descriptor, buffer); count > 0; count = readSync(descriptor, buffer)) {
      yield buffer.subarray(0, count)
    }
  } finally {
    closeSync(descriptor)
  }
}

function findReason(bytes: Uint8Array): string | undefined {
  const format = detectFormat(bytes)
  if (format === 'empty') return 'empty'
  return format === 'binary' ? 'not a text' : undefined
}

/** Files of saved pages that hold no article, and that aren't worth reading to find that out. */
const otherEndings =
  /\.(?:7z|avi|avif|bmp|bz2|css|docx?|eot|exe|gif|gz|ico|jpe?g|js|m4a|mov|mp[34]|odt|og[gv]|otf|pdf|png|pptx?|rar|svgz?|tar|tiff?|ttf|wav|web[mp]|woff2?|xlsx?|xz|zip)$/i

/** A page's frames, in the folder that a browser saves beside it: `page_files`, in its own language. */
async function isPartOfPage({ absolute, isFromFolder }: Place): Promise<boolean> {
  const page = /^(.+)(?:_files|_fichiers|-Dateien|_archivos|_file|_ficheiros|_arquivos)[/\\][^/\\]+\.html?$/.exec(
    absolute,
  )?.[1]
  if (!isFromFolder || page === undefined) return false
  const found = await Promise.all(['.html', '.htm'].map((ending) => stat(page + ending).catch(() => undefined)))
  return found.some((info) => info?.isFile())
}

/** Where two files have one name, both are called by their whole path as given. */
function nameFiles(places: readonly ReadPlace[]): readonly { readonly place: Place; readonly file: InputFile }[] {
  const counts = new Map<string, number>()
  for (const { place } of places) counts.set(place.name, (counts.get(place.name) ?? 0) + 1)
  return places.map(({ place, bytes, chunks }) => ({
    place,
    file: { path: counts.get(place.name) === 1 ? place.name : toLongName(place), bytes, chunks },
  }))
}

const toLocation = ({ absolute, name, isFromFolder }: Place): SourceLocation => ({
  absolute,
  root: isFromFolder ? path.join(absolute, ...name.split('/').map(() => '..')) : path.dirname(absolute),
})

const toLongName = ({ given, name, isFromFolder }: Place): string => {
  const parts = given.split(path.sep).join('/').replace(/\/+$/, '')
  return isFromFolder ? `${parts}/${name}` : parts
}

const cannotRead = (given: string, cause: unknown): TagArchiveError =>
  new TagArchiveError('INPUT_UNREADABLE', {
    problem: `${given} can't be read: ${toReason(cause)}.`,
    remedy: 'Give yourself the right to read it, or leave it out.',
    cause,
  })

const unusable = (given: string, reason: string): TagArchiveError =>
  new TagArchiveError(reason === 'empty' ? 'INPUT_EMPTY' : 'INPUT_BINARY', {
    problem: `${given} is ${reason}.`,
    remedy: 'Give a saved page as text or HTML, an export, or a feed of the old blog.',
  })

const toUnreadable = ({ place: { name }, failure }: ReadPlace): readonly Problem[] =>
  failure === undefined
    ? []
    : [
        {
          code: 'INPUT_UNREADABLE',
          message: `${name} can't be read: ${failure}.`,
          remedy: 'Give yourself the right to read it, give it a name in plain letters, or leave it out.',
          source: { file: name },
          severity: 'loss',
        },
      ]

/** Tells of what was not read, but for files that posts name: those came along, or are told apart. */
export function findSkipped(all: readonly SkippedFile[], named: ReadonlySet<string>): readonly Problem[] {
  const skipped = all.filter(({ absolute }) => !named.has(absolute))
  if (skipped.length === 0) return []
  const names = listSome(skipped.map(({ name, reason }) => `${name} (${reason})`))
  return [
    {
      code: 'FILES_SKIPPED',
      message: `${skipped.length} ${skipped.length === 1 ? 'file was' : 'files were'} skipped: ${names}.`,
      remedy: 'Nothing to do, if none of them holds articles.',
      severity: 'doubt',
    },
  ]
}
