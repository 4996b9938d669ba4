import { isUtf8 } from 'node:buffer'

/**
 * The text of a file of unknown encoding: by its byte order mark, else UTF-8 where the bytes allow it, else windows-1252,
 * or what else is known of the file.
 *
 * UTF-8 is tried first and strictly: a text in windows-1252 with accents is practically never valid UTF-8.
 *
 * @returns Without byte order mark and without control characters but tab and line breaks; line breaks are `\n`; in Unicode's
 * composed form, which macOS often doesn't write.
 */
export function decodeText(bytes: Uint8Array, decodeOther: (bytes: Uint8Array) => string = decodeWindows1252): string {
  return decodeBytes(bytes, decodeOther).replace(/\r\n?/g, '\n').replace(controlCharacters, '').normalize('NFC')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out.
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g

function decodeBytes(bytes: Uint8Array, decodeOther: (bytes: Uint8Array) => string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeOther(bytes)
  }
}

/** What the bytes of a text are written in, as `decodeText` reads them: the name of an encoding. */
export function findEncoding(bytes: Uint8Array, declared = 'windows-1252'): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  return isUtf8(bytes) ? 'UTF-8' : declared
}

/** What windows-1252 has at 0x80 to 0x9f. */
const from0x80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some releases of Node (20.20 is one) read windows-1252 as ISO 8859-1, so its own characters are put in here. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => from0x80.charAt(character.charCodeAt(0) - 0x80))
