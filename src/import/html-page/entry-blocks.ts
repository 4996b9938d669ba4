import type { HtmlElement } from '../html-body/html-nodes.ts'
import { hasProperty, isEntry, isNamed, isPostingItem, isWordPressPost } from './class-words.ts'
import { ancestorsOf, elementsBelow, findAncestor } from './dom.ts'
import type { LineIndex } from './page-lines.ts'
import type { Region, Regions } from './page-regions.ts'
import { addLinesAbove, type PostBlock } from './post-blocks.ts'

/** Ways in which a page may say itself what its posts are, the clearest first. */
const marks: readonly ((element: HtmlElement) => boolean)[] = [
  isEntry,
  (element) => isPostingItem(element) || hasProperty(element, 'blogPost', 'blogPosts'),
  isWordPressPost,
  (element) => element.tagName === 'article' && !isNamed(element, 'comments'),
]

/** Posts by each mark that the page uses: microformats, schema.org, WordPress's classes, `<article>`. */
export function findEntryBlocks(
  body: HtmlElement,
  index: LineIndex,
  regions: Regions,
): readonly (readonly PostBlock[])[] {
  return marks.map((isMarked) => {
    const marked = [...elementsBelow(body)].filter((element) => isMarked(element) && !isOutside(element, regions))
    const blocks = keepSeparate(marked).map((element) => ({ element, lines: index.linesOf(element) }))
    return addLinesAbove(
      blocks.filter(({ lines }) => lines.length > 0),
      index.lines,
    )
  })
}

const outside: ReadonlySet<Region | undefined> = new Set<Region>(['chrome', 'related', 'comments', 'hidden', 'share'])

function isOutside(element: HtmlElement, regions: Regions): boolean {
  if (outside.has(regions.get(element))) return true
  for (const ancestor of ancestorsOf(element)) if (outside.has(regions.get(ancestor))) return true
  return false
}

/** The outer one of marked elements that hold each other, unless it holds several: then it is the list, not a post. */
function keepSeparate(marked: readonly HtmlElement[]): readonly HtmlElement[] {
  const all = new Set(marked)
  const outerOf = new Map<HtmlElement, HtmlElement>()
  const separateWithin = new Map(marked.map((element) => [element, 0]))
  // Document order turned round: what an element holds is counted before it.
  for (const element of marked.toReversed()) {
    const outer = findAncestor(element, (ancestor) => all.has(ancestor))
    if (outer === undefined) continue
    outerOf.set(element, outer)
    separateWithin.set(outer, separateWithin.get(outer)! + Math.max(1, separateWithin.get(element)!))
  }
  const isPost = (element: HtmlElement) => separateWithin.get(element)! < 2
  return marked.filter((element) => isPost(element) && !(outerOf.has(element) && isPost(outerOf.get(element)!)))
}
