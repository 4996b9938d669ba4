import path from 'node:path'
import { decodePercent } from '../../markup/decode-percent.ts'

/** Where a file may lie that a post names, and the folder that it must not be outside of. */
export interface MediaPlace {
  readonly root: string
  readonly file: string
}

/** Where an archive file lies on the disk. */
export interface SourceLocation {
  readonly absolute: string
  /** The folder that was given, or that of the file that was given. */
  readonly root: string
}

export interface MediaFolders {
  /** A copy of the old blog's uploads. */
  readonly uploads?: string | undefined
  /** Hosts that the old blog stood at, without `www.`; none where no source tells. */
  readonly hosts: ReadonlySet<string>
}

/**
 * Places in which a file may lie that a post names, the most likely first: beside its sources, from the top of their folders, in the
 * uploads; in the size that is named, then in full. No place is outside its folder.
 *
 * @param sources - That of its text first.
 */
export function toMediaPlaces(
  address: string,
  sources: readonly SourceLocation[],
  folders: MediaFolders,
): readonly MediaPlace[] {
  const clean = address.replace(/[?#].*$/s, '')
  const places = isAbsolute(address)
    ? [...toUploads(clean, folders), ...sources.flatMap((source) => toSaved(clean, source))]
    : [...sources.flatMap((source) => toBeside(clean, source)), ...toUploads(clean, folders)]
  const forms = places.flatMap(({ root, file }) => toSpellings(file).map((spelling) => ({ root, file: spelling })))
  return [...forms, ...forms.flatMap(toFullSize)].filter(isInside)
}

export const isAbsolute = (address: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)

/** The host of an address, without `www.`. */
export function findHost(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') || undefined : undefined
}

/** Beside the source; for addresses from the site's root, in the folders above it that engines serve as the root. */
function toBeside(address: string, { absolute, root }: SourceLocation): readonly MediaPlace[] {
  const folder = path.dirname(absolute)
  if (!address.startsWith('/')) {
    // Hexo keeps a post's files in a folder of its name.
    const own = absolute.replace(/\.[^./\\]+$/, '')
    return [folder, own].map((base) => ({ root, file: path.join(base, address) }))
  }
  return foldersAbove(folder, root).flatMap((base) =>
    ['.', 'static', 'source', 'public'].map((served) => ({ root, file: path.join(base, served, address) })),
  )
}

/**
 * In the folder that a browser saved with the page: a page that states its own address makes one on the old blog of
 * `page_files/phare.jpg`, where it never was.
 */
function toSaved(address: string, { absolute, root }: SourceLocation): readonly MediaPlace[] {
  const saved = savedFile.exec(address)?.[1]
  return saved === undefined ? [] : [{ root, file: path.join(path.dirname(absolute), saved) }]
}

const savedFile = /\/([^/]+(?:_files|_fichiers|-Dateien|_archivos|_file|_ficheiros|_arquivos)\/[^/]+)$/

function foldersAbove(folder: string, root: string): readonly string[] {
  const above = [folder]
  while (above.at(-1) !== root && path.dirname(above.at(-1)!) !== above.at(-1)) above.push(path.dirname(above.at(-1)!))
  return above.at(-1) === root ? above : [folder]
}

function toUploads(address: string, { uploads, hosts }: MediaFolders): readonly MediaPlace[] {
  if (uploads === undefined) return []
  const [, cdn] = /^(?:https?:)?\/\/i\d\.wp\.com\/(.+)$/i.exec(address) ?? []
  const full = cdn === undefined ? address : `https://${cdn}`
  const host = findHost(full.replace(/^\/\//, 'https://'))
  const hosted = /^(.+)\.files\.wordpress\.com$/.exec(host ?? '')?.[1]
  const isOurs =
    hosts.size === 0 || [host, `${hosted}.wordpress.com`].some((one) => one !== undefined && hosts.has(one))
  if (host !== undefined && !isOurs) return []
  const below = hosted === undefined ? uploadPath.exec(full)?.[1] : /^\w+:\/\/[^/]+\/(.+)$/.exec(full)?.[1]
  return below === undefined ? [] : [{ root: uploads, file: path.join(uploads, below) }]
}

/** Of one blog, and of one among several in an installation. */
const uploadPath = /\/(?:wp-content\/(?:uploads(?:\/sites\/\d+)?|blogs\.dir\/\d+\/files)|files)\/(.+)$/

/** Names come percent-encoded or not, and machines write accents in two ways. */
const toSpellings = (file: string): readonly string[] =>
  Array.from(new Set([file, decodePercent(file)].flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')])))

/** WordPress names its sizes `phare-300x200.jpg` and `phare-scaled.jpg`; the full one may be all that was kept. */
function toFullSize({ root, file }: MediaPlace): readonly MediaPlace[] {
  const full = file.replace(/(?:-\d{2,5}x\d{2,5}|-scaled|-rotated)(?=\.\w+$)/, '')
  return [...(full === file ? [] : [full]), full.replace(/(?=\.\w+$)/, '-scaled')].map((one) => ({ root, file: one }))
}

const isInside = ({ root, file }: MediaPlace): boolean => {
  const below = path.relative(root, file)
  return below !== '' && !below.startsWith('..') && !path.isAbsolute(below) && !file.includes('\0')
}
