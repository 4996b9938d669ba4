import { escapeText } from '../../markup/html.ts'

/** An element of an export or a feed, with all that is in it. */
export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the file calls it: `wp:post_name`; RSS and Atom have none. */
  readonly name: string
  /** By name as it is written. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
  /** Lines of the file that it takes, counted from 1. */
  readonly lines: { readonly first: number; readonly last: number }
}

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name)

export const findChild = (element: XmlElement, ...names: readonly string[]): XmlElement | undefined =>
  names.map((name) => childrenOf(element, name)[0]).find((child) => child !== undefined)

/** All text in an element, as it stands. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** The text of the first of several children that has one, without white space around it. */
export function findText(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const child of names.flatMap((name) => childrenOf(element, name))) {
    const text = textOf(child).trim()
    if (text !== '') return text
  }
  return undefined
}

/** What stands in an element, as markup: Atom lets posts be XHTML. */
export const innerMarkup = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? escapeText(child) : outerMarkup(child))).join('')

function outerMarkup(element: XmlElement): string {
  const name = element.name.replace(/^.*:/, '')
  const attributes = Array.from(
    element.attributes,
    ([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`,
  )
  // An empty element without its end tag would take in what follows, once HTML reads it.
  return `<${name}${attributes.join('')}>${voidElements.has(name) ? '' : `${innerMarkup(element)}</${name}>`}`
}

const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
