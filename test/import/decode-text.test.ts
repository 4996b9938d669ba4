import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/import/decode-text.ts'

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('decodeText', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', new TextEncoder().encode('l’été\n')],
    ['UTF-8 with a byte order mark', new TextEncoder().encode('\ufeffl’été\n')],
    ['UTF-16, little endian', utf16('\ufeffl’été\n', true)],
    ['UTF-16, big endian', utf16('\ufeffl’été\n', false)],
    ['windows-1252', new Uint8Array([0x6c, 0x92, 0xe9, 0x74, 0xe9, 0x0a])],
    ['letters with their accents apart, as macOS writes them', new TextEncoder().encode('l’été\n'.normalize('NFD'))],
    ['Windows line ends', new TextEncoder().encode('l’été\r\n')],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('l’été\n')
  })

  it('keeps no-break spaces and tabs, drops control characters', () => {
    expect(decodeText(new TextEncoder().encode('a\u00a0:\u202f?\tb\u0007c'))).toBe('a\u00a0:\u202f?\tbc')
  })
})
