import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/import/decode-text.ts'
import { foldText } from '../../src/import/fold-text.ts'
import { readTextArchive } from '../../src/import/read-text-archive.ts'
import { readLabelledArchives } from './labelled-archives.ts'

const read = (text: string) => readTextArchive(text, { file: 'a.txt' })

const hasTitle = (text: string, title: string): boolean =>
  read(text).pages.some(({ articles }) => articles.some((article) => foldText(article.title) === foldText(title)))

/** Every line of the labelled archives that a problem of this code names, by its index among the lines of its text. */
const findNamed = (code: string) =>
  readLabelledArchives().flatMap(({ bytes }) => {
    const text = decodeText(bytes)
    const named = read(text).problems.filter((problem) => problem.code === code)
    return named.map(({ source }) => ({ lines: text.split('\n'), at: source!.lines!.first - 1 }))
  })

describe('the remedy for a doubt gives the other reading', () => {
  it('where a line that was taken for text is a title: writing it twice', () => {
    const named = findNamed('POSSIBLE_CUT')
    const failed = named.filter(({ lines, at }) => !hasTitle(lines.toSpliced(at, 0, lines[at]!).join('\n'), lines[at]!))
    expect(named.length).toBeGreaterThan(10)
    expect(failed.map(({ lines, at }) => lines[at])).toEqual([])
  })

  it('where a line that was taken for a title is text: joining it to the line before', () => {
    const named = findNamed('DOUBTFUL_CUT')
    const failed = named.filter(({ lines, at }) => {
      const before = lines.slice(0, at).findLastIndex((line) => line.trim() !== '')
      const joined = `${lines[before]} ${lines[at]}`
      return hasTitle([...lines.slice(0, before), joined, ...lines.slice(at + 1)].join('\n'), lines[at]!)
    })
    expect(named.length).toBeGreaterThan(5)
    expect(failed.map(({ lines, at }) => lines[at])).toEqual([])
  })
})
