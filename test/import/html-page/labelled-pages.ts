import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../../fixtures/html-pages')

/** What a person reads in a saved page. */
export interface LabelledPage {
  readonly heading: { readonly kind: string; readonly name: string } | null
  /** Its number among the pages of its archive, where it says so. */
  readonly page?: number
  readonly lang: string
  readonly articles: readonly LabelledPost[]
  /** Lines that belong to no post, among others. */
  readonly leftOut?: readonly string[]
  /** Beginnings of what is reported as text of no post. */
  readonly lost?: readonly string[]
}

export interface LabelledPost {
  readonly title: string
  readonly firstWords: string
  readonly lastWords: string
  readonly paragraphs?: number
  readonly listItems?: number
  readonly date?: string
  readonly instant?: string
  readonly tags?: readonly string[]
  readonly categories?: readonly string[]
  readonly author?: string
  readonly url?: string
  readonly isTruncated?: boolean
  /** What must not have come into its text. */
  readonly without?: readonly string[]
}

/** One folder a story: the saved page, and how a person would read it. */
export function readLabelledPages(): readonly {
  readonly story: string
  readonly bytes: Uint8Array
  readonly label: LabelledPage
}[] {
  return fs.readdirSync(folder).map((story) => ({
    story,
    bytes: fs.readFileSync(path.join(folder, story, 'page.html')),
    label: JSON.parse(fs.readFileSync(path.join(folder, story, 'expected.json'), 'utf8')) as LabelledPage,
  }))
}
