import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLineBreaks } from '../../../src/import/html-body/line-breaks.ts'
import { toMarkdown } from '../../../src/import/html-body/to-markdown.ts'

describe('addLineBreaks', () => {
  it.each([
    ['a line and a paragraph', 'un\ndeux\n\ntrois', 'un\\\ndeux\n\ntrois'],
    [
      'lines around blocks',
      'un\n\n<ul>\n<li>deux</li>\n<li>trois</li>\n</ul>\nquatre',
      'un\n\n- deux\n- trois\n\nquatre',
    ],
    ['a quotation of two paragraphs', '<blockquote>un\n\ndeux</blockquote>', '> un\n>\n> deux'],
    ['emphasis over two paragraphs', '<em>un\n\ndeux</em>', '*un*\n\n*deux*'],
    ['preformatted text', 'un\n<pre>a\n\n  b</pre>\ndeux', 'un\n\n```\na\n\n  b\n```\n\ndeux'],
    ['line breaks that are there already', 'un<br />\ndeux', 'un\\\ndeux'],
    ['paragraphs that are there already', '<p>un</p>\n\n<p>deux\ntrois</p>', 'un\n\ndeux\\\ntrois'],
    ['a heading', '<h2>Un</h2>\ndeux', '## Un\n\ndeux'],
    ['a tag over two lines', '<a\nhref="https://a.example">un</a>', '[un](https://a.example)'],
    [
      'a table',
      '<table>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n<tr><td>c</td><td>d</td></tr>\n</table>',
      '|  |  |\n| --- | --- |\n| a | b |\n| c | d |',
    ],
    ['comments between paragraphs', 'un\n\n<!--more-->\n\ndeux', 'un\n\ndeux'],
  ])('reads %s as WordPress shows it', (_, text, markdown) => {
    expect(toMarkdown(addLineBreaks(text))).toBe(markdown)
  })

  it('changes nothing but white space', () => {
    const bare = (html: string) => html.replaceAll('<br>', '').replace(/\s/g, '')
    const part = fc.constantFrom(
      'un',
      '\n',
      '\n\n',
      ' ',
      '<p>',
      '</p>',
      '<pre>',
      '</pre>',
      '<b>',
      '</b>',
      '<img src="a">',
      '<',
      '&lt;',
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(bare(addLineBreaks(parts.join('')))).toBe(bare(parts.join('')))
      }),
    )
  })
})
