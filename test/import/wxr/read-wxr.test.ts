import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ImportOptions, importArchives } from '../../../src/import/import-archives.ts'

const read = (name: string, timeZone = 'Europe/Paris', options: Partial<ImportOptions> = {}) => {
  const file = path.resolve(import.meta.dirname, '../../fixtures/wxr', name)
  return importArchives([{ path: name, bytes: fs.readFileSync(file) }], { timeZone, ...options })
}

const messagesOf = (name: string, code: string) =>
  read(name)
    .problems.filter((problem) => problem.code === code)
    .map(({ message }) => message)

describe('an export of WordPress', () => {
  it('brings approved comments along: names and texts, and nothing that leads to their writers', () => {
    const { articles } = read('fr-fil-de-commentaires.xml')
    expect(articles.map(({ comments }) => comments)).toEqual([
      [
        {
          id: '31',
          parent: undefined,
          author: 'Anselme & fils',
          date: '2021-03-01T23:30:00Z',
          body: 'Le mien *aussi*.\\\nMerci !\n\nVoir [la farine](https://fournil.example/2020/01/farine/)',
        },
        { id: '32', parent: '31', author: 'odile', date: '2021-03-03', body: 'De rien.' },
        { id: '33', parent: undefined, author: undefined, date: undefined, body: 'Sans nom.' },
      ],
    ])
    expect(JSON.stringify(articles)).not.toMatch(/@|192\.0|198\.51|anselme\.example|Entre nous/)
  })

  it('gives a post with all that the blog says of it', () => {
    expect(read('fr-soir-de-saint-sylvestre.xml').articles[0]).toEqual({
      title: 'Le dernier pain de l’année',
      body: 'Il sort à **vingt heures**.\n\nLe four refroidit\\\njusqu’à lundi.',
      tags: ['Pain & sel'],
      categories: ['Four à bois'],
      author: 'Odile Meunier',
      guid: 'https://fournil.example/?p=12&x=1',
      slug: 'dernier-pain',
      description: 'Une fournée de plus.',
      updated: '2023-01-02T09:00:00Z',
      lang: 'fr',
      sources: [
        {
          file: 'fr-soir-de-saint-sylvestre.xml',
          position: 1,
          lines: { first: 16, last: 38 },
          url: 'https://fournil.example/2022/12/31/dernier-pain/',
        },
      ],
      stated: { day: '2022-12-31', instant: '2022-12-31T23:30:00Z', words: '2022-12-31 18:30:00' },
      isTruncated: false,
    })
  })

  it('keeps the day that the blog showed, wherever the site is', () => {
    const days = (timeZone: string) =>
      read('fr-soir-de-saint-sylvestre.xml', timeZone).articles.map(({ stated }) => stated)
    for (const zone of ['Europe/Paris', 'America/Montreal'])
      expect(days(zone)[0]).toMatchObject({ day: '2022-12-31', instant: '2022-12-31T23:30:00Z' })
    expect(days('Pacific/Auckland').map((stated) => stated?.day)).toEqual(['2022-12-31', '2022-12-31'])
  })

  it('lists the newest first, and reads titles as HTML and slugs as addresses', () => {
    const [, second] = read('fr-soir-de-saint-sylvestre.xml').articles
    expect(second).toMatchObject({ title: 'La première fournée', slug: 'première-fourn', updated: undefined })
    expect(second!.sources[0].position).toBe(2)
  })

  it('publishes what was published, keeps drafts as drafts with their reason, and tells what it leaves out', () => {
    const { articles, problems } = read('fr-ce-qui-n-est-pas-publie.xml')
    expect(articles.map(({ title, isDraft }) => [title, isDraft])).toEqual([
      ['La bûche', true],
      ['La tarte', true],
      ['La brioche', true],
      ['Le pain', undefined],
    ])
    expect(
      problems.map(({ code, message }) => [code, message.replaceAll(' of fr-ce-qui-n-est-pas-publie.xml', '')]),
    ).toEqual([
      ['PRIVATE_LEFT_OUT', '"Les comptes" was private, and was left out.'],
      ['PRIVATE_LEFT_OUT', '"La recette" was protected by a password, and was left out.'],
      ['PRIVATE_LEFT_OUT', '"Jeté" was in the bin, and was left out.'],
      ['PAGE_LEFT_OUT', '"Contact" is a page of the site, and was left out.'],
      ['STICKY_LEFT_OUT', expect.stringContaining('keeps 1 post at the top')],
      ['TAXONOMY_LEFT_OUT', expect.stringContaining('under "series" 1 time')],
      ['ATTACHMENTS_LEFT_OUT', expect.stringContaining('1 file of the media library')],
      ['TYPE_LEFT_OUT', expect.stringContaining('1 item of the type "recipe"')],
      ['DRAFT_IMPORTED', expect.stringContaining('"La bûche" was to appear later')],
      ['DRAFT_IMPORTED', expect.stringContaining('"La tarte" was waiting for review')],
      ['DRAFT_IMPORTED', expect.stringContaining('"La brioche" is a draft')],
    ])
  })

  it('brings pages along at their old address, and publishes drafts, if asked to; what was private never comes', () => {
    const withPages = read('fr-pages-du-site.xml', 'Europe/Paris', { arePagesPosts: true })
    expect(withPages.articles.map(({ title, permalink, isDraft }) => [title, permalink, isDraft])).toEqual([
      ['Plan d’accès', undefined, true],
      ['Horaires', '/boutique/horaires/', undefined],
    ])
    expect(withPages.problems.map(({ code }) => code)).toEqual(['PRIVATE_LEFT_OUT', 'DRAFT_IMPORTED'])
    const all = { arePagesPosts: true, areDraftsPublished: true }
    const published = read('fr-pages-du-site.xml', 'Europe/Paris', all)
    expect(published.articles.map(({ isDraft, draftReason }) => [isDraft, draftReason])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
    expect(published.problems.map(({ code }) => code)).toEqual(['PRIVATE_LEFT_OUT'])
  })

  it('turns the shortcodes that HTML has a word for into Markdown, and keeps the others as text', () => {
    expect(read('fr-codes-courts.xml').articles[0]!.body).toBe(
      [
        '*Avant* le texte.',
        '[![Un pain](https://fournil.example/pain-300.jpg)](https://fournil.example/pain.jpg)',
        'Le pain du *lundi*',
        '![](https://fournil.example/four.jpg)',
        'Le four',
        '[https://video.example/1?a=1&b=2](https://video.example/1?a=1&b=2)',
        '[https://video.example/2](https://video.example/2)',
        '\\[gallery ids="1,2"]\\\nUn mot \\[sic] et \\[gallery] entre crochets.',
        "```php\nif ($a < 1) { echo '[gallery]'; }\n```",
        '\\[contact-form to="odile"]',
        '---',
        '\\[gallery]',
        '```\n[gallery]\n\n  a  b\n```',
        '\\[slider id=3]deux **mots**\\[/slider]',
      ].join('\n\n'),
    )
  })

  it('names each shortcode that it kept once, with how often', () => {
    expect(messagesOf('fr-codes-courts.xml', 'SHORTCODE_KEPT')).toEqual([
      expect.stringContaining('[gallery] 2 times'),
      expect.stringContaining('[contact-form] 1 time'),
      expect.stringContaining('[slider] 1 time'),
    ])
    expect(messagesOf('fr-codes-courts.xml', 'MORE_MARK_LEFT_OUT')).toHaveLength(1)
  })

  it('reads the block editor’s HTML as it stands, and names the blocks that are empty', () => {
    expect(read('fr-blocs.xml').articles[0]!.body).toBe(
      'Une ligne et sa suite.\n\n[https://video.example/3](https://video.example/3)\n\n- seigle\n- épeautre\n\n\\[horaires]',
    )
    expect(messagesOf('fr-blocs.xml', 'BLOCK_EMPTY')).toEqual([expect.stringContaining('"latest-posts" 1 time')])
    expect(messagesOf('fr-blocs.xml', 'SHORTCODE_KEPT')).toEqual([expect.stringContaining('[horaires] 1 time')])
  })

  it('reads version 1.0, with its doubled terms, nested CDATA and dates of zeros', () => {
    const { articles, problems } = read('en-wxr-1-0-terms-twice.xml')
    expect(articles.map(({ title }) => title)).toEqual(['No day yet', 'Two boats & a <vector>'])
    expect(articles[0]).toMatchObject({ isDraft: true, stated: undefined })
    expect(articles[1]).toMatchObject({
      body: 'The end of CDATA is written ]]> in a post.',
      tags: ['North quay'],
      categories: ['Timetable'],
      author: 'hal',
    })
    expect(problems.map(({ code }) => code)).toEqual(['DRAFT_IMPORTED'])
  })

  it('tells where a file is damaged, and reads what is whole', () => {
    const { articles, problems } = read('fr-coupe-au-milieu.xml')
    expect(articles.map(({ title, body }) => [title, body])).toEqual([
      ['L’eau', 'Elle bout.'],
      ['Le sel', 'Un caractère de contrôle.'],
    ])
    expect(problems.map(({ code, source, severity }) => [code, source?.lines?.first, severity])).toEqual([
      ['XML_MALFORMED', 19, 'doubt'],
      ['XML_CUT_SHORT', 35, 'loss'],
      ['WXR_VERSION_MISSING', undefined, 'doubt'],
    ])
  })
})
