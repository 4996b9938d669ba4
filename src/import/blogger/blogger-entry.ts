import type { FeedEntry } from '../feed/feed-entry.ts'
import { decodeEntities } from '../fold-text.ts'
import { childrenOf, findText, type XmlElement } from '../xml/xml-element.ts'

/** What an entry of Blogger's export is; `undefined` for entries of other feeds, Blogger's own live feed among them. */
export function findBloggerKind(entry: XmlElement): string | undefined {
  const kind = childrenOf(entry, 'category')
    .filter(({ attributes }) => /schemas\.google\.com\/g\/2005#kind/.test(attributes.get('scheme') ?? ''))
    .map(({ attributes }) => /kind#(\w+)$/.exec(attributes.get('term') ?? '')?.[1])[0]
  return kind ?? findText(entry, 'blogger:type')?.toLowerCase()
}

/** Whether a post is in Blogger's bin. */
export const isTrashed = (entry: XmlElement): boolean => /TRASH/i.test(findText(entry, 'blogger:status') ?? '')

/**
 * What Blogger's export says of a post beyond Atom, in its two forms: of 2008, with states under `app:control`, and of
 * 2023, with elements of its own and paths without their blog.
 */
export function toBloggerEntry(entry: XmlElement, atom: FeedEntry): FeedEntry {
  const path = findText(entry, 'blogger:filename')
  const url = atom.url ?? path
  const status = findText(entry, 'blogger:status')?.toUpperCase()
  return {
    ...atom,
    // The form of 2023, which alone has a status, escapes titles twice: `L&amp;#39;eau`.
    title: status === undefined ? atom.title : atom.title && decodeEntities(atom.title),
    summary: atom.summary ?? findText(entry, 'blogger:metaDescription'),
    url,
    slug: /\/([^/]+)\.html?$/.exec(path ?? url ?? '')?.[1],
    draftReason: status === 'DRAFT' ? 'is a draft' : status === 'SCHEDULED' ? 'was to appear later' : atom.draftReason,
  }
}
