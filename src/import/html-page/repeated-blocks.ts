import { findHeading } from '../archive-heading.ts'
import { foldText } from '../fold-text.ts'
import { findAttribute, type HtmlElement } from '../html-body/html-nodes.ts'
import { type DateReading, findLineKind } from '../line-kinds.ts'
import { isNamed } from './class-words.ts'
import { ancestorsOf, findAncestor, isHeading, namesOf } from './dom.ts'
import type { HtmlLine, LineIndex } from './page-lines.ts'
import { addLinesAbove, countText, type PostBlock } from './post-blocks.ts'

/**
 * Posts of a page that marks none, by what repeats: lines that look alike, each of which could be a title, and text between
 * them. Menus repeat too, but have no text; lists of a sidebar have less of it.
 *
 * @returns The posts of the best row of titles; none where nothing repeats.
 */
export function findRepeatedBlocks(index: LineIndex, dates: DateReading): readonly PostBlock[] {
  const rows = groupTitles(index, dates).map((row) => {
    const blocks = cutAtTitles(row.titles, index, dates)
    return { blocks, score: scoreRow(row, blocks, dates) }
  })
  const best = rows.reduce<(typeof rows)[number] | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
  return best && best.score > 0 ? best.blocks : []
}

interface Title {
  readonly line: HtmlLine
  /** The heading, or the element that the line stands in. */
  readonly element: HtmlElement
}

interface TitleRow {
  readonly titles: readonly Title[]
  readonly weight: number
}

/** Longer lines are no titles. */
const longestTitle = 220

/** A title is a heading with a link, and may lack the one or the other; the less it has, the more its row must hold. */
function groupTitles(index: LineIndex, dates: DateReading): readonly TitleRow[] {
  const rows = new Map<string, { titles: Title[]; weight: number }>()
  for (const line of index.lines) {
    const title = findTitle(line, index, dates)
    if (!title) continue
    for (const look of toLooks(title.element)) {
      const key = `${title.weight} ${look}`
      const row = rows.get(key) ?? { titles: [], weight: title.weight }
      row.titles.push({ line, element: title.element })
      rows.set(key, row)
    }
  }
  return [...rows.values()].filter(({ titles }) => titles.length > 1)
}

function findTitle(
  line: HtmlLine,
  index: LineIndex,
  dates: DateReading,
): { element: HtmlElement; weight: number } | undefined {
  if (line.region !== 'content' || line.text.length > longestTitle || !/\p{L}|\d/u.test(line.text)) return undefined
  const node = line.nodes[0]!
  const heading = findAncestor(node, isHeading)
  const isLink = line.unlinkedLength <= 2 && line.links.length === 1 && isAddress(line.links[0]!)
  if (!heading && !isLink) return undefined
  if (findLineKind(line.text, dates) !== 'text' || findHeading(line.text)?.isExplicit) return undefined
  if (heading) return { element: heading, weight: isLink ? 1 : 0.6 }
  const named = findAncestor(node, (element) => isNamed(element, 'title'))
  return { element: named ?? findWidest(line, index), weight: named ? 0.9 : 0.5 }
}

/** The outermost element that holds a line and nothing else. */
function findWidest({ nodes }: HtmlLine, index: LineIndex): HtmlElement {
  let widest: HtmlElement | undefined
  for (const element of ancestorsOf(nodes[0]!)) {
    if (widest !== undefined && index.countLines(element) > 1) break
    widest = element
  }
  return widest!
}

