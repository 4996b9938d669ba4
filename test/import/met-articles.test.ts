import { describe, expect, it } from 'vitest'
import type { ArchivedArticle } from '../../src/import/archived-article.ts'
import { MetArticles } from '../../src/import/met-articles.ts'
import { article, day } from '../posts/build-post.ts'

const paragraphs = [
  'Le bac de Lanvezec a repris son service lundi, après onze semaines de chantier sur la cale nord.',
  'Les deux moteurs ont été changés, et la rampe de débarquement a été rallongée de trois mètres.',
  'La traversée coûte toujours un euro vingt, et les vélos ne paient rien jusqu’à la fin de l’été.',
  'La mairie promet un abri pour les voyageurs avant l’hiver, si la souscription suffit.',
]
const body = paragraphs.join('\n\n')
const bac = (file: string, rest: Parameters<typeof article>[1] = {}) =>
  article('Le bac est revenu', { body, file, ...rest })

/** What is left of the articles of several files, one article each. */
function join(...articles: readonly ArchivedArticle[]): readonly ArchivedArticle[] {
  const met = new MetArticles()
  return [...new Set(articles.flatMap((one) => met.add([one], one.sources[0].file)))].map(
    ({ article: joined }) => joined,
  )
}

describe('the same article in two files', () => {
  it.each([
    ['has one text', bac('b.txt')],
    [
      'has one text in other mark-up',
      bac('b.xml', { body: body.replace('Lanvezec', '[Lanvezec](https://example.org/)') }),
    ],
    ['has a word corrected', bac('b.xml', { body: body.replace('souscription', 'collecte') })],
    ['is cut off in one', bac('b.txt', { body: body.slice(0, 120), isTruncated: true })],
    ['has one link, whatever its text', bac('b.xml', { body: 'Autre chose.', url: 'http://www.ancien.example/bac' })],
    ['has one id in the old feed', bac('b.xml', { title: 'Un autre titre', guid: 'https://ancien.example/?p=4' })],
  ])('is one where it %s', (_, other) => {
    const first = bac('a.txt', { url: 'https://ancien.example/bac/', guid: 'https://ancien.example/?p=4' })
    expect(join(first, other)).toHaveLength(1)
    expect(join(other, first)).toHaveLength(1)
  })

  it.each([
    [
      'was revised much',
      bac('b.txt', { body: [paragraphs[0], 'Le reste a été écrit de nouveau, et il dit le contraire.'].join('\n\n') }),
    ],
    ['has another title', bac('b.txt', { title: 'Le bac est reparti' })],
    ['is of another day', bac('b.txt', { stated: { day: day('2020-01-01'), words: '' } })],
  ])('is two where it %s', (_, other) => {
    expect(join(bac('a.txt', { stated: { day: day('2019-01-01'), words: '' } }), other)).toHaveLength(2)
  })

  it('keeps the fuller text, the more certain date, the tags of both, and says which is from where', () => {
    const page = bac('page.txt', { body: body.slice(0, 120), isTruncated: true, tags: ['Bac'] })
    const stated = { day: day('2019-03-04'), instant: '2019-03-04T08:00:00Z', words: '' }
    const whole = bac('export.xml', { tags: ['Lanvezec'], stated, guid: 'g', author: 'Maëlle', isDraft: false })
    const [joined, ...others] = join(page, whole)
    expect(others).toEqual([])
    expect(joined).toMatchObject({
      body,
      tags: ['Bac', 'Lanvezec'],
      stated,
      isTruncated: false,
      isDraft: false,
      origins: { body: 'export.xml', date: 'export.xml', guid: 'export.xml', author: 'export.xml' },
    })
    expect(joined?.sources.map(({ file }) => file)).toEqual(['export.xml', 'page.txt'])
  })

  it('is published where one of them publishes it', () => {
    expect(join(bac('a.xml', { isDraft: true }), bac('b.txt'))).toMatchObject([{ isDraft: false }])
    expect(join(bac('a.xml', { isDraft: true }), bac('b.xml', { isDraft: true }))).toMatchObject([{ isDraft: true }])
  })
})

describe('versions of one article in one file', () => {
  const older = bac('a.txt', { body: body.replace('trois mètres', 'deux mètres') })

  it('stay two', () => {
    const met = new MetArticles()
    expect(new Set(met.add([bac('a.txt'), older], 'a.txt')).size).toBe(2)
  })

  it('each find themselves in another file', () => {
    const met = new MetArticles()
    const [newest, oldest] = met.add([bac('a.txt'), older], 'a.txt')
    const again = [older, bac('a.txt')].map((one) => ({ ...one, sources: [{ file: 'b.xml', position: 1 }] as const }))
    expect(met.add(again, 'b.xml')).toEqual([oldest, newest])
  })
})
