import { describe, expect, it } from 'vitest'
import { scoreLostPrints } from '../../src/import/lost-print.ts'
import { splitPage } from '../../src/import/page-lines.ts'
import { findRepeatStrength } from '../../src/import/title-repeat.ts'
import { page, prose, twice } from './page-text.ts'

/** Lines of the text between two posts that are certain which score as titles without their second print. */
const scored = (...blocks: readonly string[]) => {
  const lines = splitPage(page(twice('La piscine rouvre', prose[0]!, ...blocks), twice('La halle', prose[2]!)), {})
  const scores = scoreLostPrints(
    lines,
    lines.map((line, i) => findRepeatStrength(lines[i - 1]?.folded, line.folded)),
  )
  return lines.flatMap(({ text }, i) => (scores[i]! > 1 ? [text] : []))
}

describe('a title without its second print', () => {
  it('is the only line of its kind between two posts, with words of its own', () => {
    expect(scored(prose[1]!, 'Un castelet dans le train', prose[4]!)).toEqual(['Un castelet dans le train'])
  })

  it.each<[string, readonly string[]]>([
    ['one of several', ['Une histoire ancienne', prose[1]!, 'Le chantier voisin', prose[4]!]],
    ['in words of the text before', ['Le budget des travaux', prose[1]!]],
    ['a question', ['Pourquoi avoir tant tardé ?', prose[1]!]],
    ['a quotation', ['« On nous avait oubliés »', prose[1]!]],
    ['over a list', ['Ce que demandent les nageurs', '1. Nager', '2. Courir', prose[1]!]],
    ['the mention of another post', ['La halle', prose[1]!]],
    ['not set off from its paragraph', [`Un castelet dans le train\n${prose[4]}`]],
  ])('is no line that is %s', (_, blocks) => {
    expect(scored(...blocks)).toEqual([])
  })

  it('is not looked for where titles stand once', () => {
    const lines = splitPage(page('La piscine rouvre', prose[0]!, 'Un castelet dans le train', prose[4]!), {})
    expect(
      Math.max(
        ...scoreLostPrints(
          lines,
          lines.map(() => 'none'),
        ),
      ),
    ).toBe(0)
  })
})
