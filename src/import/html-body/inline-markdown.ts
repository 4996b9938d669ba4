import { escapeInline } from '../../markup/markdown-escape.ts'
import { findPicture, findTarget, formatAddress, type ResolveAddress } from './addresses.ts'
import {
  deepestElement,
  droppedElements,
  findAttribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  rawText,
} from './html-nodes.ts'

/** What stands around a run of text: the emphasis and the link that it is in. */
export interface InlineContext {
  readonly resolve: ResolveAddress
  readonly marks: readonly Mark[]
  readonly link?: string | undefined
  readonly depth: number
}

export type Mark = '**' | '*' | '~~'

/** A stretch of one line in one style, or a line break. */
interface Piece {
  /** Markdown, with its own marks if it is a picture or code. */
  readonly text: string
  readonly marks: readonly Mark[]
  readonly link: string | undefined
}

/**
 * Lines of text with emphasis, links, code and pictures. Each paragraph is an array of lines: a `<br>` ends a line, two
 * of them a paragraph, as people wrote who never used `<p>`.
 */
export function toParagraphs(nodes: readonly HtmlNode[], context: InlineContext): readonly (readonly string[])[] {
  const paragraphs: string[][] = [[]]
  for (const line of splitLines(nodes.flatMap((node) => toPieces(node, context)))) {
    const text = formatLine(line)
    if (text !== '') paragraphs.at(-1)!.push(text)
    else if (paragraphs.at(-1)!.length > 0) paragraphs.push([])
  }
  return paragraphs.filter((lines) => lines.length > 0)
}

const markOf: Readonly<Record<string, Mark>> = {
  b: '**',
  strong: '**',
  em: '*',
  i: '*',
  cite: '*',
  dfn: '*',
  del: '~~',
  s: '~~',
  strike: '~~',
}

const lineBreak: Piece = { text: '\n', marks: [], link: undefined }

function toPieces(node: HtmlNode, context: InlineContext): readonly Piece[] {
  const { marks, link, depth } = context
  if (isText(node)) return [{ text: collapse(node.value), marks, link }]
  if (!isElement(node) || droppedElements.has(node.tagName)) return []
  if (depth > deepestElement) return [{ text: collapse(rawText(node)), marks, link }]
  switch (node.tagName) {
    case 'br':
      return [lineBreak]
    case 'img':
      return toPicture(node, context)
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return [{ text: formatCode(rawText(node)), marks, link }]
    case 'noscript':
      return []
    default:
      return node.childNodes.flatMap((child) => toPieces(child, enter(node, context)))
  }
}

/** Not of no-break spaces: French needs them. */
const collapse = (text: string): string => text.replace(/[ \t\r\n\f\u200b\ufeff]+/g, ' ')

export function enter(element: HtmlElement, context: InlineContext): InlineContext {
  const mark = markOf[element.tagName]
  const link = element.tagName === 'a' ? findTarget(findAttribute(element, 'href'), context.resolve) : undefined
  return {
    ...context,
    depth: context.depth + 1,
    marks: mark === undefined || context.marks.includes(mark) ? context.marks : [...context.marks, mark],
    link: link ?? context.link,
  }
}

function toPicture(element: HtmlElement, { resolve, marks, link }: InlineContext): readonly Piece[] {
  const alt = (findAttribute(element, 'alt') ?? '').replace(/\s+/g, ' ')
  const isSmiley = /(?:^|[\s_-])(?:smiley|emoji)/.test(findAttribute(element, 'class') ?? '')
  const isCounter = ['width', 'height'].every((name) => /^[01](?:px)?$/.test(findAttribute(element, name) ?? ''))
  if (isCounter) return []
  const address = isSmiley ? undefined : findPicture(element, resolve)
  if (address === undefined || address.startsWith('data:')) return alt === '' ? [] : [{ text: alt, marks, link }]
  return [
    {
      text: `${pictureMark}![${escapeInline(alt).replaceAll(']', '\\]')}](${formatAddress(address)})`,
      marks: [],
      link,
    },
  ]
}

/** Before what is Markdown already, among text that is yet to be escaped. */
const pictureMark = '\u0000'

