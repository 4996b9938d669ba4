import { escapeHtml } from './html.ts'

/** Well-formed XML. Made by `element` only. */
export class Xml {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type XmlPart = Xml | string | undefined | readonly XmlPart[]

/**
 * One element with its attributes and children; strings are escaped, attributes without a value left out.
 *
 * @example element('loc', {}, 'https://example.org/?a&b')
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly XmlPart[]
): Xml {
  let start = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${key}="${escapeXml(value)}"`
  }
  const content = children.map(formatPart).join('')
  return new Xml(content === '' ? `${start}/>` : `${start}>${content}</${name}>`)
}

/** A document: the declaration, then its one root element. */
export const formatXml = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`

/** Escapes, and takes out what XML 1.0 cannot hold at all: control characters, lone surrogates, noncharacters. */
export const escapeXml = (text: string): string => escapeHtml(text.toWellFormed().replace(forbidden, ''))

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function formatPart(part: XmlPart): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escapeXml(part)
  return part instanceof Xml ? part.text : part.map(formatPart).join('')
}
