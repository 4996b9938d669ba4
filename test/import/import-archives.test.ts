import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ImportOptions, importArchives } from '../../src/import/import-archives.ts'
import { bytes, page, prose, twice } from './page-text.ts'

const importTexts = (files: Readonly<Record<string, string>>, options: ImportOptions = {}) =>
  importArchives(
    Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) })),
    options,
  )

const first = page(
  "Archive pour le Tag 'Ville'",
  twice('La piscine rouvre', prose[0]!),
  twice('La halle avance', prose[2]!),
  '12',
)
const second = page(
  "Archive pour le Tag 'Ville'",
  twice('La halle avance', prose[2]!),
  twice('Le pont ferme', prose[3]!),
  '12',
)

describe('importArchives', () => {
  it('joins overlapping pages of one archive without doubles, in their order', () => {
    const { articles, archives, sequences } = importTexts({ 'page-10.txt': second, 'page-2.txt': first })
    expect(archives.map(({ file }) => file)).toEqual(['page-2.txt', 'page-10.txt'])
    expect(articles.map(({ title }) => title)).toEqual(['La piscine rouvre', 'La halle avance', 'Le pont ferme'])
    expect(sequences).toEqual([[0, 1, 2]])
    expect(articles[1]!.sources.map(({ file, position }) => [file, position])).toEqual([
      ['page-2.txt', 2],
      ['page-10.txt', 1],
    ])
  })

  it('orders pages by the number that they state, if all do', () => {
    const numbered = (n: number, text: string) => text.replace('\n12\n', `\nPage ${n} sur 2\n`)
    const { articles } = importTexts({ 'a.txt': numbered(2, second), 'b.txt': numbered(1, first) })
    expect(articles.map(({ title }) => title)).toEqual(['La piscine rouvre', 'La halle avance', 'Le pont ferme'])
  })

  it('gives a post met under two tags both of them', () => {
    const canal = second.replace("'Ville'", "'Canal'")
    const { articles, sequences } = importTexts({ 'canal.txt': canal, 'ville.txt': first })
    expect(articles.map(({ title, tags }) => [title, tags])).toEqual([
      ['La piscine rouvre', ['Ville']],
      ['La halle avance', ['Canal', 'Ville']],
      ['Le pont ferme', ['Canal']],
    ])
    expect(sequences).toEqual([
      [1, 2],
      [0, 1],
    ])
  })

  it('keeps two identical posts of one file apart: they were published twice', () => {
    const { articles } = importTexts({
      'a.txt': page('Tag: Ville', twice('Même titre', prose[0]!), twice('Même titre', prose[0]!)),
    })
    expect(articles.map(({ title }) => title)).toEqual(['Même titre', 'Même titre'])
  })

  it('replaces a text that a theme cut off by its full version', () => {
    const cut = page(
      'Catégorie : Sport',
      twice('La piscine rouvre', `${prose[0]!.slice(0, 90)} […]`),
      twice('Autre', prose[4]!),
    )
    const { articles } = importTexts({ 'a.txt': cut, 'b.txt': first })
    const pool = articles.find(({ title }) => title === 'La piscine rouvre')!
    expect(pool).toMatchObject({ body: prose[0], isTruncated: false, tags: ['Sport', 'Ville'] })
    expect(pool.sources.map(({ file }) => file)).toEqual(['b.txt', 'a.txt'])
  })

  it('gives the same result whatever the order of the files', () => {
    const files = { 'b.txt': second, 'a.txt': first, 'c.txt': first.replace("'Ville'", "'Eau'") }
    const reversed = Object.fromEntries(Object.entries(files).toReversed())
    expect(importTexts(reversed)).toEqual(importTexts(files))
  })

  it.each<[string, Uint8Array, string]>([
    ['an empty file', bytes(' \n\t\n'), 'FILE_EMPTY'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'FILE_BINARY'],
    ['bytes of no known kind', new Uint8Array([1, 2, 0, 4, 5, 0, 7]), 'FILE_BINARY'],
    [
      'a saved page without posts',
      bytes('<!DOCTYPE html><html><body><h1>Tag: Ville</h1></body></html>'),
      'NOT_AN_ARCHIVE',
    ],
    ['a feed without posts', bytes('<?xml version="1.0"?><rss></rss>'), 'NOT_AN_ARCHIVE'],
    ['XML of another kind', bytes('<?xml version="1.0"?><urlset></urlset>'), 'FORMAT_UNSUPPORTED'],
    ['JSON', bytes('{"posts": []}'), 'FORMAT_UNSUPPORTED'],
    ['a post of our own', bytes('---\nid: a1\ntitle: Bonjour\n---\n\nTexte.\n'), 'FORMAT_UNSUPPORTED'],
    ['a text that is no archive', bytes(`Notes\n\n${prose[0]}\n`), 'NOT_AN_ARCHIVE'],
    ['a heading without posts', bytes("Archive pour le Tag 'Ville'\n"), 'NOT_AN_ARCHIVE'],
  ])('tells what to do about %s, and imports the rest', (_, content, code) => {
    const { archives, problems } = importArchives(
      [
        { path: 'odd.txt', bytes: content },
        { path: 'ville.txt', bytes: bytes(first) },
      ],
      {},
    )
    expect(archives.map(({ file }) => file)).toEqual(['ville.txt'])
    expect(problems).toMatchObject([{ code, severity: 'loss', source: { file: 'odd.txt' } }])
    expect(problems[0]!.remedy).not.toBe('')
  })

  it('reads a large export piece by piece', () => {
    const start = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>\n'
    function* chunks() {
      yield bytes(start)
      for (let day = 10; day < 30; day++)
        yield bytes(`<item><title>Le ${day}</title><wp:post_date>2012-05-${day} 10:00:00</wp:post_date></item>\n`)
      yield bytes('</channel></rss>')
    }
    const { articles, problems } = importArchives([{ path: 'a.xml', bytes: bytes(start), chunks: chunks() }], {})
    expect(articles.map(({ title }) => title).slice(0, 2)).toEqual(['Le 29', 'Le 28'])
    expect([articles.length, problems]).toEqual([20, []])
  })

  it('adds the given tag and language to every article', () => {
    const { articles } = importTexts({ 'a.txt': first }, { tag: 'Archives', lang: 'fr-CA' })
    expect(articles.map(({ tags, lang }) => [tags, lang])).toEqual([
      [['Ville', 'Archives'], 'fr-CA'],
      [['Ville', 'Archives'], 'fr-CA'],
    ])
  })

  const realArchive = new URL('../../../shared/archives/twitter-tag-archive.txt', import.meta.url)

  it('reads the real archive as a person would, if it lies beside the repository', ({ skip }) => {
    if (!existsSync(realArchive)) {
      console.warn(`Not tested on the real archive: ${realArchive.pathname} is not there.`)
      skip()
    }
    const { archives, articles, furniture } = importArchives([{ path: 'a.txt', bytes: readFileSync(realArchive) }], {})
    expect(archives[0]!.heading).toEqual({ kind: 'tag', name: 'Twitter' })
    expect(articles).toHaveLength(15)
    for (const { title, body, tags, lang } of articles) {
      expect(body.split('\n\n')).not.toContain(title)
      expect([tags, lang]).toEqual([['Twitter'], 'fr'])
    }
    expect(articles.map(({ isTruncated }) => isTruncated).indexOf(true)).toBe(3)
    expect(furniture.map(({ text }) => text)).toEqual(["Archive pour le Tag 'Twitter'", '1234'])
  })
})