/** A link that leads somewhere else. */
const isAddress = (link: HtmlElement): boolean => /^(?!#|javascript:|mailto:)./i.test(findAttribute(link, 'href') ?? '')

/** What an element has in common with its like: its place and its name, or its name alone where the depth varies. */
function toLooks(element: HtmlElement): readonly string[] {
  const names = namesOf(element)
    .filter((name) => !/\d{2}/.test(name))
    .join('.')
  const own = `${element.tagName}.${names}`
  const path = Array.from(ancestorsOf(element), ({ tagName }) => tagName).join('<')
  return [own, `${own}<${path}`]
}

/** So much text makes a post as likely as any more of it does. */
const enoughText = 800

function scoreRow({ titles, weight }: TitleRow, blocks: readonly PostBlock[], dates: DateReading): number {
  const share = (count: number) => count / titles.length
  const distinct = Math.min(
    share(new Set(titles.map(({ line }) => foldText(line.text))).size),
    share(new Set(titles.map(({ line }) => findAttribute(line.links[0] ?? line.block, 'href') ?? line.index)).size),
  )
  const dated = share(blocks.filter((block) => hasDate(block, dates)).length)
  const texts = blocks.map(({ lines }) => countText(lines) - lines[0]!.unlinkedLength)
  const withText = share(texts.filter((text) => text >= 20).length)
  // Neither linked nor dated, they are the sections of one text.
  const isLinked = titles.some(({ line }) => line.links.length > 0)
  if (distinct < 0.7 || withText < 0.5 || (!isLinked && dated < 0.5)) return 0
  const text = texts.reduce((sum, one) => sum + Math.min(one, enoughText), 0)
  return text * weight * distinct * withText * (0.5 + 0.5 * dated)
}

const hasDate = ({ lines, above }: PostBlock, dates: DateReading): boolean =>
  [...lines, ...above.slice(-2)].some((line) => isDate(line, dates))

const isDate = ({ text, region }: HtmlLine, dates: DateReading): boolean =>
  (region === 'content' || region === 'meta') &&
  text.length < 160 &&
  (findLineKind(text, dates) === 'date' || /\b(?:19|20)\d\d\b/.test(text))

/** The post of a title is what surrounds it and no other title; on flat pages, what follows it up to the next. */
function cutAtTitles(titles: readonly Title[], index: LineIndex, dates: DateReading): readonly PostBlock[] {
  const counts = new Map<HtmlElement, number>()
  for (const { element } of titles)
    for (const ancestor of [element, ...ancestorsOf(element)]) counts.set(ancestor, (counts.get(ancestor) ?? 0) + 1)
  const own = titles.map(({ element }) => widen(element, (outer) => counts.get(outer) === 1))
  const isNested = own.filter((element, i) => countText(index.linesOf(element)) > titles[i]!.line.unlinkedLength + 20)
  if (isNested.length >= titles.length / 2) {
    const blocks = own.map((element, i) => ({ element, lines: index.linesOf(element), title: titles[i]!.element }))
    return addLinesAbove(blocks, index.lines)
  }
  const around = findAncestor(titles[0]!.element, (element) => counts.get(element) === titles.length)
  return cutFlat(titles, around ? index.linesOf(around) : index.lines, index, dates)
}

function widen(element: HtmlElement, isOwn: (outer: HtmlElement) => boolean): HtmlElement {
  let widest = element
  for (const outer of ancestorsOf(element)) {
    if (!isOwn(outer)) break
    widest = outer
  }
  return widest
}

function cutFlat(
  titles: readonly Title[],
  around: readonly HtmlLine[],
  index: LineIndex,
  dates: DateReading,
): readonly PostBlock[] {
  const end = around.at(-1)!.index + 1
  const blocks = titles.map(({ line, element }, i) => {
    const next = titles[i + 1]?.line.index ?? end
    const lines = index.lines.slice(line.index, next)
    // A date right above a title is the next post's, as it is above the first one.
    const isDateAbove = i + 1 < titles.length && hasDateRightAbove(titles[0]!, index, dates)
    return { lines: isDateAbove ? withoutLastDate(lines, dates) : lines, title: element }
  })
  return addLinesAbove(blocks, index.lines)
}

const withoutLastDate = (lines: readonly HtmlLine[], dates: DateReading): readonly HtmlLine[] =>
  lines.slice(0, lines.findLastIndex(({ text }) => findLineKind(text, dates) !== 'date') + 1)

function hasDateRightAbove({ line }: Title, index: LineIndex, dates: DateReading): boolean {
  const before = index.lines[line.index - 1]
  return before !== undefined && findLineKind(before.text, dates) === 'date'
}
