import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, escapeHtml, html, nothing, trusted } from '../../src/markup/html.ts'

describe('html', () => {
  test('escapes what is put into text and into attribute values', () => {
    const hostile = `"><script>alert('1')</script>&amp;`
    expect(html`<a title="${hostile}">${hostile}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</a>',
    )
  })

  test('leaves markup that is safe already, in lists too', () => {
    const items = ['a<b', 'c'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul>${items}${trusted('<li>&nbsp;</li>')}</ul>`.text).toBe(
      '<ul><li>a&lt;b</li><li>c</li><li>&nbsp;</li></ul>',
    )
  })

  test('shows nothing for what is absent, and zero for zero', () => {
    expect(html`${undefined}${false}${nothing}${[]}${0}`.text).toBe('0')
  })

  test('writes an attribute only where it has a value', () => {
    expect(html`<p${attribute('lang', 'fr')}${attribute('title', undefined)}${attribute('id', '"')}>`.text).toBe(
      '<p lang="fr" id="&quot;">',
    )
  })
})

test('escaped text holds no mark that HTML reads, and can be read back but for control characters', () => {
  const readBack = (text: string) =>
    text.replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]!,
    )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/)
      expect(readBack(escapeHtml(text))).toBe(text.replace(/[^\P{Cc}\t\n\r]/gu, ''))
    }),
  )
})
