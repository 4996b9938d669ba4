import type { ImportedField } from './format-post.ts'
import { type FieldHashes, type ManifestEntry, toShortHash } from './manifest.ts'
import type { Post } from './post.ts'

/** What an import knows of a post. */
export type ImportedPost = Pick<Post, ImportedField | 'isTruncated'>

export interface MergeInput {
  /** The source now. */
  readonly source: ImportedPost
  readonly sourceHashes: FieldHashes
  /** Hashes of the source at the last import of the same archive file; absent when it is met there for the first time. */
  readonly before?: FieldHashes | undefined
  readonly entry?: ManifestEntry | undefined
  /** The post as its file has it. */
  readonly post: Post
  /** The source's date was found with the owner's as a given, so it says nothing of its own. */
  readonly isDateAnchored: boolean
}

export interface Merge {
  /** The post with what the source changed. */
  readonly post: Post
  /** Hashes of its fields. */
  readonly hashes: FieldHashes
  /** Fields that follow the source. */
  readonly changed: ReadonlySet<ImportedField>
  /** Fields whose value is the owner's. */
  readonly owned: ReadonlySet<ImportedField>
  /** Fields that both changed. */
  readonly conflicts: ReadonlySet<ImportedField>
}

/**
 * Merges three versions field by field: source then (the manifest's hashes), source now, file now. Who alone changed a
 * field wins it; the owner's wish to keep a field wins always; a field that both changed is a conflict.
 *
 * Without an entry in the manifest, every difference counts as the owner's. Tags are a set: what the source adds is
 * added, what the owner removed stays away, and a tag that this run's archives don't have may stand in another.
 */
export function mergePost(input: MergeInput): Merge {
  const fileHashes: FieldHashes = toFieldHashes(input.post)
  const decisions = new Map(mergedFields.map((field) => [field, decide(field, fileHashes[field]!, input)] as const))
  const having = (decision: Decision): Set<ImportedField> =>
    new Set(mergedFields.filter((field) => decisions.get(field) === decision))
  const tags = mergeTags(input)
  const changed = having('source')
  if (tags.length > input.post.tags.length) changed.add('tags')
  const owned = having('owner')
  if (removesTags(input)) owned.add('tags')
  return {
    post: { ...withFields(input.post, input.source, changed), tags },
    hashes: mapFields((field) => (changed.has(field) ? input.sourceHashes[field]! : fileHashes[field]!)),
    changed,
    owned,
    conflicts: having('conflict'),
  }
}

/** Hash of each field's value, for the manifest. A field without a value has one too. */
export const toFieldHashes = (post: ImportedPost): FieldHashes => mapFields((field) => toFieldHash(field, post))

/** Tags are merged as a set, all other fields whole. */
export type MergedField = Exclude<ImportedField, 'tags'>

const mergedFields: readonly MergedField[] = ['title', 'date', 'lang', 'source', 'guid', 'body']

const mapFields = (toHash: (field: MergedField) => string): FieldHashes =>
  Object.fromEntries(mergedFields.map((field) => [field, toHash(field)]))

/** `earlier`: what another archive, or a fuller copy, gave before. */
type Decision = 'same' | 'source' | 'owner' | 'earlier' | 'conflict'

function decide(field: MergedField, inFile: string, input: MergeInput): Decision {
  const { source, sourceHashes, before, entry, post, isDateAnchored } = input
  if (field === 'date' && isDateAnchored) return 'owner'
  const now = sourceHashes[field]!
  if (now === inFile) return 'same'
  if (entry === undefined || post.keep?.includes(field)) return 'owner'
  const isOwned = inFile !== entry.written[field]
  const isNews = before === undefined ? fillsGap(field, source, post) : now !== before[field]
  const losesText = field === 'body' && source.isTruncated && !post.isTruncated
  if (!isNews || losesText) return isOwned ? 'owner' : 'earlier'
  return isOwned ? 'conflict' : 'source'
}

/** Another archive's version of a known post counts only where it has what the first one lacked. */
function fillsGap(field: MergedField, source: ImportedPost, post: Post): boolean {
  switch (field) {
    case 'date':
      return source.date?.kind === 'stated' && post.date?.kind !== 'stated'
    case 'body':
      return post.isTruncated && !source.isTruncated
    case 'guid':
      return post.guid === undefined
    case 'source':
      return post.source?.url === undefined && source.source?.url !== undefined
    case 'title':
    case 'lang':
      return false
  }
}

const tagKey = (tag: string): string => tag.normalize('NFKC').toLowerCase()

function mergeTags({ source, entry, post }: MergeInput): readonly string[] {
  if (entry === undefined || post.keep?.includes('tags')) return post.tags
  const known = new Set([...entry.tags, ...post.tags].map(tagKey))
  return [...post.tags, ...source.tags.filter((tag) => !known.has(tagKey(tag)))]
}

const removesTags = ({ entry, post }: MergeInput): boolean => {
  const kept = new Set(post.tags.map(tagKey))
  return entry?.tags.some((tag) => !kept.has(tagKey(tag))) ?? false
}

function withFields(post: Post, source: ImportedPost, fields: ReadonlySet<ImportedField>): Post {
  const taken = Object.fromEntries(Array.from(fields).map((field) => [field, source[field]]))
  return { ...post, ...taken, isTruncated: fields.has('body') ? source.isTruncated : post.isTruncated }
}

/** The hash of one field's value. */
export const toFieldHash = (field: MergedField, post: ImportedPost): string =>
  toShortHash(JSON.stringify(field === 'body' ? [post.body, post.isTruncated] : toSorted(post[field])) ?? '')

/** Keys in one order, so that equal values have equal JSON. */
function toSorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
