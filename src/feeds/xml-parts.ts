import { escapeText } from '../markup/html.ts'
import { escapeXml } from '../markup/xml.ts'

export const historyNamespace = 'xmlns:fh="http://purl.org/syndication/history/1.0"'

/** HTML as the content of an XML element. */
const formatCdata = (html: string): string => `<![CDATA[${escapeCdata(html)}]]>`

/** HTML between the marks of CDATA. */
export const escapeCdata = (html: string): string => html.replaceAll(']]>', ']]]]><![CDATA[>')

/** Plain text where HTML is expected, with no reference that is not needed: not all readers resolve them. */
export const formatTextAsHtml = (text: string): string => formatCdata(escapeText(text))

/** What comes before a feed's root: CSS for browsers, not XSLT, which they are about to drop. */
export const addStylesheet = (document: string, url: string): string =>
  document.replace('?>', (end) => `${end}\n<?xml-stylesheet type="text/css" href="${escapeXml(url)}"?>`)

/** Hexadecimal references tell plain text from HTML: most readers then show titles such as `a < b` as they are. */
export const escapePlainText = (text: string): string =>
  escapeXml(text).replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;')
