import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { importArchives } from '../../../src/import/import-archives.ts'

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/markdown-folders')

interface LabelledFolder {
  readonly posts: readonly (Readonly<Record<string, unknown>> & { readonly file: string })[]
  readonly problems: readonly string[]
}

const readFolder = (folder: string, timeZone?: string) => {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.json')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(folder, file).split(path.sep).join('/'), bytes: fs.readFileSync(file) }))
  return importArchives(files, { timeZone })
}
const readText = (text: string, file = 'a.md') =>
  importArchives([{ path: file, bytes: new TextEncoder().encode(text) }], { timeZone: 'Europe/Paris' })

describe('a folder of Markdown posts of another static site', () => {
  // Names that differ in their numbers alone were taken for the pages of one archive, and put together.
  it('takes each file for itself, whatever the numbers in its name', () => {
    const names = ['2020-01-01-four-5.md', '2020-02-01-pain.md', '2020-03-01-four-7.md']
    const files = names.map((path) => ({
      path,
      bytes: new TextEncoder().encode(`---\ntitle: ${path}\n---\n\nTexte.\n`),
    }))
    const { articles, sequences } = importArchives(files, { timeZone: 'Europe/Paris' })
    expect(articles.map(({ title }) => title)).toEqual(names)
    expect(sequences).toEqual([])
  })

  it('leaves out what heads a list of Hugo’s, and brings pages along if asked to', () => {
    const text = '---\ntitle: Blog\n---\n\nTous les billets.\n'
    expect(readText(text, 'posts/_index.md').problems.map(({ code }) => code)).toContain('PAGE_LEFT_OUT')
    const files = [{ path: 'posts/_index.md', bytes: new TextEncoder().encode(text) }]
    expect(importArchives(files, { arePagesPosts: true }).articles.map(({ title }) => title)).toEqual(['Blog'])
  })

  it('reads the date of a file that is named by nothing else', () => {
    expect(readText('---\ntitle: Neige\n---\n\nTexte.\n', '2011-12-13-.html').articles[0]!.stated?.day).toBe(
      '2011-12-13',
    )
  })

  it('drops the attributes of Jekyll’s Markdown, and leaves those in code', () => {
    const [article] = readText('---\ntitle: Note\n---\n\nUn mot.\n{: .note}\n\nPuis `{: .code}`.\n').articles
    expect(article!.body).toBe('Un mot.\n\nPuis `{: .code}`.')
  })

  // Short posts of a French blog were taken for Portuguese, Italian or Spanish.
  it('takes a text too short to tell its language for one in the language of most', () => {
    const long =
      'Le fournil ouvre à six heures, et l’odeur du pain chaud descend la rue jusqu’à la rivière où dorment les barques.'
    const files = [long, long.replace('six', 'sept'), 'O la la, la vista.'].map((text, at) => ({
      path: `${at}.md`,
      bytes: new TextEncoder().encode(`---\ntitle: Texte ${at}\n---\n\n${text}\n`),
    }))
    expect(importArchives(files, {}).articles.map(({ lang }) => lang)).toEqual(['fr', 'fr', 'fr'])
  })

  it.each(fs.readdirSync(fixtures))('%s', (name) => {
    const folder = path.join(fixtures, name)
    const label = JSON.parse(fs.readFileSync(path.join(folder, 'expected.json'), 'utf8')) as LabelledFolder
    const { articles, problems } = readFolder(folder)
    const seen = articles
      .filter(({ isDraft }) => !isDraft)
      .map(({ sources, stated, ...article }) => ({
        ...article,
        file: sources[0].file,
        date: stated?.day,
        instant: stated?.instant,
      }))
    expect(seen.toSorted((a, b) => (a.file < b.file ? -1 : 1))).toMatchObject(label.posts)
    expect(seen).toHaveLength(label.posts.length)
    expect(problems.map(({ code }) => code).sort()).toEqual(label.problems)
  })

  it.each([
    ['2020-01-01T23:30:00Z', '2020-01-02', '2020-01-01T23:30:00Z'],
    ['2020-01-01 23:30:00', '2020-01-01', '2020-01-01T22:30:00Z'],
    ['2020-01-01', '2020-01-01', undefined],
    ['2020-13-01', undefined, undefined],
    ['hier', undefined, undefined],
  ])('dates %s by the blog’s own clock', (date, day, instant) => {
    const { articles } = readText(`---\ntitle: Un\ndate: ${date}\n---\n\nDu texte.\n`)
    expect([articles[0]?.stated?.day, articles[0]?.stated?.instant]).toEqual([day, instant])
  })

  it('reads no front matter twice: YAML cannot grow or run', () => {
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n\nTexte.\n`
    expect(readText(bomb).problems).toMatchObject([{ code: 'FRONT_MATTER_UNREADABLE', severity: 'loss' }])
  })
})
