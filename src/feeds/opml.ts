import { element, formatXml, type Xml } from '../markup/xml.ts'
import { cleanAmbiguousLine } from './clean-text.ts'

/** A feed in a list of feeds, or a named group of some. */
export type Outline =
  | { readonly kind: 'feed'; readonly title: string; readonly feedUrl: string; readonly pageUrl: string }
  | { readonly kind: 'group'; readonly title: string; readonly outlines: readonly Outline[] }

/** A list of feeds that readers import in one step: OPML 2.0. Without dates, so that a new post doesn't change it. */
export const writeOpml = (title: string, outlines: readonly Outline[]): string =>
  formatXml(
    element(
      'opml',
      { version: '2.0' },
      '\n',
      element('head', {}, element('title', {}, cleanAmbiguousLine(title))),
      '\n',
      element('body', {}, '\n', outlines.map(toElement)),
      '\n',
    ),
  )

function toElement(outline: Outline): readonly [Xml, string] {
  const title = cleanAmbiguousLine(outline.title)
  if (outline.kind === 'group') {
    return [element('outline', { text: title }, '\n', outline.outlines.map(toElement)), '\n']
  }
  const { feedUrl: xmlUrl, pageUrl: htmlUrl } = outline
  return [element('outline', { type: 'rss', text: title, title, xmlUrl, htmlUrl }), '\n']
}
