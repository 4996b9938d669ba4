import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { importArchives } from '../../../src/import/import-archives.ts'

const read = (name: string, timeZone = 'Europe/Paris') => {
  const file = path.resolve(import.meta.dirname, '../../fixtures/feeds', name)
  return importArchives([{ path: name, bytes: fs.readFileSync(file) }], { timeZone })
}

describe('a feed', () => {
  it('of RSS 2.0 gives its posts with guid, local day, tags and author, without what the feed adds below', () => {
    const { articles, problems } = read('fr-rss-2-wordpress.xml')
    expect(problems).toMatchObject([
      { code: 'POSTS_TRUNCATED', message: expect.stringContaining('Of 2 posts of 3'), severity: 'doubt' },
    ])
    expect(articles[0]).toMatchObject({
      title: 'L’écluse & l’été',
      body: 'Elle ouvre à **six** heures.\n\nLe [halage](https://bief.example/halage/) est libre.',
      tags: ['Canal', 'Eaux & forêts'],
      author: 'Anselme',
      guid: 'https://bief.example/?p=7',
      description: undefined,
      lang: 'fr',
      stated: { day: '2022-07-01', instant: '2022-06-30T22:30:00Z', words: 'Thu, 30 Jun 2022 22:30:00 +0000' },
      isTruncated: false,
    })
    expect(articles[0]!.sources[0].url).toBe('https://bief.example/2022/07/ecluse/')
  })

  it('says of a post that it has only the beginning of', () => {
    const [, excerpt, note] = read('fr-rss-2-wordpress.xml').articles
    expect(excerpt).toMatchObject({ title: 'Les péniches', isTruncated: true })
    expect(note).toMatchObject({
      title: 'Rien à signaler.',
      body: 'Rien à signaler. L’eau est basse.',
      guid: 'https://bief.example/2022/05/note/',
      isTruncated: true,
    })
  })

  it('of RSS 0.91 gives its posts in its own order, in the encoding that it declares', () => {
    const { articles, problems } = read('fr-rss-0-91-latin-1.xml')
    expect(articles.map(({ title, body, stated, isTruncated }) => [title, body, stated, isTruncated])).toEqual([
      ['La fête démarre', 'Les lampions sont accrochés entre les platanes de la place.', undefined, true],
      ['Les préparatifs', "On a tiré les bancs jusqu'à la fontaine.", undefined, true],
    ])
    expect(problems).toMatchObject([
      { code: 'XML_MALFORMED', source: { lines: { first: 9 } } },
      { code: 'POSTS_TRUNCATED' },
    ])
  })

  it('of RSS 1.0 is read by its namespaces, whatever its prefixes', () => {
    expect(read('en-rdf-1-0-other-prefixes.xml').articles).toMatchObject([
      {
        title: 'Curlews',
        tags: ['Birds'],
        author: 'Ruth',
        guid: 'http://moor.example/3',
        stated: { day: '2004-03-12' },
        isTruncated: true,
      },
    ])
  })

  it('of Atom keeps its texts apart: plain, HTML and XHTML', () => {
    const { articles, problems } = read('fr-atom-xhtml-et-texte.xml')
    expect(articles.map(({ title }) => title)).toEqual(['a < b &amp; c', 'Les poires & les coings', 'Pas encore'])
    expect(articles[0]).toMatchObject({
      body: 'Les *reinettes*\\\nd’abord.\n\n![Une reinette](https://verger.example/img/r.png)',
      tags: ['Pommes'],
      author: 'Ruth Pommier',
      guid: 'tag:verger.example,2005:3',
      updated: '2005-10-04T09:00:00Z',
      stated: { day: '2005-10-02', instant: '2005-10-01T22:10:00Z' },
    })
    expect(articles[0]!.sources[0].url).toBe('https://verger.example/3')
    expect(articles[1]).toMatchObject({ author: 'Hélie', isTruncated: true, stated: { day: '2005-09-01' } })
    expect(articles[2]).toMatchObject({ body: '2 \\< 3, dit-il.', isDraft: true })
    expect(problems.map(({ code }) => code)).toEqual(['DRAFT_IMPORTED', 'POSTS_TRUNCATED'])
  })

  it('of JSON gives HTML, text or summary, and numbers for ids as text', () => {
    const { articles } = read('fr-json-feed-1-1.json')
    expect(articles[0]).toMatchObject({
      title: 'La lentille',
      body: 'Elle tourne *lentement*.',
      tags: ['Mer', 'Feux'],
      author: 'Maël',
      guid: '12',
      description: 'Une lentille.',
      stated: { day: '2021-01-01' },
      updated: '2021-01-31T23:30:00Z',
    })
    expect(articles[1]).toMatchObject({
      title: 'Vent d’ouest < 30 nœuds.',
      body: 'Vent d’ouest \\< 30 nœuds.\\\nLa mer monte.\n\nRien d’autre.',
      isTruncated: false,
    })
    expect(articles[2]).toMatchObject({ body: 'Elle sonne par brume.', isTruncated: true })
    expect(articles[2]!.sources[0].url).toBe('https://phare.example/10')
  })

  it('can’t swell or read files by entities of its own', () => {
    const { articles, problems } = read('fr-mille-rires.xml')
    expect(articles.map(({ body }) => body)).toEqual(['\\&lol3;\\&secret;'])
    expect(problems.map(({ code }) => code)).toEqual(['XML_MALFORMED'])
  })
})
