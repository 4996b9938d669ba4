import { decodeText } from './decode-text.ts'

/** What a file is, by its content: names and extensions of saved files lie. `text` is what this importer reads. */
export type FileFormat = 'text' | 'empty' | 'html' | 'xml' | 'json' | 'front matter' | 'rtf' | 'binary'

/** First bytes of formats that hold no readable text. */
const binarySignatures: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, odt, epub
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xd0, 0xcf, 0x11, 0xe0], // old Word
]

/** First characters of formats that are text, but not the pasted text of a page. */
const markupSignatures: readonly (readonly [FileFormat, RegExp])[] = [
  [
    'html',
    /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype html|<(?:html|head|body|div|article|main|table|meta)[\s>])/i,
  ],
  ['xml', /^\s*(?:<!--[\s\S]{0,2000}?-->\s*){0,20}<(?:\?xml|!doctype r(?:ss|df)|rss|feed|rdf:RDF|urlset)[\s:>]/i],
  ['rtf', /^\{\\rtf/],
  ['front matter', /^(?:---\w*|\+\+\+|;;;)[ \t]*\n[\s\S]{0,4000}?\n(?:---|\+\+\+|;;;|\.\.\.)[ \t]*\n/],
  // Hugo also knows a JSON object with the text after it.
  ['front matter', /^\{\s*\n\s*"[\w-]+"\s*:[\s\S]{0,4000}?\n\}[ \t]*\n\s*\S/],
]

export function detectFormat(bytes: Uint8Array): FileFormat {
  if (binarySignatures.some((signature) => signature.every((byte, i) => bytes[i] === byte))) return 'binary'
  if (isBinary(bytes)) return 'binary'
  const start = decodeText(bytes.subarray(0, 8192))
  if (start.trim() === '') return decodeText(bytes).trim() === '' ? 'empty' : 'text'
  const markup = markupSignatures.find(([, pattern]) => pattern.test(start))
  if (markup) return markup[0]
  return /^\s*[[{]/.test(start) && isJson(decodeText(bytes)) ? 'json' : 'text'
}

/** A zero byte outside UTF-16, or more control characters than any text has. */
function isBinary(bytes: Uint8Array): boolean {
  const hasUtf16Mark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (hasUtf16Mark) return false
  const sample = bytes.subarray(0, 65_536)
  const controls = sample.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13).length
  return sample.includes(0) || controls > sample.length / 50
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
