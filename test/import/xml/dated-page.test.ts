import { describe, expect, it } from 'vitest'
import { importArchives } from '../../../src/import/import-archives.ts'

const feed = (path: string, items: readonly (readonly [title: string, date: string])[]) => ({
  path,
  bytes: new TextEncoder().encode(
    `<rss><channel>${items
      .map(
        ([title, date]) =>
          `<item><title>${title}</title><description>&lt;p&gt;${title}.&lt;/p&gt;</description>${date && `<pubDate>${date}</pubDate>`}</item>`,
      )
      .join('')}</channel></rss>`,
  ),
})

const titlesOf = (...files: readonly ReturnType<typeof feed>[]) =>
  importArchives(files, {}).articles.map(({ title }) => title)

describe('the order of an export or a feed', () => {
  it('is that of its dates, and an article without one stays beside the one before it', () => {
    expect(
      titlesOf(
        feed('a.xml', [
          ['zéro', ''],
          ['deux', '2 May 2010'],
          ['sans date', ''],
          ['trois', '3 May 2010'],
        ]),
      ),
    ).toEqual(['trois', 'zéro', 'deux', 'sans date'])
  })

  it('is that of the file for articles of one day', () => {
    const day = '2 May 2010'
    expect(
      titlesOf(
        feed('a.xml', [
          ['b', day],
          ['a', day],
          ['c', day],
        ]),
      ),
    ).toEqual(['b', 'a', 'c'])
  })

  it('says nothing of dates, whatever the parts that an export came in', () => {
    const parts = [feed('part-1.xml', [['un', '1 May 2010']]), feed('part-2.xml', [['deux', '2 May 2010']])]
    expect(importArchives(parts, {}).sequences).toEqual([])
  })

  it('is evidence in a feed without dates', () => {
    const undated = feed('a.xml', [
      ['deux', ''],
      ['un', ''],
    ])
    expect(importArchives([undated], {}).sequences).toEqual([[0, 1]])
  })
})
