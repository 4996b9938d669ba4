import { findAttribute, type HtmlElement, holdsBlock, isElement } from './html-nodes.ts'
import { type InlineContext, toParagraphs } from './inline-markdown.ts'

/** Blocks that a cell may hold and still be one line of text. */
const plainBlocks = new Set(['p', 'div', 'center'])

/**
 * A table as Markdown; `undefined` where it is one of layout: with one row or column, tables in tables, or cells that
 * hold more than a line.
 */
export function findTable(element: HtmlElement, context: InlineContext): string | undefined {
  const rows = findRows(element).map((row) => row.childNodes.filter(isElement).filter(isCell))
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  if (rows.length < 2 || width < 2 || !rows.flat().every(isPlain)) return undefined
  const texts = rows.map((cells) => cells.map((cell) => toCell(cell, context)))
  if (texts.flat().some((text) => text.length > 300)) return undefined
  const hasHead = rows[0]!.every(({ tagName }) => tagName === 'th')
  const [head, ...others] = hasHead ? texts : [rows[0]!.map(() => ''), ...texts]
  const format = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`
  return [format(head!), `|${' --- |'.repeat(width)}`, ...others.map(format)].join('\n')
}

const isCell = ({ tagName }: HtmlElement): boolean => tagName === 'td' || tagName === 'th'

function findRows(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tagName) ? findRows(child) : [],
    )
}

const isPlain = (cell: HtmlElement): boolean =>
  findAttribute(cell, 'colspan') === undefined &&
  findAttribute(cell, 'rowspan') === undefined &&
  cell.childNodes.filter(isElement).length < 20 &&
  (!holdsBlock(cell) ||
    cell.childNodes
      .filter(isElement)
      .every((child) => !holdsBlock(child) && (plainBlocks.has(child.tagName) || !isBlockTag(child))))

const isBlockTag = ({ tagName }: HtmlElement): boolean =>
  /^(?:h[1-6]|ul|ol|dl|table|blockquote|pre|figure|iframe|hr|section|article)$/.test(tagName)

const toCell = (cell: HtmlElement, context: InlineContext): string =>
  toParagraphs(cell.childNodes, context)
    .flat()
    .join(' ')
    .replace(/(?<!\\)\|/g, '\\|')
