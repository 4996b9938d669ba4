import { findHeading } from '../archive-heading.ts'
import { foldText } from '../fold-text.ts'
import { findAttribute, type HtmlElement } from '../html-body/html-nodes.ts'
import type { DateReading } from '../line-kinds.ts'
import { hasName } from './class-words.ts'
import { ancestorsOf, elementsBelow, findAncestor, findElement, isHeading, textOf } from './dom.ts'
import { findEntryBlocks } from './entry-blocks.ts'
import type { HtmlLine, LineIndex } from './page-lines.ts'
import type { Regions } from './page-regions.ts'
import { isArticleThing, type ParsedPage, textsOf } from './parse-page.ts'
import { addLinesAbove, countText, type PostBlock } from './post-blocks.ts'
import { findRepeatedBlocks } from './repeated-blocks.ts'

export interface FoundPosts {
  readonly blocks: readonly PostBlock[]
  /** The page is that of one post. */
  readonly isSingle: boolean
}

/** Finds the posts of a page: by what it marks as such, else by what repeats on it, else as the one post that it is. */
export function findPosts(page: ParsedPage, index: LineIndex, regions: Regions, dates: DateReading): FoundPosts {
  const entries = findEntryBlocks(page.body, index, regions)
  const repeated = findRepeatedBlocks(index, dates)
  const blocks = chooseBlocks(entries, repeated)
  const single = findSinglePost(page, index, blocks, isMarkedSingle(page))
  return single ? { blocks: [single], isSingle: true } : { blocks, isSingle: false }
}

/** What a page marks is believed, unless most text of the posts that repeat on it lies elsewhere, or in one mark. */
function chooseBlocks(
  entries: readonly (readonly PostBlock[])[],
  repeated: readonly PostBlock[],
): readonly PostBlock[] {
  const all = [...entries, repeated]
  const most = Math.max(...all.map(measure))
  const chosen = all.find((blocks) => blocks.length > 0 && measure(blocks) >= most / 2) ?? []
  const isList = chosen.length === 1 && repeated.length > 2 && measure(repeated) >= measure(chosen) / 2
  return isList ? repeated : chosen
}

const measure = (blocks: readonly PostBlock[]): number => blocks.reduce((sum, { lines }) => sum + countText(lines), 0)

/** What a page says of itself: one article, or a list. */
function isMarkedSingle({ body, title, meta, things }: ParsedPage): boolean {
  if (['archive', 'blog', 'home', 'search'].some((name) => hasName(body, name))) return false
  if (['single', 'single-post', 'page'].some((name) => hasName(body, name))) return true
  if (isReplyTarget(body)) return true
  // Some plugins call every page an article.
  if (findHeading(title)) return false
  return (
    meta.get('og:type')?.[0] === 'article' ||
    meta.has('article:published_time') ||
    things.filter(isArticleThing).length === 1
  )
}

/** Readers can answer one post only: WordPress names it in the form. */
const isReplyTarget = (body: HtmlElement): boolean =>
  findElement(
    body,
    (element) => element.tagName === 'input' && findAttribute(element, 'name') === 'comment_post_ID',
  ) !== undefined

function findSinglePost(
  page: ParsedPage,
  index: LineIndex,
  blocks: readonly PostBlock[],
  isMarked: boolean,
): PostBlock | undefined {
  const title = findPageTitle(page, index)
  const own = blocks.find(({ element }) => title && element && index.linesOf(element).some((line) => isOf(line, title)))
  if (!isMarked) {
    if (title === undefined || own !== undefined) return undefined
    const around = widenToText(title, index)
    return countText(index.linesOf(around)) > 2 * measure(blocks) + 200 ? toBlock(around, title, index) : undefined
  }
  if (own && title) return { ...own, title }
  if (title) return toBlock(widenToText(title, index), title, index)
  return blocks.toSorted((a, b) => countText(b.lines) - countText(a.lines))[0]
}

const isOf = (line: HtmlLine, element: HtmlElement): boolean =>
  line.nodes.some((node) => findAncestor(node, (ancestor) => ancestor === element) !== undefined)

/**
 * The heading that repeats the title of the page. The name of the site may stand in that title too, and over the page: the
 * heading of the post is the one nearer to the text.
 */
function findPageTitle(page: ParsedPage, index: LineIndex): HtmlElement | undefined {
  const titles = toPageTitles(page)
  const headings = [...elementsBelow(page.body)].filter(
    (element) => isHeading(element) && titles.includes(foldText(textOf(element))) && !findHeading(textOf(element)),
  )
  const depth = (element: HtmlElement) => [...ancestorsOf(widenToText(element, index))].length
  const rank = (element: HtmlElement) => titles.indexOf(foldText(textOf(element)))
  return headings.toSorted((a, b) => depth(b) - depth(a) || rank(a) - rank(b))[0]
}

/** The likeliest titles of the article first. */
function toPageTitles({ title, meta, things }: ParsedPage): readonly string[] {
  const parts = title.split(/\s+[|«»•·–—:-]\s+|\s*[|«»]\s*/)
  const starts = parts.map((_, i) => parts.slice(0, i + 1).join(' ')).reverse()
  const headlines = things.filter(isArticleThing).flatMap(({ headline, name }) => textsOf(headline ?? name))
  return [...headlines, ...(meta.get('og:title') ?? []), title, ...starts, parts.at(-1) ?? '']
    .map(foldText)
    .filter((one) => one !== '')
}

/** The smallest element around a title that holds most of the page's running text. */
function widenToText(title: HtmlElement, index: LineIndex): HtmlElement {
  const total = countText(index.lines)
  let around = title
  for (const ancestor of ancestorsOf(title)) {
    around = ancestor
    if (countText(index.linesOf(ancestor)) >= total * 0.6) break
  }
  return around
}

const toBlock = (element: HtmlElement, title: HtmlElement, index: LineIndex): PostBlock =>
  addLinesAbove([{ lines: index.linesOf(element), title, element }], index.lines)[0]!
