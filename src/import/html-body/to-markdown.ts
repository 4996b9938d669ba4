import { parseFragment } from 'parse5'
import { escapeInline, escapeLineStart } from '../../markup/markdown-escape.ts'
import { findTarget, formatAddress, type ResolveAddress } from './addresses.ts'
import {
  deepestElement,
  droppedElements,
  findAttribute,
  type HtmlElement,
  type HtmlNode,
  holdsBlock,
  isBlock,
  isElement,
  rawText,
} from './html-nodes.ts'
import { enter, type InlineContext, toParagraphs } from './inline-markdown.ts'
import { findTable } from './table.ts'

export interface HtmlBodyOptions {
  /** Gives links and pictures their absolute addresses; those that it doesn't know stay as they are. */
  readonly resolve?: ResolveAddress | undefined
}

/** Markdown for the HTML of a post: what it says, in the structures that Markdown has. Nothing of it runs or is markup. */
export function toMarkdown(html: string, options: HtmlBodyOptions = {}): string {
  // In one element: the parser moves the outermost nodes one by one from the start of a list, which takes hours for long posts.
  return nodesToMarkdown(parseFragment(`<div>${html}`, { scriptingEnabled: false }).childNodes, options)
}

/** The same for a part of a page that is parsed already. */
export function nodesToMarkdown(
  nodes: readonly HtmlNode[],
  { resolve = () => undefined }: HtmlBodyOptions = {},
): string {
  return joinBlocks(toBlocks(nodes, { resolve, marks: [], depth: 0 }))
}

interface Block {
  readonly kind: 'text' | 'bullets' | 'numbers'
  /** Markdown, which may be several lines. Lists are given with the marker that a list after one of its kind takes. */
  readonly lines: string
  readonly otherLines?: string
}

function joinBlocks(blocks: readonly Block[], separator = '\n\n'): string {
  let takesOther = false
  const texts = blocks.map((block, i) => {
    // Two lists in a row would become one, unless their markers differ.
    takesOther = block.kind !== 'text' && blocks[i - 1]?.kind === block.kind && !takesOther
    return takesOther ? (block.otherLines ?? block.lines) : block.lines
  })
  return texts.join(separator)
}

const toText = (lines: string): Block => ({ kind: 'text', lines })

function toBlocks(nodes: readonly HtmlNode[], context: InlineContext): readonly Block[] {
  if (context.depth > deepestElement)
    return toParagraphs(nodes, context).map((lines) => toText(lines.map(startLine).join('\\\n')))
  const blocks: Block[] = []
  // One by one: a call takes no more arguments than its stack has room for, and posts may have more paragraphs.
  const add = (more: readonly Block[]) => {
    for (const block of more) blocks.push(block)
  }
  let run: HtmlNode[] = []
  const flush = () => {
    add(toParagraphs(run, context).map((lines) => toText(lines.map(startLine).join('\\\n'))))
    run = []
  }
  for (const node of nodes) {
    if (isElement(node) && (droppedElements.has(node.tagName) || node.tagName === 'noscript')) continue
    if (isBlock(node)) {
      flush()
      add(toBlock(node, { ...context, depth: context.depth + 1 }))
    } else if (isElement(node) && holdsBlock(node)) {
      flush()
      add(toBlocks(node.childNodes, enter(node, context)))
    } else run.push(node)
  }
  flush()
  return blocks
}

/** Two tildes at the start can only be our own: those of the text are escaped. */
const startLine = (line: string): string => (line.startsWith('~~') ? line : escapeLineStart(line))

function toBlock(element: HtmlElement, context: InlineContext): readonly Block[] {
  const { tagName, childNodes } = element
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return toHeading(element, Number(tagName[1]), context)
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return toList(element, context)
    case 'blockquote':
      return quote(joinBlocks(toBlocks(childNodes, context)))
    case 'pre':
      return toCodeBlock(element)
    case 'hr':
      return [toText('---')]
    case 'dt':
      return toBlocks(childNodes, { ...context, marks: [...new Set([...context.marks, '**' as const])] })
    case 'iframe':
    case 'video':
    case 'audio':
    case 'embed':
    case 'object':
      return toPlayer(element, context)
    case 'table': {
      const table = findTable(element, context)
      return table === undefined ? toBlocks(childNodes, context) : [toText(table)]
    }
    default:
      return toBlocks(childNodes, context)
  }
}

