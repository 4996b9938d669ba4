import { decodeText } from '../decode-text.ts'

/**
 * The text of a saved page: by its byte order mark, as UTF-8 where the bytes allow it, else as the page says.
 *
 * What the bytes prove goes before what the page claims: editors and browsers save pages in UTF-8 and leave the old
 * `charset` in them, and text in another encoding is practically never valid UTF-8.
 */
export function decodePage(bytes: Uint8Array): string {
  const label = hasByteOrderMark(bytes) || isUtf8(bytes) ? undefined : findDeclaredEncoding(bytes)
  const text = label === undefined ? undefined : decodeAs(bytes, label)
  return text === undefined ? decodeText(bytes) : decodeText(new TextEncoder().encode(text))
}

const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What browsers read as windows-1252, whatever it is called; `decodeText` knows it, and UTF-8 has been ruled out. */
const westernLabels = /^(?:utf-?8|(?:iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp1252))$/i

function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const label = /<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]
  return label === undefined || westernLabels.test(label) ? undefined : label
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    // An encoding that nobody knows is no reason to refuse the page.
    return undefined
  }
}
