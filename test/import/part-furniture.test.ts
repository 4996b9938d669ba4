import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTextArchive } from '../../src/import/read-text-archive.ts'
import { prose } from './page-text.ts'

const titles = [
  'La piscine rouvre en septembre',
  'Deux bancs de plus au jardin',
  'La halle attendra le printemps',
  'Un détour par l’écluse',
]
const dates = [12, 9, 7, 3].map((day) => `${day} mars 2020`)
const tags = titles.map((_, at) => `quartier ${at}`)
const comments = ['Laisser un commentaire', '2 commentaires', 'Laisser un commentaire', '1 commentaire']

/** What a theme can print at every post. */
const parts = ['date', 'filed', 'tags', 'comments'] as const
type Part = (typeof parts)[number]

const linesOf: Readonly<Record<Part, (at: number) => string>> = {
  date: (at) => dates[at]!,
  filed: () => 'Publié dans Non classé',
  tags: (at) => `Étiqueté ${tags[at]}, ville`,
  comments: (at) => comments[at]!,
}

interface Theme {
  readonly above?: readonly Part[]
  readonly foot?: readonly Part[]
  readonly top?: readonly string[]
  readonly end?: readonly string[]
}

const top = ['Accueil', 'Étiquette : ville']
const end = ['Articles plus anciens', 'Archives']

/** A page without blank lines, as browsers copy many themes. */
const paste = ({ above = [], foot = [], ...page }: Theme): string =>
  [
    ...(page.top ?? top),
    ...titles.flatMap((title, at) => [
      ...above.map((part) => linesOf[part](at)),
      title,
      prose[at]!,
      prose[at + 2]!,
      ...foot.map((part) => linesOf[part](at)),
    ]),
    ...(page.end ?? []),
  ].join('\n')

const read = (text: string) =>
  readTextArchive(text, { file: 'a.txt' }).pages.flatMap(({ articles }) =>
    articles.map(({ title, stated, ...article }) => ({
      title,
      date: stated?.words,
      tags: article.tags.filter((tag) => tag.startsWith('quartier')),
    })),
  )

const expected = ({ above = [], foot = [] }: Theme) => {
  const has = (part: Part) => above.includes(part) || foot.includes(part)
  return titles.map((title, at) => ({
    title,
    date: has('date') ? dates[at] : undefined,
    tags: has('tags') ? [tags[at]] : [],
  }))
}

test.each<[string, Theme]>([
  ['tags in the middle of footers', { foot: ['filed', 'tags', 'comments'] }],
  ['tags at the end of footers', { foot: ['filed', 'tags'] }],
  ['tags at the end of footers, over the links to other pages', { foot: ['filed', 'tags'], end }],
  ['tags above titles, other lines in footers', { above: ['tags'], foot: ['filed', 'comments'] }],
  ['dates at the end of footers', { foot: ['tags', 'comments', 'date'] }],
  ['dates at the end of footers, pasted from the first title on', { top: [], foot: ['filed', 'date'] }],
  ['dates above titles, footers', { above: ['date'], foot: ['tags', 'comments'] }],
  ['dates and categories above titles, footers', { above: ['date', 'filed'], foot: ['tags', 'comments'] }],
])('a post has its own date and tags where there are %s', (_, theme) => {
  expect(read(paste(theme))).toEqual(expected(theme))
})

test('a post has its own date and tags wherever themes print them', () => {
  const theme = fc.record({
    order: fc.shuffledSubarray([...parts], { minLength: parts.length }),
    place: fc.record({
      date: fc.constantFrom('above', 'foot', 'none'),
      filed: fc.constantFrom('above', 'foot', 'none'),
      tags: fc.constantFrom('above', 'foot', 'none'),
      comments: fc.constantFrom('foot', 'none'),
    }),
    end: fc.constantFrom([], end),
  })
  fc.assert(
    fc.property(theme, ({ order, place, ...page }) => {
      const partsIn = (where: string) => order.filter((part) => place[part] === where)
      const all = { above: partsIn('above'), foot: partsIn('foot'), ...page }
      expect(read(paste(all))).toEqual(expected(all))
    }),
  )
})

test('dates above titles stay there where the paste begins below the first one', () => {
  const text = paste({ above: ['date'], foot: ['tags', 'comments'], top: [] })
  const found = read(text.slice(text.indexOf('\n') + 1))
  expect(found.map(({ date }) => date)).toEqual([undefined, ...dates.slice(1)])
})
