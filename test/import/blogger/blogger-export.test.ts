import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ImportOptions, importArchives } from '../../../src/import/import-archives.ts'

const read = (name: string, options: Partial<ImportOptions> = {}) => {
  const file = path.resolve(import.meta.dirname, '../../fixtures/blogger', name)
  return importArchives([{ path: name, bytes: fs.readFileSync(file) }], { timeZone: 'Europe/Paris', ...options })
}

describe('an export of Blogger', () => {
  it('brings its pages along, if asked to', () => {
    const { articles, problems } = read('fr-export-2008.xml', { arePagesPosts: true })
    expect(articles.map(({ title }) => title)).toContain('Qui suis-je')
    expect(problems.map(({ code }) => code)).toEqual(['DRAFT_IMPORTED'])
  })

  it('brings the comments of its posts along, in both forms, and tells of those on posts that stay out', () => {
    const commentsOf = (name: string) => read(name).articles.flatMap(({ comments = [] }) => comments)
    expect(commentsOf('fr-export-2008.xml').map(({ id, parent, body }) => [id, parent, body])).toEqual([
      ['5', undefined, 'Bravo !'],
      ['6', '5', 'Merci.'],
    ])
    expect(commentsOf('fr-takeout-2023.atom')).toEqual([
      { id: '4', parent: undefined, author: undefined, date: '2023-05-04T10:00:00Z', body: 'Bien !' },
      { id: '5', parent: '4', author: 'Berthe', date: '2023-05-05T10:00:00Z', body: 'Et fort.' },
    ])
  })

  it('of 2008 gives its posts, not its templates and pages', () => {
    const { articles, problems } = read('fr-export-2008.xml')
    expect(articles.map(({ title, isDraft }) => [title, isDraft])).toEqual([
      ['La planche', true],
      ['L’eau & le savon', undefined],
    ])
    expect(articles[1]).toMatchObject({
      body: 'Elle est **froide**.\n\nTrès.',
      tags: ['Linge'],
      author: 'Berthe',
      guid: 'tag:blogger.com,1999:blog-1.post-2',
      slug: 'eau-et-savon',
      stated: { day: '2010-07-08', instant: '2010-07-08T21:40:00Z' },
      updated: '2010-07-09T06:00:00Z',
      isTruncated: false,
    })
    expect(articles[1]!.sources[0].url).toBe('http://lavoir.example/2010/07/eau-et-savon.html')
    expect(problems.map(({ code }) => code)).toEqual(['PAGE_LEFT_OUT', 'DRAFT_IMPORTED'])
  })

  // Its titles came out as "L&#39;eau".
  it('of 2023 gives its posts, not its bin, and their titles as readers saw them', () => {
    const { articles, problems } = read('fr-takeout-2023.atom')
    expect(articles.map(({ title, isDraft }) => [title, isDraft])).toEqual([
      ['Le séchoir', true],
      ["L'eau & le battoir", undefined],
    ])
    expect(articles[1]).toMatchObject({
      slug: 'le-battoir',
      description: "Ce qu'il bat.",
      tags: ['Bois'],
      stated: { day: '2023-05-02' },
    })
    expect(problems.map(({ code }) => code)).toEqual(['PRIVATE_LEFT_OUT', 'BLOG_ADDRESS_UNKNOWN', 'DRAFT_IMPORTED'])
  })

  const takeout = (...bodies: readonly string[]) => {
    const entries = bodies.map(
      (body, at) => `<entry><id>tag:blogger.com,1999:blog-9.post-${at}</id><blogger:type>POST</blogger:type>
<blogger:status>LIVE</blogger:status><title>Un lavoir ${at}</title><content type="html">${body}</content>
<published>2023-05-0${at + 1}T10:00:00Z</published><blogger:filename>/2023/05/lavoir-${at}.html</blogger:filename></entry>`,
    )
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018">${entries.join('')}</feed>`
    return importArchives([{ path: 'a.atom', bytes: Buffer.from(text) }], {})
  }
  const link = (address: string) => `&lt;a href="${address}"&gt;là&lt;/a&gt;`

  it('of 2023 gets its addresses from links between its posts, under any country’s ending', () => {
    const { articles, problems } = takeout(
      `Voir ${link('http://lavoir.blogspot.fr/2023/05/lavoir-1.html')} et ${link('https://ailleurs.example/2023/05/autre.html')}.`,
      `Voir ${link('https://lavoir.blogspot.com/2023/05/lavoir-0.html')}.`,
    )
    expect(articles.map(({ sources }) => sources[0].url)).toEqual([
      'https://lavoir.blogspot.com/2023/05/lavoir-1.html',
      'https://lavoir.blogspot.com/2023/05/lavoir-0.html',
    ])
    expect(problems).toEqual([])
  })

  it('of 2023 whose links name two places gets none, and says so', () => {
    const { articles, problems } = takeout(
      link('https://lavoir.blogspot.com/2023/05/lavoir-1.html'),
      link('https://lavoir.example/2023/05/lavoir-0.html'),
    )
    expect(articles.flatMap(({ sources }) => sources[0].url ?? [])).toEqual([])
    expect(
      problems.map(({ code, message }) => [code, message.includes('lavoir.blogspot.com, lavoir.example')]),
    ).toEqual([['BLOG_ADDRESS_UNKNOWN', true]])
  })
})
