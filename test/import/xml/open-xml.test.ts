import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openXml } from '../../../src/import/xml/open-xml.ts'
import { findText, textOf } from '../../../src/import/xml/xml-element.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const readAll = (...chunks: readonly Uint8Array[]) => {
  const xml = openXml(chunks)
  return { root: xml.root?.name, parts: [...xml.parts], faults: xml.faults }
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('openXml', () => {
  it('gives the same elements wherever the file is cut', () => {
    const file = bytes(
      '<?xml version="1.0"?>\n<rss><channel><title>L’été 🎉</title>\n<item><a>1 &lt; 2</a><b><![CDATA[<p>œ</p>\n]]]]><![CDATA[>]]></b></item>\n<item/></channel></rss>\n',
    )
    const whole = readAll(file)
    expect(whole.parts.map(({ name }) => name)).toEqual(['title', 'item', 'item'])
    expect(findText(whole.parts[1]!, 'b')).toBe('<p>œ</p>\n]]>')
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 6 }), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), file.length]
        const chunks = cuts.slice(1).map((end, i) => file.subarray(cuts[i], end))
        expect(readAll(...chunks).parts).toEqual(whole.parts)
      }),
    )
  })

  it('reads from one buffer that is filled again and again', () => {
    const file = bytes('<rss><item>un</item><item>deux</item>\n<item>trois</item></rss>')
    function* chunks() {
      const buffer = Buffer.alloc(7)
      for (let start = 0; start < file.length; start += 7) {
        const piece = file.subarray(start, start + 7)
        buffer.set(piece)
        yield buffer.subarray(0, piece.length)
      }
    }
    expect([...openXml(chunks()).parts].map(textOf)).toEqual(['un', 'deux', 'trois'])
  })

  it('reads no further than it is asked to', () => {
    const taken: number[] = []
    function* chunks() {
      for (let i = 0; i < 100; i++) {
        taken.push(i)
        yield bytes(i === 0 ? '<rss>\n' : `<item>${i}</item>\n`)
      }
    }
    const xml = openXml(chunks())
    for (const part of xml.parts) if (textOf(part) === '3') break
    expect(taken.length).toBeLessThan(6)
  })

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', bytes('\ufeff<rss><item>été</item></rss>')],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, ...Buffer.from('<rss><item>été</item></rss>', 'utf16le'))],
    ['Latin-1, declared', latin1('<?xml version="1.0" encoding="iso-8859-1"?><rss><item>été</item></rss>')],
    ['Latin-1, undeclared', latin1('<rss><item>été</item></rss>')],
    ['ISO 8859-15, declared', latin1('<?xml version="1.0" encoding="ISO-8859-15"?><rss><item>été</item></rss>')],
    ['an encoding that nobody knows', bytes('<?xml version="1.0" encoding="x-none"?><rss><item>été</item></rss>')],
  ])('reads %s', (_, file) => {
    expect(readAll(file).parts.map(textOf)).toEqual(['été'])
  })

  it('reads a file of which a line is in another encoding than the rest', () => {
    const file = Uint8Array.of(...bytes('<rss>\n<item>œuf</item>\n'), ...latin1('<item>été</item>\n</rss>'))
    expect(readAll(file).parts.map(textOf)).toEqual(['œuf', 'été'])
  })

  it('knows namespaces by what they are, not by their prefixes', () => {
    const { parts } = readAll(
      bytes(
        '<rss xmlns:w="http://wordpress.org/export/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><w:status/><c:encoded/><wp:author/></rss>',
      ),
    )
    expect(parts.map(({ name }) => name)).toEqual(['wp:status', 'content:encoded', 'wp:author'])
  })

  it.each([
    ['an entity of HTML', '<rss>\n<a>&nbsp;</a></rss>', { line: 2, column: 9, what: 'undefined entity' }],
    ['a wrong end tag', '<rss>\n<a><b></a></rss>', { line: 2, column: 10, what: 'unexpected close tag' }],
    ['a control character', '<rss>\n<a>\u0008</a></rss>', { line: 2, column: 4, what: 'disallowed character' }],
  ])('tells where %s is, and reads on', (_, text, first) => {
    const { parts, faults } = readAll(bytes(text))
    expect(parts).toHaveLength(1)
    expect(faults).toMatchObject({ count: 1, first, cutShortFrom: undefined })
  })

  it('tells where the element begins that a file breaks off in', () => {
    const { parts, faults } = readAll(bytes('<rss>\n<item>1</item>\n<item>\n<title>2'))
    expect(parts.map(textOf)).toEqual(['1'])
    expect(faults).toMatchObject({ count: 0, cutShortFrom: 3 })
  })

  it('gives nothing for what is no XML', () => {
    expect(readAll(bytes('Bonjour'))).toMatchObject({ root: undefined, parts: [] })
    expect(readAll()).toMatchObject({ root: undefined, parts: [] })
  })

  it('keeps the words of a file that nests without end', () => {
    const deep = 100_000
    const { parts } = readAll(bytes(`<rss><item>${'<a>'.repeat(deep)}fond${'</a>'.repeat(deep)}fin</item></rss>`))
    expect(parts.map(textOf)).toEqual(['fondfin'])
  })

  it('doesn’t look at the entities that a file declares', () => {
    const { parts } = readAll(
      bytes('<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item>&b;</item></rss>'),
    )
    expect(parts.map(textOf)).toEqual(['&b;'])
  })
})
