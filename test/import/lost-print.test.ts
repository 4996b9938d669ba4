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
  return lines.flatMap(({ text }, i) => ((scores[i] ?? 0) > 1.5 ? [text] : []))
}

describe('a title without its second print', () => {
  it('is the only line of its kind between two posts, with words of its own', () => {
    expect(scored(prose[1]!, 'Un castelet dans le train', prose[4]!)).toEqual(['Un castelet dans le train'])
  })

  it.each<[string, readonly string[]]>([
    [
      'one of several',
      [
        'Une histoire ancienne',
        'Le premier bassin fut creusé en 1934 par les nageurs, à la pelle, et rempli avec des seaux.',
        'Le chantier voisin',
        'La patinoire, elle, a coûté cinq millions d’euros, et personne n’a annoncé de rentrée.',
      ],
    ],
    ['in words of the text before', ['Le budget des travaux', prose[1]!]],
    ['over text that goes on with the post', ['Un air de fête', `La piscine, elle, rouvre lundi. ${prose[4]}`]],
    [
      'between two parts of the post',
      [
        'Un train de retard',
        prose[4]!,
        'Et ensuite',
        'Le bassin accueillera les nageurs pendant deux ans, sans travaux.',
      ],
    ],
    ['over less than a post', ['Un castelet dans le train', 'On le démonte en dix minutes.']],
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
      scoreLostPrints(
        lines,
        lines.map(() => 'none'),
      ),
    ).toEqual(lines.map(() => undefined))
  })
})
