import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMarkdownRenderer } from '../../src/markup/markdown.ts'
import { toContents } from '../../src/pages/contents-view.ts'
import { anchorHeadings } from '../../src/pages/heading-anchors.ts'

const render = createMarkdownRenderer({ resolveUrl: (url) => url })
const anchor = (markdown: string) => anchorHeadings(render(markdown), ['content'])

describe('headings of an article', () => {
  test('are links to themselves, with ids that say what they say', () => {
    const { body, headings } = anchor('## L’été *à* Paris\n\nUn.\n\n### Et & après')
    expect(body.text).toContain('<h2 id="l-ete-a-paris"><a href="#l-ete-a-paris">L’été <em>à</em> Paris</a></h2>')
    expect(headings.map(({ text, level }) => `${text} ${level}`)).toEqual(['L’été à Paris 2', 'Et & après 3'])
  })

  test('never share an id, with each other or with the page', () => {
    expect(anchor('# Content\n\n# Un\n\n# Un').headings.map(({ id }) => id)).toEqual(['content-2', 'un', 'un-2'])
  })

  test('keep a link that they hold', () => {
    expect(anchor('## Voir [ici](/a/)').body.text).toBe('<h2 id="voir-ici">Voir <a href="/a/">ici</a></h2>\n')
  })

  test('that say nothing stay as they are, and so does code that looks like one', () => {
    const text = '##\n\n```\n<h2>x</h2>\n```'
    expect(anchor(text)).toEqual({ body: render(text), headings: [] })
  })

  test('get different ids whatever they say, and no markup of their own', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (texts) => {
        const { body, headings } = anchor(texts.map((text) => `## ${text.replace(/\s/g, ' ')}`).join('\n\n'))
        expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length)
        for (const { id } of headings) expect(body.text).toContain(`id="${id}"`)
      }),
    )
  })
})

describe('the table of contents', () => {
  const { headings } = anchor('# Un\n\n## Un bis\n\n### Un ter\n\n# Deux\n\n# Trois')

  test('lists the parts of a long article, and those within them', () => {
    expect(toContents(headings, 5).map(({ link, parts }) => [link.text, ...parts.map(({ text }) => text)])).toEqual([
      ['Un', 'Un bis'],
      ['Deux'],
      ['Trois'],
    ])
  })

  test('is left out where the article is short, or has few parts', () => {
    expect(toContents(headings, 3)).toEqual([])
    expect(toContents(headings.slice(0, 3), 10)).toEqual([])
  })
})
