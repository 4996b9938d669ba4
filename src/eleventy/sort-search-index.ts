import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'

export interface IndexFile {
  readonly path: string
  readonly content: Uint8Array
}

/**
 * Pagefind up to 1.5 writes filters, their values and the languages in an order that changes from run to run; here they are sorted,
 * so that the same posts give the same bytes. The files stay uncompressed, which Pagefind's reader takes too: what compression
 * makes differs between machines. Later versions need none of this.
 */
export function sortSearchIndex(files: readonly IndexFile[]): readonly IndexFile[] {
  const entry = parseEntry(files)
  if (!entry.version.startsWith('1.5.')) return files
  const renamed = new Map<string, string>()
  const rename = (name: string, bytes: Uint8Array) => {
    const hash = name.replace(/^[^_]*_/, '')
    const sorted = createHash('sha256').update(bytes).digest('hex').slice(0, hash.length)
    renamed.set(name, name.replace(hash, sorted))
    return renamed.get(name)!
  }
  const sortAs = (file: IndexFile, pattern: RegExp, sort: (bytes: Buffer) => Buffer): IndexFile => {
    const name = pattern.exec(file.path)?.[1]
    if (name === undefined) return file
    const bytes = Buffer.concat([magic, sort(unpack(file.content))])
    return { path: file.path.replace(name, rename(name, bytes)), content: bytes }
  }
  return files
    .map((file) => sortAs(file, /^filter\/(\w+)\.pf_filter$/, (bytes) => sortItems(bytes, 1)))
    .map((file) =>
      sortAs(file, /^pagefind\.(\w+)\.pf_meta$/, (bytes) => sortItems(replaceNames(bytes, renamed), filtersOfMeta)),
    )
    .map((file) => (file.path === entryName ? { ...file, content: formatEntry(entry, renamed) } : file))
}

const magic = Buffer.from('pagefind_dcd')
const entryName = 'pagefind-entry.json'
/** Place of the filters among the parts of what Pagefind reads first. */
const filtersOfMeta = 3

interface Entry {
  readonly version: string
  readonly languages: Readonly<Record<string, { readonly hash: string }>>
}

const parseEntry = (files: readonly IndexFile[]): Entry =>
  JSON.parse(Buffer.from(files.find(({ path }) => path === entryName)!.content).toString()) as Entry

function formatEntry(entry: Entry, renamed: ReadonlyMap<string, string>): Uint8Array {
  const languages = Object.entries(entry.languages)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, part]) => [language, { ...part, hash: renamed.get(part.hash) ?? part.hash }] as const)
  return Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(languages) }))
}

const unpack = (content: Uint8Array): Buffer => gunzipSync(content).subarray(magic.length)

/** Names of files stand in others as texts; the new ones are as long. */
const replaceNames = (bytes: Buffer, renamed: ReadonlyMap<string, string>): Buffer =>
  Buffer.from(
    Array.from(renamed).reduce((text, [from, to]) => text.replaceAll(from, to), bytes.toString('latin1')),
    'latin1',
  )

/** Sorts the items of the list that stands at a place of a CBOR list (RFC 8949); all else stays. */
function sortItems(bytes: Buffer, place: number): Buffer {
  const list = listItems(bytes, 0)[place]!
  const items = listItems(bytes, list.start).map(({ start, end }) => bytes.subarray(start, end))
  const first = list.end - items.reduce((sum, item) => sum + item.length, 0)
  return Buffer.concat([bytes.subarray(0, first), ...items.sort(Buffer.compare), bytes.subarray(list.end)])
}

interface Span {
  readonly start: number
  readonly end: number
}

function listItems(bytes: Buffer, at: number): readonly Span[] {
  const { value, end: first } = readHead(bytes, at)
  const items: Span[] = []
  for (let start = first; items.length < value; start = items.at(-1)!.end)
    items.push({ start, end: findEnd(bytes, start) })
  return items
}

function findEnd(bytes: Buffer, at: number): number {
  const { kind, value, end } = readHead(bytes, at)
  if (kind === 2 || kind === 3) return end + value
  if (kind !== 4) return end
  return listItems(bytes, at).at(-1)?.end ?? end
}

/** Kind and value of the item that begins here; the value of a list is its length, that of a text its bytes. */
function readHead(bytes: Buffer, at: number): { readonly kind: number; readonly value: number; readonly end: number } {
  const kind = bytes[at]! >> 5
  const small = bytes[at]! & 31
  if (small < 24) return { kind, value: small, end: at + 1 }
  const size = 2 ** (small - 24)
  if (size > 4) throw new Error('A number in the search index is larger than expected.')
  return { kind, value: bytes.readUIntBE(at + 1, size), end: at + 1 + size }
}
