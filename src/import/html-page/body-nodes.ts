import { type HtmlElement, type HtmlNode, type HtmlText, isElement, isText } from '../html-body/html-nodes.ts'
import { ancestorsOf } from './dom.ts'
import type { Regions } from './page-regions.ts'
import type { PostParts } from './post-parts.ts'

/** The part of a page's tree that is the text of a post: a copy, without what stands between and isn't. */
export function toBodyNodes({ body, containers }: PostParts, regions: Regions): readonly HtmlNode[] {
  const kept = new Set(body.flatMap(({ nodes }) => nodes))
  if (containers.length > 0) return containers.flatMap((root) => copy(root, { kept, regions, isOpen: true }) ?? [])
  const root = findCommonAncestor([...kept])
  if (root === undefined) return []
  const first = root.childNodes.indexOf(childTowards(body[0]!.nodes[0]!, root))
  const last = root.childNodes.indexOf(childTowards(body.at(-1)!.nodes.at(-1)!, root))
  // On flat pages all posts are children of one element.
  const part = { ...root, childNodes: root.childNodes.slice(first, last + 1) }
  return copy(part, { kept, regions, isOpen: false })?.childNodes ?? []
}

const childTowards = (node: HtmlNode, root: HtmlElement): HtmlNode => {
  let child = node
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor === root) break
    child = ancestor
  }
  return child
}

function findCommonAncestor([first, ...others]: readonly HtmlText[]): HtmlElement | undefined {
  if (first === undefined) return undefined
  let common = [...ancestorsOf(first)]
  for (const node of others) {
    const around = new Set(ancestorsOf(node))
    common = common.filter((element) => around.has(element))
  }
  // A post of one line is a paragraph all the same.
  return common.find(({ tagName }) => !inline.has(tagName))
}

const inline = new Set([
  'a',
  'b',
  'i',
  'em',
  'strong',
  'span',
  'font',
  'small',
  'u',
  'p',
  'li',
  'blockquote',
  'pre',
  'code',
])

const standsAlone = new Set(['img', 'iframe', 'video', 'audio', 'embed', 'object', 'hr', 'picture', 'table', 'svg'])

interface Copying {
  readonly kept: ReadonlySet<HtmlText>
  readonly regions: Regions
  /** Pictures are the post's: everywhere in a part that is named as its text, else only after its first words. */
  isOpen: boolean
}

/** An element with what of it is kept; `undefined` where that is nothing. */
function copy(element: HtmlElement, state: Copying): HtmlElement | undefined {
  const childNodes: HtmlNode[] = []
  for (const node of element.childNodes) {
    const made = copyNode(node, state)
    if (made) childNodes.push(made)
  }
  const isEmpty = !childNodes.some((node) => isElement(node) || (isText(node) && node.value.trim() !== ''))
  if (isEmpty && !standsAlone.has(element.tagName)) return undefined
  const made: HtmlElement = { ...element, childNodes }
  for (const child of childNodes) child.parentNode = made
  return made
}

function copyNode(node: HtmlNode, state: Copying): HtmlNode | undefined {
  if (isText(node)) {
    if (state.kept.has(node)) state.isOpen = true
    return state.kept.has(node) || node.value.trim() === '' ? { ...node } : undefined
  }
  if (!isElement(node)) return undefined
  const region = state.regions.get(node)
  if (region === 'hidden' ? !standsAlone.has(node.tagName) : region !== undefined && region !== 'meta') return undefined
  if (node.tagName === 'br') return { ...node }
  if (standsAlone.has(node.tagName) && node.tagName !== 'table' && !state.isOpen) return undefined
  return copy(node, state)
}
