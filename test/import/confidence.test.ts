import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/import/decode-text.ts'
import { type PageLine, splitPage } from '../../src/import/page-lines.ts'
import { type PageReading, segmentPage } from '../../src/import/segment-page.ts'
import { readLabelledArchives } from './labelled-archives.ts'

interface Reading extends Pick<PageReading, 'roles' | 'confidences'> {
  readonly lines: readonly PageLine[]
}

const read = (text: string): Reading => {
  const lines = splitPage(text, {})
  return { lines, ...segmentPage(lines)! }
}

/** Numbers of the lines that posts begin at. */
const findCuts = ({ lines, roles }: Reading): readonly number[] =>
  lines.flatMap(({ number }, i) => (roles[i] === 'title' ? [number] : []))

/** The same page without one line, and without a blank line that stood for it. */
function dropLine(text: string, number: number): { readonly text: string; readonly dropped: number } {
  const lines = text.split('\n')
  const isSetOff = lines[number - 2]?.trim() === '' && lines[number]?.trim() === ''
  const dropped = isSetOff ? 2 : 1
  return { text: lines.toSpliced(number - 1, dropped).join('\n'), dropped }
}

/** Every cut that is made when a post loses the second print of its title, with whether a post does begin there. */
function findCutsWithLostPrints(text: string): readonly { readonly isSure: boolean; readonly isRight: boolean }[] {
  const whole = read(text)
  const prints = whole.lines.filter((_, i) => whole.roles[i] === 'repeat' && whole.roles[i - 1] === 'title')
  if (prints.length < 3) return []
  return prints.flatMap(({ number }) => {
    const rest = dropLine(text, number)
    const right = new Set(findCuts(whole).map((cut) => (cut < number ? cut : cut - rest.dropped)))
    const reading = read(rest.text)
    return reading.lines.flatMap((line, i) =>
      reading.roles[i] === 'title' ? [{ isSure: reading.confidences[i]! >= 0.9, isRight: right.has(line.number) }] : [],
    )
  })
}

describe('a cut that is said to be nine tenths sure', () => {
  it('is right in at least 99 of 100 cases, where titles have lost their second prints', () => {
    const cuts = readLabelledArchives().flatMap(({ bytes }) => findCutsWithLostPrints(decodeText(bytes)))
    const sure = cuts.filter(({ isSure }) => isSure)
    const unsure = cuts.filter(({ isSure }) => !isSure)
    const shareRight = (some: typeof cuts) => some.filter(({ isRight }) => isRight).length / some.length
    expect(sure.length).toBeGreaterThan(500)
    expect(shareRight(sure)).toBeGreaterThan(0.99)
    expect(unsure.length).toBeGreaterThan(20)
    expect(shareRight(unsure)).toBeLessThan(0.95)
  })
})