function formatCode(text: string): string {
  const code = text.replace(/\s+/g, ' ').trim()
  if (code === '') return ''
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = longest > 0 ? ' ' : ''
  return `${pictureMark}${fence}${space}${code}${space}${fence}`
}

function splitLines(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece === lineBreak) lines.push([])
    else lines.at(-1)!.push(piece)
  }
  return lines
}

function formatLine(pieces: readonly Piece[]): string {
  const merged = trimPieces(mergePieces(pieces))
  const groups = groupBy(merged, ({ link }) => link)
  let line = ''
  for (const [i, group] of groups.entries()) {
    const link = group[0]!.link
    const next = groups[i + 1]?.[0]?.text ?? ''
    if (link === undefined) line = formatMarks(group, line, next)
    else {
      const [space, text, end] = splitSpace(formatMarks(group, '', ''))
      line += text === '' ? space || end : `${space}[${text}](${formatAddress(link)})${end}`
    }
  }
  return line.replaceAll(pictureMark, '').trim()
}

/** Neighbours in one style are one: `<b>a</b><b>b</b>` would put four stars in a row. */
function mergePieces(pieces: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = []
  for (const piece of pieces) {
    const before = merged.at(-1)
    const isBlank = piece.text.trim() === '' && before !== undefined
    const isSame = before && before.link === piece.link && before.marks.join() === piece.marks.join()
    const isText = before && !before.text.startsWith(pictureMark) && !piece.text.startsWith(pictureMark)
    if (before && isText && (isSame || (isBlank && before.link === piece.link))) {
      merged[merged.length - 1] = { ...before, text: before.text + piece.text }
    } else if (piece.text !== '') merged.push(piece)
  }
  return merged.map((piece) =>
    piece.text.startsWith(pictureMark) ? piece : { ...piece, text: piece.text.replace(/ {2,}/g, ' ') },
  )
}

function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const isBlank = ({ text }: Piece) => text.trim() === ''
  const first = pieces.findIndex((piece) => !isBlank(piece))
  const last = pieces.findLastIndex((piece) => !isBlank(piece))
  return pieces.slice(first < 0 ? pieces.length : first, last + 1).map((piece, i, kept) => {
    const start = i === 0 ? piece.text.trimStart() : piece.text
    return { ...piece, text: i === kept.length - 1 ? start.trimEnd() : start }
  })
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly (readonly T[])[] {
  const groups: T[][] = []
  for (const item of items) {
    if (groups.length > 0 && keyOf(groups.at(-1)![0]!) === keyOf(item)) groups.at(-1)!.push(item)
    else groups.push([item])
  }
  return groups
}

function formatMarks(pieces: readonly Piece[], before: string, after: string): string {
  let line = before
  for (const [i, piece] of pieces.entries()) {
    const { text, marks } = piece
    const isReady = text.startsWith(pictureMark)
    const [space, words, end] = splitSpace(isReady ? text : escapeText(text, piece))
    const next = end !== '' ? end : (pieces[i + 1]?.text ?? after)
    line += space
    line += words !== '' && canMark(line, words, next) ? wrap(words, marks) : words
    line += end
  }
  return line
}

/** In the words of a link, a bracket could end them; beside the marks of deleted words, a tilde could join them. */
function escapeText(text: string, { marks, link }: Piece): string {
  const escaped = escapeInline(text)
  const inLink = link === undefined ? escaped : escaped.replaceAll(']', '\\]')
  return marks.includes('~~') ? inLink.replace(/(?<!\\)~/g, '\\~') : inLink
}

const wrap = (words: string, marks: readonly Mark[]): string =>
  `${marks.join('')}${words}${marks.toReversed().join('')}`

const splitSpace = (text: string): readonly [string, string, string] => {
  const [, start, words, end] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!
  return [start!, words!, end!]
}

/**
 * Whether stars around these words would be read as emphasis: not between a letter and a punctuation mark, nor next to
 * other stars. Where they wouldn't, the words matter more than their weight.
 */
function canMark(before: string, words: string, after: string): boolean {
  const opens = !isLetter(before.at(-1)) || isLetter(words[0])
  const closes = !isLetter(after[0]) || isLetter(words.at(-1))
  return opens && closes && !/[*~_]$/.test(before.replace(/\\[*~_]$/, '')) && !/^[*~_]/.test(after)
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)
