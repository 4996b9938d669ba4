import { describe, expect, test } from 'vitest'
import { createMarkdownRenderer, toPlainText, toRunningText } from '../../src/markup/markdown.ts'

const render = (markdown: string) => createMarkdownRenderer({ resolveUrl: (url) => url })(markdown).text

describe('post bodies as HTML', () => {
  test.each([
    ['raw HTML', '<script>alert(1)</script>', '&lt;script&gt;'],
    ['an event handler', 'a <img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a template tag', '{{ 7 * 7 }} {% if x %}', '{{ 7 * 7 }} {% if x %}'],
    ['a javascript: link', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['a data: page', '[x](data:text/html,hi)', '[x](data:text/html,hi)'],
  ])('shows %s as text', (_, markdown, shown) => {
    expect(render(markdown)).toContain(shown)
    expect(render(markdown)).not.toMatch(/<(?:script|img|a)\b/)
  })

  test('puts headings below the page’s own, without gaps', () => {
    const levels = [...render('### a\n\n# b\n\n### c\n\n###### d\n\n## e').matchAll(/<h(\d)>(\w)<\/h\1>/g)]
    expect(levels.map(([, level, name]) => `${name}${level}`)).toEqual(['a2', 'b2', 'c3', 'd4', 'e3'])
  })

  test('gives links and images their place on the site', () => {
    const resolving = createMarkdownRenderer({ resolveUrl: (url) => `/blog${url}` })
    expect(resolving('[a](/tag/x/) ![b](/c.png)').text).toBe(
      '<p><a href="/blog/tag/x/">a</a> <img src="/blog/c.png" alt="b" loading="lazy" decoding="async"></p>\n',
    )
  })

  test('waits for no picture but the one that a page begins with', () => {
    const opening = createMarkdownRenderer({ resolveUrl: (url) => url, opensPage: true })
    const waits = (markdown: string) =>
      Array.from(opening(markdown).text.matchAll(/<img [^>]+>/g), ([image]) => image.includes('lazy'))
    expect(waits('# Titre\n\n[![a](a.png)](a.html) ![b](b.png)')).toEqual([false, true])
    expect(waits(`${'Un texte. '.repeat(70)}\n\n![a](a.png)`)).toEqual([true])
  })

  test('lets a wide table scroll by keys', () => {
    expect(render('| a |\n| - |\n| b |')).toMatch(
      /^<div class="table" tabindex="0">\n<table>[\s\S]*<\/table>\n<\/div>\n$/,
    )
  })

  test('says what the headings of a table head', () => {
    expect(render('| a |\n| - |\n| b |')).toContain('<th scope="col">a</th>')
  })
})

describe('post bodies as text', () => {
  const markdown = '# Titre\n\nUn **mot**\net `code`. \\* [lien](x)\n\n- un\n- deux\n\n| a |\n| - |\n| b |\n\n    let x'

  test('plain text is all that a reader would read aloud', () => {
    expect(toPlainText(markdown)).toBe('Titre\n\nUn mot et code. * lien\n\nun\n\ndeux\n\na\n\nb\n\nlet x')
  })

  test('running text leaves out headings, tables and code, and parts the items of lists', () => {
    expect(toRunningText(markdown)).toBe('Un mot et code. * lien · un · deux')
    expect(toRunningText('![Une rame](/r.jpg) Elle roule.\n\n![Le pont](/p.jpg)\n\nEncore.')).toBe(
      'Elle roule. Encore.',
    )
    expect(toRunningText('![Une rame](/r.jpg)')).toBe('Une rame')
  })
})
