import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { toMarkdown } from '../../../src/import/html-body/to-markdown.ts'

const markdownIt = new MarkdownIt({ html: false, linkify: false })

/** What a reader sees of HTML: its words, without the spaces that markup makes. */
const readWords = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '')

describe('the HTML of a post becomes Markdown that says the same', () => {
  it.each<readonly [string, string, string]>([
    ['paragraphs', '<p>Un.</p><p>Deux.</p>', 'Un.\n\nDeux.'],
    ['text without paragraphs, as Blogger has it', 'Un.<br /><br />Deux.<br>Suite.', 'Un.\n\nDeux.\\\nSuite.'],
    ['divs for lines, with an empty one between', '<div>Un.</div><div><br></div><div>Deux.</div>', 'Un.\n\nDeux.'],
    ['emphasis with spaces inside its marks', 'a<b> gras </b>b et <i>penché</i>.', 'a **gras** b et *penché*.'],
    ['emphasis in a word', '<strong>L</strong>ettrine', '**L**ettrine'],
    ['emphasis that Markdown could not read', 'a<b>«x»</b>b', 'a«x»b'],
    ['two bold parts in a row', '<b>a</b><b>b</b>', '**ab**'],
    ['a link', '<a href="https://x.example/a b">là</a>', '[là](https://x.example/a%20b)'],
    [
      'a link over a picture',
      '<a href="/g.jpg"><img src="/p.jpg" alt="Un [pont]"></a>',
      '[![Un \\[pont\\]](/p.jpg)](/g.jpg)',
    ],
    ['a link that would run', '<a href=" java\nscript:alert(1)">piège</a>', 'piège'],
    ['a picture that loads late', '<img src="data:image/gif;base64,R0" data-src="/p.jpg" alt="">', '![](/p.jpg)'],
    ['a counter', '<p>a<img src="/c.gif" width="1" height="1"></p>', 'a'],
    ['a smiley', 'Oui <img class="wp-smiley" src="/s.gif" alt=":)">', 'Oui :)'],
    ['a list in a list', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['a list that begins at three', '<ol start="3"><li>c</li><li>d</li></ol>', '3. c\n4. d'],
    ['two lists in a row', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['a quotation', '<blockquote><p>Un.</p><p>Deux.</p></blockquote>', '> Un.\n>\n> Deux.'],
    ['a heading', '<h2>Titre <em>net</em></h2>', '## Titre *net*'],
    ['a heading that ends in C #', '<h2>C #</h2>', '## C \\#'],
    [
      'code',
      '<p>le <code>a`b</code></p><pre class="language-js">if (a) {\n  b()\n}</pre>',
      'le `` a`b ``\n\n```js\nif (a) {\n  b()\n}\n```',
    ],
    [
      'a table',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>',
      '| a | b |\n| --- | --- |\n| 1\\|2 | 3 |',
    ],
    ['a table of layout', '<table><tr><td><p>Un.</p><p>Deux.</p></td></tr></table>', 'Un.\n\nDeux.'],
    ['a film', '<iframe src="//video.example/e/1"></iframe>', '[https://video.example/e/1](https://video.example/e/1)'],
    [
      'a caption',
      '<figure><img src="/p.jpg" alt=""><figcaption>Le pont</figcaption></figure>',
      '![](/p.jpg)\n\nLe pont',
    ],
    ['a definition', '<dl><dt>Bief</dt><dd>Entre deux écluses.</dd></dl>', '**Bief**\n\nEntre deux écluses.'],
    [
      'marks of Markdown in the text',
      '<p>1. *a* _b_ [c] &lt;d&gt; # {{ e }}</p>',
      '1\\. \\*a\\* \\_b\\_ \\[c] \\<d> # {\\{ e }}',
    ],
    ['what runs', '<script>a()</script><style>b</style><p onclick="c()">d</p>', 'd'],
  ])('%s', (_, html, markdown) => {
    expect(toMarkdown(html)).toBe(markdown)
  })

  it('resolves links and pictures, and keeps those that it can’t', () => {
    const resolve = (address: string) => (address.startsWith('/') ? `https://x.example${address}` : undefined)
    expect(toMarkdown('<a href="/a">a</a> <img src="f_files/p.jpg" alt="">', { resolve })).toBe(
      '[a](https://x.example/a) ![](f_files/p.jpg)',
    )
  })

  const word = fc.stringMatching(/^[a-zé *_`#<>&.!\\[\]()~|{}:1-]{1,8}$/)
  const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      word.map(escapeHtml),
      fc.constant('<br>'),
      fc
        .tuple(
          fc.constantFrom(
            'p',
            'b',
            'i',
            'a href="/x"',
            'ul',
            'li',
            'blockquote',
            'h2',
            'div',
            'span',
            'del',
            'ol',
            'table><tr><td',
          ),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([tag, inner]) => `<${tag}>${inner.join('')}</${/^\w+/.exec(tag)![0]}>`),
    ),
  }))

  it('neither loses a word nor shows a mark, whatever the HTML', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
        const html = nodes.join('')
        const shown = readWords(markdownIt.render(toMarkdown(html)))
        expect(shown).toBe(readWords(html))
      }),
      { numRuns: 1000 },
    )
  })

  it('reads a page that nests without end', () => {
    expect(toMarkdown(`${'<div>'.repeat(20_000)}fond`)).toBe('fond')
    expect(toMarkdown(`<p>haut</p>${'<b>'.repeat(2_000)}fond`)).toMatch(/haut[\s\S]*fond/)
  })
})
