import { decodeWindows1252 } from '../decode-text.ts'

/**
 * The text of an XML file that arrives in pieces: by its byte order mark, as UTF-8 where a line's bytes allow it, else in
 * the encoding that the file declares, else in windows-1252.
 *
 * Line by line, because exports mix: posts of the first years in Latin-1, later ones in UTF-8, in one file that claims to
 * be UTF-8 throughout. A line in another encoding is practically never valid UTF-8.
 */
export function* decodeChunks(chunks: Iterable<Uint8Array>): Generator<string> {
  let decode: ((bytes: Uint8Array) => string) | undefined
  for (const lines of wholeLines(chunks)) {
    decode ??= chooseDecoder(lines)
    yield decode(lines)
  }
}

/** Bytes: of a file that was read whole, what is decoded and parsed at a time. Larger pieces only take more memory. */
const mostAtATime = 65_536

function* smallPieces(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += mostAtATime) yield chunk.subarray(start, start + mostAtATime)
  }
}

/** Pieces that end where lines end, so that no character is cut; UTF-16 has a decoder that remembers halves. */
function* wholeLines(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let open: Uint8Array[] = []
  for (const chunk of smallPieces(chunks)) {
    const end = chunk.lastIndexOf(lineFeed) + 1
    if (end > 0) {
      yield Buffer.concat([...open, chunk.subarray(0, end)])
      open = []
    }
    // A copy: whoever reads the file may fill the same bytes again.
    if (end < chunk.length) open.push(Buffer.from(chunk.subarray(end)))
  }
  if (open.length > 0) yield Buffer.concat(open)
}

const lineFeed = 0x0a

function chooseDecoder(start: Uint8Array): (bytes: Uint8Array) => string {
  const wide =
    start[0] === 0xff && start[1] === 0xfe
      ? 'utf-16le'
      : start[0] === 0xfe && start[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (wide !== undefined) {
    const decoder = new TextDecoder(wide)
    return (bytes) => decoder.decode(bytes, { stream: true })
  }
  const decodeOther = findDeclaredDecoder(start)
  return (bytes) => decodeUtf8(bytes) ?? splitLines(bytes, (line) => decodeUtf8(line) ?? decodeOther(line))
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

function splitLines(bytes: Uint8Array, decode: (line: Uint8Array) => string): string {
  const lines: string[] = []
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(lineFeed, start)
    const end = next < 0 ? bytes.length : next + 1
    lines.push(decode(bytes.subarray(start, end)))
    start = end
  }
  return lines.join('')
}

/** What browsers read as windows-1252, and what was ruled out before. */
const westernLabels = /^(?:utf-?8|iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp1252)$/i

function findDeclaredDecoder(start: Uint8Array): (bytes: Uint8Array) => string {
  const declaration = Buffer.from(start.subarray(0, 400)).toString('latin1')
  const label = /<\?xml\b[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(declaration)?.[1]
  if (label === undefined || westernLabels.test(label)) return decodeWindows1252
  try {
    const decoder = new TextDecoder(label)
    return (bytes) => decoder.decode(bytes)
  } catch {
    // An encoding that nobody knows is no reason to refuse the file.
    return decodeWindows1252
  }
}
