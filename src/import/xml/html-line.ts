import { parseFragment } from 'parse5'
import { rawText } from '../html-body/html-nodes.ts'

/**
 * The words of a title, a name or an excerpt that blogs keep as HTML, on one line: `R&amp;D` is `R&D`, `<em>Vrai</em>` is
 * `Vrai`. What only looks like a tag stays: `List<String>`, `a < b`.
 */
export function toLine(html: string): string {
  const known = html.replace(/<(?:\/?([a-z][a-z0-9]*)\b[^<>]*>)?/gi, (tag: string, name?: string) => {
    if (name === undefined || !textElements.has(name.toLowerCase())) return `&lt;${tag.slice(1)}`
    return separatingElements.has(name.toLowerCase()) ? ` ${tag}` : tag
  })
  const text = /[<&]/.test(known) ? parseFragment(known).childNodes.map(rawText).join('') : known
  return text.replace(/[ \t\r\n\f\u200b\ufeff]+/g, ' ').trim()
}

/** Elements that people write into titles and excerpts. */
const textElements = new Set(
  'a abbr acronym b big blockquote br cite code del dfn div em font i img ins kbd li mark ol p q s samp small span strike strong sub sup time tt u ul var wbr'.split(
    ' ',
  ),
)

/** Those between which words aren't joined. */
const separatingElements = new Set('blockquote div li ol p ul'.split(' '))
