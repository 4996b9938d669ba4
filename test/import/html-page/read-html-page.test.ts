import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { readHtmlPage } from '../../../src/import/html-page/read-html-page.ts'
import { importArchives } from '../../../src/import/import-archives.ts'
import { readLabelledPages } from './labelled-pages.ts'

const markdownIt = new MarkdownIt({ html: false })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

const toPost = (title: string, more = '') =>
  `<article class="hentry"><h2 class="entry-title"><a href="https://x.example/${encodeURIComponent(title)}">${title}</a></h2>
   ${more}<div class="entry-content"><p>Le texte de « ${title} » tient en une phrase assez longue.</p></div></article>`
const read = (bytes: Uint8Array, timeZone?: string) => readHtmlPage(bytes, { file: 'page.html', timeZone }).pages[0]!

describe('a saved page', () => {
  it.each([
    ['UTF-8', utf8(`<meta charset="utf-8">${toPost('Été')}`)],
    ['UTF-8 that calls itself ISO 8859-1', utf8(`<meta charset="iso-8859-1">${toPost('Été')}`)],
    ['ISO 8859-1 that says nothing', latin1(toPost('Été').replaceAll(/[«»]/g, ''))],
    ['ISO 8859-1 that calls itself UTF-8', latin1(`<meta charset="utf-8">${toPost('Été')}`)],
    ['UTF-16 with its mark', utf16(toPost('Été'))],
    [
      'Latin 9 by http-equiv',
      new Uint8Array([
        ...latin1('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">'),
        ...latin1(toPost('Été')),
      ]),
    ],
    ['an encoding that nobody knows', latin1(`<meta charset="klingon">${toPost('Été')}`)],
  ])('is decoded where it is %s', (_, bytes) => {
    expect(read(bytes).articles.map(({ title }) => title)).toEqual(['Été'])
  })

  it('loses no word: each is in a post, or listed as left out', () => {
    for (const { story, bytes } of readLabelledPages()) {
      const { pages, furniture } = readHtmlPage(bytes, { file: 'page.html' })
      const posts = pages.flatMap(({ articles }) =>
        articles.flatMap(({ title, body }) => [title, markdownIt.render(body).replace(/<[^>]+>/g, ' ')]),
      )
      const known = new Set([...posts, ...furniture.map(({ text }) => text)].flatMap(toWords))
      expect(
        toWords(toVisibleText(bytes)).filter((word) => !known.has(word)),
        story,
      ).toEqual([])
    }
  })

  it.each([
    ['with its zone', '2012-05-14T23:40:00+02:00', undefined, '2012-05-14', '2012-05-14T21:40:00Z'],
    ['on the wall, though it says UTC', '2012-05-14T23:40:00+00:00', 'Europe/Paris', '2012-05-14', undefined],
    [
      'of a clock without zone, in the zone given',
      '2012-05-14T23:40:00',
      'Europe/Paris',
      '2012-05-14',
      '2012-05-14T21:40:00Z',
    ],
    ['of a clock without zone', '2012-05-14T23:40:00', undefined, '2012-05-14', undefined],
    ['that no calendar has', '2012-02-30T10:00:00Z', undefined, undefined, undefined],
  ])('takes the day of a time %s', (_, datetime, timeZone, day, instant) => {
    const page = read(utf8(toPost('Un', `<time class="published" datetime="${datetime}">date</time>`)), timeZone)
    expect([page.articles[0]!.stated?.day, page.articles[0]!.stated?.instant]).toEqual([day, instant])
  })

  it('believes readers’ day where a machine’s in UTC is the day before', () => {
    const page = read(utf8(toPost('Un', '<time datetime="2012-05-14T22:40:00Z">15 mai 2012</time>')))
    expect(page.articles[0]!.stated).toEqual({
      day: '2012-05-15',
      instant: '2012-05-14T22:40:00Z',
      words: '15 mai 2012',
    })
  })

  // They were taken for text, and the day over the menu for that of the first post.
  it('takes the date of a post from among its text where a theme puts it there under a name of its own', () => {
    const date = (day: string) =>
      `<div class="quai-entry-meta"><span class="quai-date"><a href="/1970/01"><time class="entry-date">${day}</time></a></span></div>`
    const toOne = (title: string, day: string) =>
      `<article class="hentry"><h2 class="entry-title">${title}</h2><div class="quai-entry-content">${date(day)}<p>Le texte de « ${title} » tient en une phrase assez longue.</p></div></article>`
    const page = `<p><span class="date">7 août 2024</span></p>${toOne('Le bac', '5 juillet 2024')}${toOne('Le pont', '3 juillet 2024')}`
    const { articles } = read(utf8(`<html lang="fr"><body>${page}`))
    expect(articles.map(({ stated, body }) => [stated?.day, body.includes('2024')])).toEqual([
      ['2024-07-05', false],
      ['2024-07-03', false],
    ])
  })

  it.each([
    ['a class', '<h1 class="site-title">Mon carnet</h1>'],
    ['a link to the first page', '<h1><a href="https://x.example/">Mon carnet</a></h1>'],
  ])('takes the tag from its title where the only heading is the blog’s name, known by %s', (_, heading) => {
    const page = `<title>tramway | Mon carnet</title><body class="archive tag">${heading}${toPost('Un')}${toPost('Deux')}`
    expect(read(utf8(page)).articles.map(({ tags }) => tags)).toEqual([['tramway'], ['tramway']])
  })

  it('joins the pages of one archive in the order of their numbers', () => {
    const toPage = (number: number, title: string) =>
      utf8(`<!DOCTYPE html><body class="paged-${number}"><h1>Tag : Ponts</h1>${toPost(title)}</body>`)
    const { articles, sequences } = importArchives(
      [
        { path: 'a.html', bytes: toPage(10, 'Vieux') },
        { path: 'b.html', bytes: toPage(2, 'Neuf') },
      ],
      {},
    )
    expect(articles.map(({ title, tags }) => [title, tags])).toEqual([
      ['Neuf', ['Ponts']],
      ['Vieux', ['Ponts']],
    ])
    expect(sequences).toEqual([[0, 1]])
  })
})

const toWords = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

/** By other means than the reader's: tags and what they hide cut out of the source. */
function toVisibleText(bytes: Uint8Array): string {
  let source = new TextDecoder('utf-8').decode(bytes)
  if (source.includes('\uFFFD')) source = new TextDecoder('windows-1252').decode(bytes)
  return source
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(head|script|style|iframe|svg|textarea)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<\/?(?:b|i|em|strong|small)\b[^>]*>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|&#8217;|&#\d+;|&\w+;/g, ' ')
}
