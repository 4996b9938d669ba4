import { describe, expect, it } from 'vitest'
import { splitPage } from '../../src/import/page-lines.ts'

const kinds = (...lines: readonly string[]) =>
  splitPage(lines.join('\n'), { language: 'en' }).map(({ text, kind }) => [text, kind])

describe('a line is known by its company', () => {
  it('takes labels without a colon for data of posts, beside other data and at every post', () => {
    const post = (name: string) => [`Author ${name}`, 'Posted on May 6, 2016', 'Categories Weather']
    expect(kinds(...post('Ellen'), 'It froze.', ...post('Tom'))).toEqual([
      ['Author Ellen', 'filed'],
      ['Posted on May 6, 2016', 'date'],
      ['Categories Weather', 'filed'],
      ['It froze.', 'text'],
      ['Author Tom', 'filed'],
      ['Posted on May 6, 2016', 'date'],
      ['Categories Weather', 'filed'],
    ])
    expect(kinds('Author Ellen Marsh has died', 'She wrote about frost.')[0]).toEqual([
      'Author Ellen Marsh has died',
      'text',
    ])
  })

  it('takes the line under a bare label for its value', () => {
    const lines = splitPage('Tags\nkites, wind\n\nA text.\n\nTags\nkites', {})
    expect(lines.map(({ kind, meta }) => [kind, meta])).toEqual([
      ['filed', undefined],
      ['filed', 'Tags: kites, wind'],
      ['text', undefined],
      ['filed', undefined],
      ['filed', 'Tags: kites'],
    ])
  })

  it('takes names and counts under dates for what they are, if two posts have them', () => {
    expect(
      kinds('May 6, 2016', 'Ellen Marsh', 'It froze.', 'May 2, 2016', 'Tom', 'It thawed.').map(([, kind]) => kind),
    ).toEqual(['date', 'name', 'text', 'date', 'name', 'text'])
    expect(kinds('May 6, 2016', '3', 'It froze.', 'May 2, 2016', '1', 'It thawed.').map(([, kind]) => kind)).toEqual([
      'date',
      'filed',
      'text',
      'date',
      'filed',
      'text',
    ])
    expect(kinds('May 6, 2016', 'Ellen Marsh', 'It froze.')[1]).toEqual(['Ellen Marsh', 'text'])
  })

  it('takes related posts with their dates for furniture', () => {
    expect(kinds('Related', 'The basil sulks', 'April 2, 2020', 'In “Balcony”').map(([, kind]) => kind)).toEqual([
      'share',
      'share',
      'share',
      'share',
    ])
  })

  it('sets glued data apart', () => {
    const glued = 'Author EllenPosted on May 12, 2017Categories BeesTags honey, swarmsLeave a comment on The swarm'
    expect(splitPage(glued, {})[0]).toMatchObject({
      kind: 'filed',
      meta: 'Author Ellen | Posted on May 12, 2017 | Categories Bees | Tags honey, swarms | Leave a comment on The swarm',
    })
  })

  it('takes the only label of a page for its heading, if nothing but short lines stands before', () => {
    const isExplicit = (text: string) => splitPage(text, {}).find(({ heading }) => heading)?.heading?.isExplicit
    const prose = 'A paragraph about frost, which ends as sentences do.'
    expect(isExplicit(`My blog\nCategory: Frost\nA title\n${prose}`)).toBe(true)
    expect(isExplicit(`A title\n${prose}\nCategory: Frost`)).toBe(false)
    expect(isExplicit(`Category: Frost\nA title\n${prose}\nCategory: Ice`)).toBe(false)
  })

  it.each([
    ['en', 'Posted in Rivers', 'Posted on the wall of the old mill, a notice asked walkers to shut the gate.'],
    ['en', 'Read more', 'Continue reading aloud, said the judge, and the boy continued.'],
    ['fr', 'Publié dans Rivières', 'Publié dans l’indifférence, le rapport dormait depuis onze ans dans un tiroir.'],
    ['fr', 'Partager sur Facebook', 'Partager sur le chemin son pain avec un chien ne se discute pas.'],
    ['es', 'Publicado en Ríos', 'Publicado en plena noche, el aviso no lo leyó nadie.'],
    ['de', 'Veröffentlicht unter Flüsse', 'Veröffentlicht unter falschem Namen, fand das Buch keinen Leser.'],
    ['it', 'Pubblicato in Fiumi', 'Pubblicato in sordina, il rapporto dormì undici anni in un cassetto.'],
    ['pt', 'Publicado em Rios', 'Publicado em segredo, o relatório dormiu onze anos numa gaveta.'],
  ])('tells a sentence from what a theme prints (%s: %s)', (_, furniture, sentence) => {
    const [first, second] = kinds(furniture, sentence)
    expect(first![1]).not.toBe('text')
    expect(second![1]).toBe('text')
  })

  it('takes sentences that begin alike at every post for the theme’s', () => {
    const sentence = (tag: string) => `This entry was posted in Rivers and tagged ${tag}. Bookmark the permalink.`
    expect(kinds(sentence('otter'), 'A text.', sentence('mill')).map(([, kind]) => kind)).toEqual([
      'filed',
      'text',
      'filed',
    ])
  })

  it('takes neither a word with a full stop for a name, nor what stands between paragraphs for the theme’s', () => {
    const paragraph = 'The ferry stopped for a week while the chain was taken out, cleaned, weighed and put back.'
    expect(kinds('May 6, 2016', 'Mud.', 'It froze.', 'May 2, 2016', 'Rain.', 'It thawed.')[1]).toEqual(['Mud.', 'text'])
    const poem = ['Row on', paragraph, 'Row on', paragraph, 'Row on', paragraph, '12', paragraph]
    expect(kinds(...poem)).toEqual(poem.map((line) => [line, line === 'Row on' ? 'refrain' : 'text']))
  })
})
