import { expect, test } from 'vitest'
import { readTextArchive } from '../../src/import/read-text-archive.ts'
import { prose } from './page-text.ts'

const titles = [
  'La piscine rouvre en septembre',
  'Deux bancs de plus au jardin',
  'La halle attendra le printemps',
  'Un détour par l’écluse',
]
const days = [12, 9, 7, 3]
const dates = days.map((day) => `${day} mars 2020`)

interface Theme {
  readonly above?: readonly string[]
  readonly foot?: readonly string[]
  /** What stands before the first post. */
  readonly top?: readonly string[]
  readonly end?: readonly string[]
}

/** A page without blank lines, as browsers copy many themes; `@` stands for the post's own number, `#` for its own day. */
const paste = ({ above = [], foot = [], top = ['Accueil', 'Étiquette : ville'], end = [] }: Theme): string =>
  [
    ...top,
    ...titles.flatMap((title, at) =>
      [...above, title, prose[at]!, prose[at + 2]!, ...foot].map((line) =>
        line.replace('@', String(at)).replace('#', String(days[at])),
      ),
    ),
    ...end,
  ].join('\n')

const read = (text: string) =>
  readTextArchive(text, { file: 'a.txt' }).pages.flatMap(({ articles }) =>
    articles.map(({ title, tags, stated }) => ({ title, tags, date: stated?.words })),
  )

const tags = titles.map((_, at) => [`quartier ${at}`, 'ville'])

test.each<[string, Theme]>([
  [
    'in the middle of footers',
    { foot: ['Publié dans Non classé', 'Étiqueté quartier @, ville', 'Laisser un commentaire'] },
  ],
  ['at the end of footers', { foot: ['Publié dans Non classé', 'Étiqueté quartier @, ville'] }],
  [
    'in footers, over the links to other pages',
    { foot: ['Publié dans Non classé', 'Étiqueté quartier @, ville'], end: ['Articles plus anciens', 'Archives'] },
  ],
  [
    'above titles, with other footers',
    { above: ['Étiqueté quartier @, ville'], foot: ['Publié dans Non classé', 'Laisser un commentaire'] },
  ],
  [
    'in footers, with dates above titles',
    { above: ['# mars 2020'], foot: ['Publié dans Non classé', 'Étiqueté quartier @, ville'] },
  ],
])('tags %s are those of their own posts', (_, theme) => {
  expect(read(paste(theme)).map((post) => post.tags.filter((tag) => tag.startsWith('quartier')))).toEqual(
    tags.map(([own]) => [own]),
  )
})

test.each<[string, Theme]>([
  ['at the end of footers', { foot: ['Étiqueté ville', 'Laisser un commentaire', '# mars 2020'] }],
  ['at the end of footers, pasted from the first title on', { top: [], foot: ['Publié dans Ville', '# mars 2020'] }],
  ['above titles, with footers', { above: ['# mars 2020'], foot: ['Étiqueté ville', 'Laisser un commentaire'] }],
])('dates %s are those of their own posts', (_, theme) => {
  expect(read(paste(theme)).map(({ date }) => date)).toEqual(dates)
})

test('dates above titles stay there where the paste begins below the first one', () => {
  const text = paste({ above: ['# mars 2020'], foot: ['Étiqueté ville', 'Laisser un commentaire'], top: [] })
  expect(read(text.slice(text.indexOf('\n') + 1)).map(({ date }) => date)).toEqual([undefined, ...dates.slice(1)])
})
