import type { Arrival } from './arrival.ts'
import { type FieldHashes, type ManifestEntry, toParagraphHashes } from './manifest.ts'
import type { Merge } from './merge-post.ts'

/** What the manifest keeps of a post that an import created. */
export const toEntryOfNew = (arrival: Arrival, path: string): ManifestEntry => toEntry(arrival, path, arrival.hashes)

/** What the manifest keeps of a post that was there already, after its merge with the source. */
export const toEntryOfKnown = (arrival: Arrival, merge: Merge, path: string): ManifestEntry =>
  toEntry(arrival, path, toWritten(arrival, merge))

/** The post's fields as one of the arrival's archive files gave them before; `undefined` where all are new to it. */
export const findBefore = ({ match }: Arrival): FieldHashes | undefined =>
  match.article.sources.map(({ file }) => match.entry?.sources.get(file)?.fields).find((fields) => fields !== undefined)

/** What an import is answerable for: the file's value where it follows the source, else what was written before. */
function toWritten({ match, hashes }: Arrival, merge: Merge): FieldHashes {
  const owned: ReadonlySet<string> = merge.owned
  const fields = Object.entries(merge.hashes).map(([field, hash]) => [
    field,
    owned.has(field) ? (match.entry?.written[field] ?? hashes[field]!) : hash,
  ])
  return Object.fromEntries(fields)
}

function toEntry(arrival: Arrival, path: string, written: FieldHashes): ManifestEntry {
  const { match, source, hashes, isDateAnchored } = arrival
  const { article, articleId, entry } = match
  // A date that the owner's was a given for is not the source's: what the source gave before stays on record.
  const dateBefore = isDateAnchored ? findBefore(arrival)?.date : undefined
  const fields = { ...hashes, date: dateBefore ?? hashes.date! }
  const sources = article.sources.map(({ file, url }) => [file, { article: articleId, url, fields }] as const)
  return {
    path,
    written,
    tags: Array.from(new Set([...(entry?.tags ?? []), ...source.tags])),
    paragraphs: toParagraphHashes(source.body),
    sources: new Map([...(entry?.sources ?? []), ...sources]),
  }
}
