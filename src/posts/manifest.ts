import { createHash } from 'node:crypto'
import type { Problem } from '../errors.ts'
import { isRecord } from '../is-record.ts'
import { compareCodePoints } from '../markup/compare.ts'
import type { PostId } from './post.ts'
import { parsePostId, wordsOf } from './post-id.ts'

/** What earlier imports wrote into `posts/`: the common ancestor of a three-way merge. One file beside the posts. */
export interface Manifest {
  readonly posts: ReadonlyMap<PostId, ManifestEntry>
  /** The posts of each archive, newest first: what dates were worked out from, so that they can be explained later. */
  readonly orders: readonly (readonly PostId[])[]
  /** Where pictures and attachments that came along stood in the source → their address here, for imports that don't have them. */
  readonly media?: ReadonlyMap<string, string> | undefined
}

export interface ManifestEntry {
  /** The post's file when it was last met. */
  readonly path: string
  /** Hash of each field's value as an import last wrote it, or found it equal to the source. */
  readonly written: FieldHashes
  /** Every tag that a source ever gave. */
  readonly tags: readonly string[]
  /** Hash of each paragraph of the body that the source last gave. */
  readonly paragraphs: readonly string[]
  /** Hash of each comment as a source last gave it, by its id. */
  readonly comments?: FieldHashes | undefined
  /** By archive file, in the order of their names. */
  readonly sources: ReadonlyMap<string, ManifestSource>
}

/** A post as one archive file last told it. */
export interface ManifestSource {
  /** Id of that text; differs from the post's since the source changed. */
  readonly article: PostId
  readonly url?: string | undefined
  readonly fields: FieldHashes
}

/** Short hashes by field name. */
export type FieldHashes = Readonly<Record<string, string>>

/** Not a `.md` file, so no reader takes it for a post. */
export const manifestName = '.tag-archive.json'

export const emptyManifest: Manifest = { posts: new Map(), orders: [] }

/** JSON with one post a line, by id, and one archive a line: two versions of it compare line by line. */
export function formatManifest({ posts, orders, media = new Map() }: Manifest): string {
  const lines = Array.from(posts)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([id, entry]) => `${JSON.stringify(id)}: ${JSON.stringify(toJson(entry))}`)
  const archives = orders.map((order) => JSON.stringify(order)).sort(compareCodePoints)
  const addresses = Array.from(media)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([from, to]) => `${JSON.stringify(from)}: ${JSON.stringify(to)}`)
  const mediaPart = addresses.length === 0 ? '' : `"media": {\n${addresses.join(',\n')}\n}, `
  return `{ "version": 1, ${mediaPart}"orders": [\n${archives.join(',\n')}\n], "posts": {\n${lines.join(',\n')}\n} }\n`
}

/** @returns A problem instead of a manifest where the file can't be one: the import then works by ids alone. */
export function parseManifest(text: string): Manifest | Problem {
  try {
    // An owner who takes out the last line leaves a comma behind.
    const value: unknown = JSON.parse(text.replace(/,\s*\}\s*\}\s*$/, '} }'))
    const posts =
      isRecord(value) && value.version === 1 && isRecord(value.posts) ? Object.entries(value.posts) : undefined
    const entries = posts?.map(([id, entry]) => [parsePostId(id), parseEntry(entry)] as const)
    if (isRecord(value) && entries?.every(isKnown))
      return { posts: new Map(entries), orders: parseOrders(value.orders), ...parseMedia(value.media) }
  } catch {
    // Not JSON: the same problem as JSON of another shape.
  }
  return {
    code: 'MANIFEST_DAMAGED',
    message: `${manifestName} is damaged, so what earlier imports wrote is not known.`,
    remedy:
      'Restore it from a backup; otherwise posts are matched by id, and where file and source differ the file is kept.',
    source: { file: manifestName },
    severity: 'doubt',
  }
}

/** 48 bits, for texts that are compared with few others: of ten thousand, two are equal with a chance of one in five million. */
export const toShortHash = (text: string): string =>
  createHash('sha256').update(text.toWellFormed()).digest('base64url').slice(0, 8)

/** Paragraphs are hashed as their words, so that typography alone doesn't make them new. */
export const toParagraphHashes = (body: string): readonly string[] =>
  body
    .split(/\n{2,}/)
    .map(wordsOf)
    .filter((words) => words !== '')
    .map(toShortHash)

const toJson = ({ sources, ...entry }: ManifestEntry): unknown => ({
  ...entry,
  sources: Object.fromEntries(Array.from(sources).sort(([a], [b]) => compareCodePoints(a, b))),
})

function parseEntry(value: unknown): ManifestEntry | undefined {
  if (!isRecord(value)) return undefined
  const { path, written, tags, paragraphs } = value
  const sources = isRecord(value.sources)
    ? Object.entries(value.sources).map(([file, source]) => [file, parseSource(source)] as const)
    : []
  if (typeof path !== 'string' || !isHashes(written) || !isTexts(tags) || !isTexts(paragraphs)) return undefined
  if (!sources.every(isKnown)) return undefined
  const comments = isHashes(value.comments) ? value.comments : undefined
  return { path, written, tags, paragraphs, comments, sources: new Map(sources) }
}

/** Empty where there is none: they serve only to explain. */
const parseOrders = (value: unknown): Manifest['orders'] =>
  Array.isArray(value) && value.every(isTexts) ? value.map((order) => order.map(parsePostId).filter(isDefined)) : []

/** An address of ours is a name in one folder, whatever a hand wrote there. */
function parseMedia(value: unknown): Pick<Manifest, 'media'> {
  const entries = isRecord(value) ? Object.entries(value) : []
  const isOurs = (entry: [string, unknown]): entry is [string, string] =>
    typeof entry[1] === 'string' && /^\/media\/\w[\w.-]*$/.test(entry[1])
  const media = entries.filter(isOurs)
  return media.length === 0 ? {} : { media: new Map(media) }
}

function parseSource(value: unknown): ManifestSource | undefined {
  if (!isRecord(value) || typeof value.article !== 'string' || !isHashes(value.fields)) return undefined
  const article = parsePostId(value.article)
  const url = typeof value.url === 'string' ? value.url : undefined
  return article === undefined ? undefined : { article, url, fields: value.fields }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
const isHashes = (value: unknown): value is FieldHashes =>
  isRecord(value) && Object.values(value).every((hash) => typeof hash === 'string')
const isDefined = <Value>(value: Value | undefined): value is Value => value !== undefined
const isKnown = <Key, Value>(entry: readonly [Key | undefined, Value | undefined]): entry is readonly [Key, Value] =>
  entry[0] !== undefined && entry[1] !== undefined
