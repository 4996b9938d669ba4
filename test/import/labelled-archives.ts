import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../fixtures/archives')

/** What a person reads in an archive page. */
export interface LabelledArchive {
  readonly heading: { readonly kind: string; readonly name: string } | null
  readonly lang: string
  readonly articles: readonly LabelledArticle[]
  /** Lines that belong to no article, among others. */
  readonly furniture?: readonly string[]
}

export interface LabelledArticle {
  readonly title: string
  readonly firstWords: string
  readonly lastWords: string
  /** Blocks of the body that are no list. */
  readonly paragraphs: number
  readonly listItems?: number
  /** Where it is not the archive's own. */
  readonly lang?: string
  /** Where the page states it: `YYYY-MM-DD`. */
  readonly date?: string
  /** Some of its tags. */
  readonly tags?: readonly string[]
  readonly isTruncated?: boolean
}

/** One folder a story: the pasted page, and how a person would cut it. */
export function readLabelledArchives(): readonly {
  readonly story: string
  readonly bytes: Uint8Array
  readonly label: LabelledArchive
}[] {
  return fs.readdirSync(folder).map((story) => ({
    story,
    bytes: fs.readFileSync(path.join(folder, story, 'archive.txt')),
    label: JSON.parse(fs.readFileSync(path.join(folder, story, 'expected.json'), 'utf8')) as LabelledArchive,
  }))
}
