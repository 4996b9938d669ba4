import { describe, expect, test } from 'vitest'
import { toAbsoluteUrls } from '../../src/feeds/absolute-urls.ts'
import { createMarkdownRenderer } from '../../src/markup/markdown.ts'

const base = 'https://example.org/blog/articles/tram/'

describe('every address in an entry is absolute', () => {
  test.each([
    ['from the root', '<a href="/blog/tag/x/">', '<a href="https://example.org/blog/tag/x/">'],
    [
      'beside the page',
      '<img src="plan.png" alt="">',
      '<img src="https://example.org/blog/articles/tram/plan.png" alt="">',
    ],
    ['above the page', '<a href="../quai/">', '<a href="https://example.org/blog/articles/quai/">'],
    ['within the page', '<a href="#a">', '<a href="https://example.org/blog/articles/tram/#a">'],
    ['the page itself', '<a href="">', '<a href="https://example.org/blog/articles/tram/">'],
    ['a query', '<a href="?a=1&amp;b=2">', '<a href="https://example.org/blog/articles/tram/?a=1&amp;b=2">'],
    ['without a scheme', '<a href="//cdn.example/a">', '<a href="https://cdn.example/a">'],
    ['with accents', '<a href="/été/">', '<a href="https://example.org/%C3%A9t%C3%A9/">'],
    [
      'a set of images',
      '<img srcset="a.png, /b.png 2x,c.png 100w">',
      '<img srcset="https://example.org/blog/articles/tram/a.png, https://example.org/b.png 2x,https://example.org/blog/articles/tram/c.png 100w">',
    ],
    [
      'a set with commas in an address',
      '<img srcset="data:image/png;base64,AAAA 1x">',
      '<img srcset="data:image/png;base64,AAAA 1x">',
    ],
    ['a poster', '<video poster="p.jpg">', '<video poster="https://example.org/blog/articles/tram/p.jpg">'],
    ['a quotation’s source', '<blockquote cite="/a">', '<blockquote cite="https://example.org/a">'],
  ])('%s', (_, given, expected) => {
    expect(toAbsoluteUrls(given, base)).toBe(expected)
  })

  test.each([
    ['an address in full', '<a href="HTTPS://Example.org/%7Ea?x=1&amp;y">'],
    ['mail', '<a href="mailto:a@example.org">'],
    ['no address at all', '<a href="http://[">'],
    ['text that looks like a tag', '&lt;a href="/x"&gt;'],
    ['another attribute', '<a title="href=&quot;/x&quot;" data-href="/x">'],
  ])('but this stays byte for byte: %s', (_, given) => {
    expect(toAbsoluteUrls(given, base)).toBe(given)
  })

  test('whatever Markdown makes of a text about HTML', () => {
    const render = createMarkdownRenderer({ resolveUrl: (url) => url })
    const html = render('`<a href="/x">` and [b](/c "d > e") and <a href="/f">').text
    expect(toAbsoluteUrls(html, base)).toBe(html.replace('href="/c"', 'href="https://example.org/c"'))
  })
})
