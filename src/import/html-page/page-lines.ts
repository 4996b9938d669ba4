import { type HtmlElement, type HtmlNode, type HtmlText, isElement, isText } from '../html-body/html-nodes.ts'
import { ancestorsOf, collapse, inlineElements } from './dom.ts'
import type { Region, Regions } from './page-regions.ts'

/** A line of a page as a browser shows it, unwrapped. */
export interface HtmlLine {
  /** Place among the lines of the page, from 0. */
  readonly index: number
  /** Line of the file where its text begins, from 1. */
  readonly number: number
  readonly text: string
  /** The text nodes that it is made of. */
  readonly nodes: readonly HtmlText[]
  /** The block-level element that it stands in directly. */
  readonly block: HtmlElement
  readonly region: Region
  /** Links that hold some of its text. */
  readonly links: readonly HtmlElement[]
  /** Characters of it outside links. */
  readonly unlinkedLength: number
}

interface OpenLine {
  readonly nodes: HtmlText[]
  readonly links: Set<HtmlElement>
  text: string
  unlinkedLength: number
}

/** All text that a browser would show, line by line. */
export function splitIntoLines(body: HtmlElement, regions: Regions): readonly HtmlLine[] {
  const lines: HtmlLine[] = []
  let open: OpenLine = toOpenLine()
  const close = ({ block, region }: Place) => {
    const text = collapse(open.text)
    if (text !== '') lines.push(toLine(open, text, { index: lines.length, block, region }))
    open = toOpenLine()
  }
  const add = (node: HtmlText, { link, region }: Place) => {
    // Menus are rows of links without spaces between; style sheets set them apart.
    const isNextLink = link !== undefined && open.links.size > 0 && !open.links.has(link)
    // So are rows of dates, names and labels; in running text, a part of a word may be in bold.
    const isNextLabel = region !== 'content' && open.nodes.at(-1)?.parentNode !== node.parentNode
    open.text += isNextLink || (isNextLabel && isGlued(open.text, node.value)) ? ` ${node.value}` : node.value
    if (node.value.trim() === '') return
    open.nodes.push(node)
    if (link) open.links.add(link)
    else open.unlinkedLength += collapse(node.value).length
  }
  visit(body, { block: body, region: 'content', link: undefined }, regions, { add, close })
  return lines
}

const isGlued = (before: string, after: string): boolean =>
  /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)

interface Place {
  readonly block: HtmlElement
  readonly region: Region
  readonly link: HtmlElement | undefined
}

interface Visitor {
  readonly add: (node: HtmlText, place: Place) => void
  readonly close: (place: Place) => void
}

type Step = { readonly node: HtmlNode; readonly place: Place } | { readonly end: Place }

/** Walks with a stack of its own: hostile pages nest deeper than the call stack goes. */
function visit(body: HtmlElement, top: Place, regions: Regions, { add, close }: Visitor): void {
  const stack: Step[] = [{ end: top }, ...toSteps(body, top)]
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('end' in step) close(step.end)
    else if (isText(step.node)) add(step.node, step.place)
    else if (isElement(step.node)) {
      const element = step.node
      const region = regions.get(element) ?? step.place.region
      if (region === 'hidden') continue
      if (element.tagName === 'br') close(step.place)
      const link = element.tagName === 'a' ? element : step.place.link
      if (isInline(element, region, step.place)) stack.push(...toSteps(element, { ...step.place, link }))
      else {
        close(step.place)
        const place = { block: element, region, link }
        stack.push({ end: place }, ...toSteps(element, place))
      }
    }
  }
}

/** A region is a line of its own even where its element is inline: the link to the rest at the end of a paragraph. */
const isInline = (element: HtmlElement, region: Region, place: Place): boolean =>
  inlineElements.has(element.tagName) && (region === place.region || place.region !== 'content' || region === 'meta')

const toSteps = (element: HtmlElement, place: Place): Step[] =>
  element.childNodes.map((node) => ({ node, place })).reverse()

const toOpenLine = (): OpenLine => ({ nodes: [], links: new Set(), text: '', unlinkedLength: 0 })

const toLine = (open: OpenLine, text: string, place: Pick<HtmlLine, 'index' | 'block' | 'region'>): HtmlLine => ({
  ...place,
  text,
  number: open.nodes[0]?.sourceCodeLocation?.startLine ?? 0,
  nodes: open.nodes,
  links: [...open.links],
  unlinkedLength: open.unlinkedLength,
})

/** The lines of a page, and which of them each element holds. */
export class LineIndex {
  readonly lines: readonly HtmlLine[]
  private readonly ranges = new Map<HtmlElement, { readonly first: number; last: number }>()

  constructor(lines: readonly HtmlLine[]) {
    this.lines = lines
    for (const { index, nodes } of lines)
      for (const node of nodes)
        for (const element of ancestorsOf(node)) {
          const range = this.ranges.get(element)
          if (range?.last === index) break
          if (range) range.last = index
          else this.ranges.set(element, { first: index, last: index })
        }
  }

  /** How many lines an element has, itself and below. */
  countLines(element: HtmlElement): number {
    const range = this.ranges.get(element)
    return range ? range.last - range.first + 1 : 0
  }

  linesOf(element: HtmlElement): readonly HtmlLine[] {
    const range = this.ranges.get(element)
    return range ? this.lines.slice(range.first, range.last + 1) : []
  }
}
