import { describe, expect, it } from 'vitest'
import { splitPage } from '../../src/import/page-lines.ts'

const kinds = (...lines: readonly string[]) =>
  splitPage(lines.join('\n'), { language: 'en' }).map(({ text, kind }) => [text, kind])

describe('a line is known by its company', () => {
  it('takes labels without a colon for data of posts, beside other data and at every post', () => {
    const post = (name: string) => [`Author ${name}`, 'Posted on May 6, 2016', 'Categories Weather']
    expect(kinds(...post('Ellen'), 'It froze.', ...post('Tom'))).toEqual([
      ['Author Ellen', 'filed'],
      ['Posted on May 6, 2016', 'filed'],
      ['Categories Weather', 'filed'],
      ['It froze.', 'text'],
      ['Author Tom', 'filed'],
      ['Posted on May 6, 2016', 'filed'],
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
})
