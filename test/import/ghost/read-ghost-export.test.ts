import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ImportOptions, importArchives } from '../../../src/import/import-archives.ts'

const read = (name: string, options: Partial<ImportOptions> = {}) => {
  const file = path.resolve(import.meta.dirname, '../../fixtures/ghost', name)
  return importArchives([{ path: name, bytes: fs.readFileSync(file) }], { timeZone: 'Europe/Paris', ...options })
}

describe('an export of Ghost', () => {
  it('gives its public posts, newest first, with their own day, tags, author and guid', () => {
    const articles = read('fr-export-5.json').articles.filter(({ isDraft }) => !isDraft)
    expect(articles.map(({ title }) => title)).toEqual(['La farine', 'Le pain du soir'])
    expect(articles[1]).toMatchObject({
      body: 'Il sort à **dix-huit heures**.\n\n![Un pain](/content/images/pain.jpg)',
      tags: ['Four', 'Soir'],
      author: 'Odile',
      guid: '64a1',
      slug: 'le-pain-du-soir',
      description: 'Une heure, un pain.',
      stated: { day: '2023-03-01', instant: '2023-02-28T23:30:00Z' },
      updated: '2023-03-02T10:00:00Z',
    })
    expect(articles[0]!.body).toBe('De seigle, **toujours**.')
  })

  it('brings its pages along at their address, if asked to', () => {
    const { articles } = read('fr-export-5.json', { arePagesPosts: true })
    expect(articles.find(({ title }) => title === 'Contact')).toMatchObject({ permalink: '/contact/' })
    expect(articles.map(({ title }) => title)).not.toContain('La liste')
  })

  it('keeps drafts as drafts', () => {
    const drafts = read('fr-export-5.json').articles.filter(({ isDraft }) => isDraft)
    expect(drafts.map(({ title }) => title)).toEqual(['Plus tard'])
  })

  it('publishes nothing that Ghost didn’t show to everyone, and says so', () => {
    expect(read('fr-export-5.json').problems.map(({ code, message }) => [code, message])).toEqual([
      ['PRIVATE_LEFT_OUT', '"La liste" of fr-export-5.json was for paid only, and was left out.'],
      ['PAGE_LEFT_OUT', '"Contact" of fr-export-5.json is a page of the site, and was left out.'],
      [
        'DRAFT_IMPORTED',
        '"Plus tard" of fr-export-5.json is a draft, or waits for its day: it was imported as a draft, and isn\'t published.',
      ],
    ])
  })

  it('reads the first versions, with Markdown and milliseconds', () => {
    expect(read('fr-export-0.json').articles).toMatchObject([
      {
        title: 'Le moulin',
        body: 'Il tourne **sans vent**.\n\n- surtout la nuit',
        tags: ['Vent'],
        author: 'Anselme',
        stated: { day: '2014-11-20' },
      },
    ])
  })

  it('leaves other JSON alone', () => {
    const { problems } = importArchives(
      [{ path: 'a.json', bytes: new TextEncoder().encode('{"posts": [{"id": 1}]}') }],
      {},
    )
    expect(problems).toMatchObject([{ code: 'FORMAT_UNSUPPORTED' }])
  })
})
