import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlText = DefaultTreeAdapterTypes.TextNode

export const isElement = (node: DefaultTreeAdapterTypes.Node): node is HtmlElement => 'tagName' in node

export const isText = (node: DefaultTreeAdapterTypes.Node): node is HtmlText => node.nodeName === '#text'

/** An attribute's value without white space around it; `undefined` where it is absent or empty. */
export function findAttribute(element: HtmlElement, name: string): string | undefined {
  const value = element.attrs.find((attribute) => attribute.name === name)?.value.trim()
  return value === '' ? undefined : value
}

/** Elements that no reader sees, or that do nothing outside their old page. */
export const droppedElements: ReadonlySet<string> = new Set(
  'script style template head title link meta base form button select option textarea input svg canvas map area param source track'.split(
    ' ',
  ),
)

/** Elements that begin a block of their own; any other is part of a line. */
const blockElements: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr caption ul iframe video audio embed object'.split(
    ' ',
  ),
)

export const isBlock = (node: HtmlNode): node is HtmlElement => isElement(node) && blockElements.has(node.tagName)

/** Hostile pages nest deeper than the call stack goes; what lies deeper keeps its words and loses its form. */
export const deepestElement = 200

/** Whether a block stands anywhere below a node, as a paragraph in a `<span>`. */
export function holdsBlock(node: HtmlNode): boolean {
  for (const inner of visibleNodes(node)) if (inner !== node && isBlock(inner)) return true
  return false
}

/** All text below a node, as it stands. */
export function rawText(node: HtmlNode): string {
  let text = ''
  for (const inner of visibleNodes(node)) {
    if (isText(inner)) text += inner.value
    else if (isElement(inner) && inner.tagName === 'br') text += '\n'
  }
  return text
}

/** A node and all below it, but what no reader sees. */
function* visibleNodes(node: HtmlNode): Generator<HtmlNode> {
  const stack = [node]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isElement(next) && droppedElements.has(next.tagName)) continue
    yield next
    if (isElement(next)) for (const child of next.childNodes.toReversed()) stack.push(child)
  }
}