function toHeading(element: HtmlElement, level: number, context: InlineContext): readonly Block[] {
  if (holdsBlock(element)) return toBlocks(element.childNodes, context)
  const words = toParagraphs(element.childNodes, context).flat().join(' ')
  const isTextLess = words.replace(/!\[[^\]]*\]\([^)]*\)/g, '').trim() === ''
  if (words === '') return []
  // A picture in a heading is no heading.
  return [toText(isTextLess ? words : `${'#'.repeat(level)} ${words.replace(/(\s)(#+)$/, '$1\\$2')}`)]
}

const quote = (text: string): readonly Block[] =>
  text === ''
    ? []
    : [
        toText(
          text
            .split('\n')
            .map((line) => (line === '' ? '>' : `> ${line}`))
            .join('\n'),
        ),
      ]

function toCodeBlock(element: HtmlElement): readonly Block[] {
  const code = rawText(element)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '')
  if (code === '') return []
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const names = [element, ...element.childNodes.filter(isElement)].map((one) => findAttribute(one, 'class') ?? '')
  const language = /(?:language|lang|brush:)[-\s]*([\w+#-]+)/.exec(names.join(' '))?.[1] ?? ''
  return [toText(`${fence}${language}\n${code}\n${fence}`)]
}

/** A film, a map or a player can't come along; a link leads to it. */
function toPlayer(element: HtmlElement, context: InlineContext): readonly Block[] {
  const inner = element.childNodes.filter(isElement)
  const sources = [element, ...inner].flatMap((one) =>
    ['src', 'data-src', 'data'].map((name) => findAttribute(one, name)),
  )
  const address = sources
    .filter((one) => one !== undefined && one !== 'about:blank')
    .map((one) => findTarget(one, context.resolve))
    .find((one) => one !== undefined)
  if (address === undefined) return toBlocks(element.childNodes, context)
  return [toText(`[${escapeInline(address).replaceAll(']', '\\]')}](${formatAddress(address)})`)]
}

function toList(element: HtmlElement, context: InlineContext): readonly Block[] {
  const items = toItems(element)
    .map((nodes) => toBlocks(nodes, { ...context, depth: context.depth + 1 }))
    .filter((blocks) => blocks.length > 0)
  if (items.length === 0) return []
  const isOrdered = element.tagName === 'ol'
  const start = Number(findAttribute(element, 'start') ?? 1)
  const first = Number.isInteger(start) && start >= 0 && start < 1e8 ? start : 1
  const isTight = items.every((blocks) => blocks.slice(1).every(({ kind }) => kind !== 'text'))
  const format = (mark: (i: number) => string) =>
    items.map((blocks, i) => indent(joinBlocks(blocks, isTight ? '\n' : '\n\n'), mark(i))).join(isTight ? '\n' : '\n\n')
  return isOrdered
    ? [{ kind: 'numbers', lines: format((i) => `${first + i}. `), otherLines: format((i) => `${first + i}) `) }]
    : [{ kind: 'bullets', lines: format(() => '- '), otherLines: format(() => '* ') }]
}

/** Items, and what old editors put between them. */
function toItems(list: HtmlElement): readonly (readonly HtmlNode[])[] {
  const items: HtmlNode[][] = []
  for (const node of list.childNodes) {
    if (isElement(node) && node.tagName === 'li') items.push([...node.childNodes])
    // A list beside the items belongs to the item before it.
    else if (isElement(node) && items.length > 0) items.at(-1)!.push(node)
    else if (isElement(node) || rawText(node).trim() !== '') items.push([node])
  }
  return items
}

function indent(text: string, marker: string): string {
  const space = ' '.repeat(marker.length)
  return text
    .split('\n')
    .map((line, i) => (i === 0 ? marker + line : line === '' ? '' : space + line))
    .join('\n')
}
