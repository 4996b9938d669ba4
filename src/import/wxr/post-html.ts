import { addLineBreaks } from '../html-body/line-breaks.ts'
import { expandShortcodes } from './shortcodes.ts'

/** A post's text as HTML, and what of WordPress it needs that HTML hasn't. */
export interface PostHtml {
  readonly html: string
  /** Names of shortcodes that stay in the text, one for each time. */
  readonly shortcodes: readonly string[]
  /** Names of blocks that WordPress fills when it shows the page, and that hold nothing in the export. */
  readonly emptyBlocks: readonly string[]
  /** Lists cut it at a mark. */
  readonly hasMoreMark: boolean
}

/**
 * A post's text as WordPress would show it.
 *
 * @param content - As the export has it: the block editor's HTML, marked by comments, or the lines of the classic editor.
 */
export function toPostHtml(content: string): PostHtml {
  const { html, kept } = expandShortcodes(content.replace(pageBreak, '<hr>'))
  const linked = linkLoneAddresses(html)
  return {
    html: blockMark.test(content) ? linked : addLineBreaks(linked),
    shortcodes: kept,
    hasMoreMark: content.includes('<!--more'),
    emptyBlocks: Array.from(content.matchAll(emptyBlock), ([, name]) => name!),
  }
}

/** A long post's next page: all pages are one here, with a rule between them. */
const pageBreak = /<!--nextpage-->/g

/** How the block editor begins a block. */
const blockMark = /<!--\s+wp:/

const emptyBlock = /<!--\s+wp:([a-z][\w/-]*)\s[^<>]*\/-->/g

/** An address on a line of its own is how people embed a film. */
const linkLoneAddresses = (html: string): string =>
  html.replace(/^[ \t]*(https?:\/\/[^\s<>"[\]]+)[ \t]*$/gm, '<a href="$1">$1</a>')
