import { describe, expect, it } from 'vitest'
import { findMediaEnding, findMediaRefusal } from '../../../src/import/media/media-kinds.ts'

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

describe('files that a post may show', () => {
  it.each([
    ['a/phare.JPG?w=300', 'jpg'],
    ['plan.pdf#page=2', 'pdf'],
    ['page.html', undefined],
    ['x.php', undefined],
    ['x.exe', undefined],
    ['constructor.toString', undefined],
    ['sans-fin', undefined],
  ])('are known by their ending: %s', (address, ending) => {
    expect(findMediaEnding(address)).toBe(ending)
  })

  it.each([
    ['jpg', '\xff\xd8\xff\xe0'],
    ['jpeg', '\xff\xd8\xff\xe1'],
    ['webp', 'RIFF\x01\x02\x03\x04WEBPVP8 '],
    ['mp3', 'ID3\x03'],
    ['m4a', '\0\0\0\x20ftypM4A '],
    ['pdf', '%PDF-1.4'],
    ['odt', 'PK\x03\x04'],
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><a href="#b"/></svg>'],
  ])('hold what their name says: %s', (ending, start) => {
    expect(findMediaRefusal(ending, bytes(start))).toBeUndefined()
  })

  it.each([
    ['jpg', '<html><script>alert(1)</script>'],
    ['png', '\xff\xd8\xff\xe0'],
    ['pdf', ''],
    ['svg', '<html></html>'],
    ['svg', '<\0s\0v\0g\0>\0'],
  ])('are refused where they do not: %s, %j', (ending, start) => {
    expect(findMediaRefusal(ending, bytes(start))).toContain('inside')
  })

  it.each([
    '<svg><script>alert(1)</script></svg>',
    '<svg><s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script></svg>',
    '<svg onload="alert(1)"/>',
    '<svg><circle\nONCLICK = "x"/></svg>',
    '<svg><a href="javascript:alert(1)"/></svg>',
    '<svg><a href="&#106;avascript:x"/></svg>',
    '<svg><image href="https://ailleurs.example/compteur.png"/></svg>',
    '<svg><foreignObject/></svg>',
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>',
  ])('are refused where they are drawings that act: %s', (svg) => {
    expect(findMediaRefusal('svg', bytes(svg))).toBeDefined()
  })
})
