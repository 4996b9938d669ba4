import { escapeText } from '../../markup/html.ts'
import { findEntryLink, findPerson, toLanguage } from '../xml/blog-facts.ts'
import { toLine } from '../xml/html-line.ts'
import { childrenOf, findChild, findText, innerMarkup, textOf, type XmlElement } from '../xml/xml-element.ts'
import type { FeedEntry } from './feed-entry.ts'
import { findFeedMoment } from './feed-moment.ts'

/** An entry of Atom 1.0 or 0.3. */
export function toAtomEntry(entry: XmlElement, timeZone: string | undefined): FeedEntry {
  const content = findChild(entry, 'content')
  const summary = findChild(entry, 'summary')
  const whole = content && toHtml(content)
  const short = summary && toHtml(summary)
  const title = findChild(entry, 'title')
  return {
    title: title && toLine(toHtml(title)),
    html: whole || short || '',
    extent: whole ? 'whole' : 'summary',
    summary: whole ? short : undefined,
    url: findEntryLink(entry),
    base: content?.attributes.get('xml:base') ?? entry.attributes.get('xml:base'),
    guid: findText(entry, 'id'),
    author: findPerson(entry),
    tags: childrenOf(entry, 'category').flatMap(toTag),
    published: findFeedMoment(findText(entry, 'published', 'issued', 'created'), timeZone),
    updated: findFeedMoment(findText(entry, 'updated', 'modified'), timeZone),
    language: toLanguage(content?.attributes.get('xml:lang') ?? entry.attributes.get('xml:lang')),
    draftReason: isDraft(entry) ? 'is a draft' : undefined,
    lines: entry.lines,
  }
}

/** The HTML of a text: Atom holds it as text, as escaped HTML or as XHTML, and says which. */
function toHtml(element: XmlElement): string {
  const type = element.attributes.get('type') ?? 'text'
  const mode = element.attributes.get('mode')
  if (/xhtml/.test(type) || mode === 'xml') return innerMarkup(element)
  const text = textOf(element).trim()
  // Atom 0.3 says by its mode that the markup is escaped, and by its type what it is.
  const isPlain = /^(?:text|text\/plain)$/.test(type) && mode !== 'escaped'
  return isPlain ? escapeText(text) : text
}

/** What services file entries under for themselves has a scheme of theirs. */
function toTag({ attributes }: XmlElement): readonly string[] {
  const name = toLine(attributes.get('label') ?? attributes.get('term') ?? '')
  return name === '' || /schemas\.google\.com\/g\/2005#kind/.test(attributes.get('scheme') ?? '') ? [] : [name]
}

function isDraft(entry: XmlElement): boolean {
  const control = findChild(entry, 'app:control')
  return control !== undefined && findText(control, 'app:draft') === 'yes'
}
