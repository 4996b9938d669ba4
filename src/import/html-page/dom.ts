import type { DefaultTreeAdapterTypes } from 'parse5'
import { findAttribute, type HtmlElement, type HtmlNode, isElement, isText } from '../html-body/html-nodes.ts'

type HtmlParent = DefaultTreeAdapterTypes.ParentNode

const tokensByElement = new WeakMap<HtmlElement, readonly string[]>()

/** Classes and id in lower case: themes use one or the other for the same thing. */
export function namesOf(element: HtmlElement): readonly string[] {
  const known = tokensByElement.get(element)
  if (known) return known
  const text = `${findAttribute(element, 'id') ?? ''} ${findAttribute(element, 'class') ?? ''}`
  const names = text
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== '')
  tokensByElement.set(element, names)
  return names
}

/** Space-separated values of an attribute such as `rel`, in lower case. */
export const valuesOf = (element: HtmlElement, name: string): readonly string[] =>
  findAttribute(element, name)?.toLowerCase().split(/\s+/) ?? []

/** All elements below a node, in document order. */
export function* elementsBelow(node: HtmlParent): Generator<HtmlElement> {
  // A stack of its own: hostile pages nest deeper than the call stack goes.
  const stack = node.childNodes.toReversed()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!isElement(next)) continue
    yield next
    for (let i = next.childNodes.length - 1; i >= 0; i--) stack.push(next.childNodes[i]!)
  }
}

export function findElement(node: HtmlParent, matches: (element: HtmlElement) => boolean): HtmlElement | undefined {
  for (const element of elementsBelow(node)) if (matches(element)) return element
  return undefined
}

export function* ancestorsOf(node: HtmlNode): Generator<HtmlElement> {
  for (let parent = node.parentNode; parent !== null && isElement(parent); parent = parent.parentNode) yield parent
}

/** The nearest element around a node that matches. */
export function findAncestor(node: HtmlNode, matches: (element: HtmlElement) => boolean): HtmlElement | undefined {
  for (const ancestor of ancestorsOf(node)) if (matches(ancestor)) return ancestor
  return undefined
}

export function isInside(node: HtmlNode, container: HtmlElement): boolean {
  if (node === container) return true
  for (const ancestor of ancestorsOf(node)) if (ancestor === container) return true
  return false
}

export const isHeading = ({ tagName }: HtmlElement): boolean => /^h[1-6]$/.test(tagName)

/** Text of an element on one line, whatever elements it is in; not for elements that hold scripts. */
export function textOf(element: HtmlElement): string {
  let text = ''
  const stack: HtmlNode[] = element.childNodes.toReversed()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isText(next)) text += next.value
    else if (isElement(next) && !silentElements.has(next.tagName)) {
      if (!inlineElements.has(next.tagName)) text += ' '
      stack.push(...next.childNodes.toReversed())
    }
  }
  return collapse(text)
}

/** Elements that don't begin a line of their own. */
export const inlineElements: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meta q ruby rp rt s samp small span strike strong sub sup time tt u var wbr img link o:p'.split(
    ' ',
  ),
)

/** Elements whose text no reader sees. */
export const silentElements: ReadonlySet<string> = new Set(
  'head title script style template noscript iframe object embed svg math canvas audio video select textarea input'.split(
    ' ',
  ),
)

export const collapse = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim()
