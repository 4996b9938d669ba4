import { decodeText, decodeWindows1252 } from '../decode-text.ts'

/**
 * The text of a saved page: by its byte order mark, as UTF-8 where the bytes allow it, else as the page says.
 *
 * What the bytes prove goes before what the page claims: editors and browsers save pages in UTF-8 and leave the old
 * `charset` in them, and text in another encoding is practically never valid UTF-8.
 */
export const decodePage = (bytes: Uint8Array): string => decodeText(bytes, decodeAsDeclared)

function decodeAsDeclared(bytes: Uint8Array): string {
  const label = findDeclaredEncoding(bytes)
  if (label === undefined) return decodeWindows1252(bytes)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    // An encoding that nobody knows is no reason to refuse the page.
    return decodeWindows1252(bytes)
  }
}

/** What browsers read as windows-1252, whatever it is called; `decodeText` knows it, and UTF-8 has been ruled out. */
const westernLabels = /^(?:utf-?8|(?:iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp1252))$/i

/** The encoding that a page or an XML file claims; `undefined` for none, and for windows-1252 and UTF-8 by whatever name. */
export function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const label = /<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]
  return label === undefined || westernLabels.test(label) ? undefined : label
}
