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
