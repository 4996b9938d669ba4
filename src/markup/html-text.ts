import type { DefaultTreeAdapterTypes } from 'parse5'
import { lazyPackage } from '../lazy-package.ts'

const parse5 = lazyPackage<typeof import('parse5')>('parse5')

/** The words of a piece of HTML as a reader sees them, on one line. */
export function toTextOfHtml(html: string): string {
  return listTexts(parse5().parseFragment(html))
    .join('')
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim()
}

function listTexts(node: DefaultTreeAdapterTypes.ParentNode): readonly string[] {
  return node.childNodes.flatMap((child): readonly string[] => {
    if ('value' in child) return [child.value]
    if (!('tagName' in child) || unread.has(child.tagName)) return []
    return inline.has(child.tagName) ? listTexts(child) : [' ', ...listTexts(child), ' ']
  })
}

const unread: ReadonlySet<string> = new Set(['script', 'style', 'template', 'pre', 'table', 'figcaption'])

/** Elements that stand within a word or a sentence; all others part them. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)
