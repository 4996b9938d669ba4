import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dateArticles } from '../../src/dating/date-articles.ts'
import { importArchives } from '../../src/import/import-archives.ts'
import { toBounds } from './labelled-posts.ts'

function dateFiles(files: readonly string[]) {
  const { articles, sequences } = importArchives(
    files.map((path) => ({ path, bytes: readFileSync(path) })),
    {},
  )
  const { dates } = dateArticles({ articles, sequences, anchors: [] })
  return articles.map((article, i) => ({ ...article, date: dates[i] }))
}

describe('the demo archive', () => {
  const folder = fileURLToPath(new URL('../fixtures/demo/', import.meta.url))
  const expected: readonly { readonly title: string; readonly published: string | null }[] = JSON.parse(
    readFileSync(`${folder}expected.json`, 'utf8'),
  )
  const isOnly = ({ title }: { readonly title: string }): boolean =>
    expected.filter((one) => one.title === title).length === 1
  const published = new Map(expected.filter(isOnly).map(({ title, published }) => [title, published]))
  const dated = dateFiles(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => folder + name),
  )
    .map(({ title, date }) => ({ title, date, published: published.get(title) ?? undefined }))
    .filter((one) => one.published !== undefined)

  it('gets no day that is wrong', () => {
    const wrong = dated.filter(
      ({ date, published }) => published! < toBounds(date)[0] || toBounds(date)[1] < published!,
    )
    expect(wrong).toEqual([])
  })

  it('gets the day of news within two days, where it claims to', () => {
    const days = dated.flatMap(({ date, published }) =>
      date?.kind === 'inferred' && Date.parse(date.latest) - Date.parse(date.earliest) <= 10 * 86_400_000
        ? [Math.abs(Date.parse(date.day) - Date.parse(published!)) / 86_400_000]
        : [],
    )
    expect(days.length).toBeGreaterThanOrEqual(10)
    expect(Math.max(...days)).toBeLessThanOrEqual(2)
  })
})

describe('a real archive', () => {
  const file = fileURLToPath(new URL('../../../shared/archives/twitter-tag-archive.txt', import.meta.url))

  it('is dated as a reader would, whose notes were made before', (ctx) => {
    if (!existsSync(file)) return ctx.skip('the real archive is not here: ../shared/archives/twitter-tag-archive.txt')
    const bounds = dateFiles([file]).map(({ date }) =>
      toBounds(date)
        .map((day) => day.slice(0, 7))
        .join(' '),
    )
    expect(bounds).toEqual([
      '2023-11 2023-12',
      '2023-07 2023-07',
      '2023-05 2023-07',
      '2023-05 2023-06',
      '2022-12 2022-12',
      '2022-11 2022-12',
      '2022-11 2022-12',
      '2022-11 2022-12',
      '2022-11 2022-12',
      '2022-11 2022-11',
      ...Array.from({ length: 5 }, () => '2022-07 2022-11'),
    ])
  })
})
