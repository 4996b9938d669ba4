import fc from 'fast-check'
import { expect, test } from 'vitest'
import { element, escapeXml, formatXml } from '../../src/markup/xml.ts'

test('builds elements with escaped text and attributes', () => {
  const link = element('link', { rel: 'self', href: 'https://example.org/?a&b"', hreflang: undefined })
  expect(element('feed', {}, link, ['a < b', undefined]).text).toBe(
    '<feed><link rel="self" href="https://example.org/?a&amp;b&quot;"/>a &lt; b</feed>',
  )
})

test('a document begins with its declaration and ends with a line', () => {
  expect(formatXml(element('urlset'))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<urlset/>\n')
})

test('leaves out what XML cannot hold', () => {
  expect(escapeXml('a\u0000b\u0008c\u001bd\ufffee')).toBe('abcde')
  expect(escapeXml('line\n\ttab')).toBe('line\n\ttab')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeXml(text)
      expect(escaped.isWellFormed()).toBe(true)
      expect(escaped).not.toMatch(/[<>"'\ufffe\uffff]/)
    }),
  )
})
