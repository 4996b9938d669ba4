import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArchivedArticle } from '../../src/import/archived-article.ts'
import { article } from './build-post.ts'
import { edited, type Folder, importRound, type Round, without } from './import-rounds.ts'

interface Blog {
  readonly articles: readonly ArchivedArticle[]
  readonly folder: Folder
}

type Event = (blog: Blog, choice: number) => Blog

const words =
  'neige canal marché gare école pont mairie théâtre forêt vélo piscine musée radio tramway verger moulin'.split(' ')
const write = (seed: number): ArchivedArticle => {
  const word = words[seed % words.length]!
  const body = [1, 2, 3].map(
    (n) => `Paragraphe ${n} du ${word} : ${words.slice((seed * n) % 9).join(' et ')}, numéro ${seed}.`,
  )
  // Every fourth article has a title that another one has too.
  return article(seed % 4 === 0 ? 'La chronique' : `Au sujet du ${word} ${seed}`, { body: body.join('\n\n') })
}

const postPaths = (folder: Folder) => Array.from(folder.keys()).filter((path) => path.endsWith('.md'))
const pick = <Item>(items: readonly Item[], choice: number): Item | undefined =>
  items[choice % Math.max(1, items.length)]

const inFile =
  (from: RegExp, to: (choice: number) => string): Event =>
  ({ articles, folder }, choice) => {
    const path = pick(postPaths(folder), choice)
    return path === undefined ? { articles, folder } : { articles, folder: edited(folder, path, from, to(choice)) }
  }

const inSource =
  (change: (found: ArchivedArticle, choice: number) => ArchivedArticle): Event =>
  ({ articles, folder }, choice) => ({
    articles: articles.map((found, index) => (index === choice % articles.length ? change(found, choice) : found)),
    folder,
  })

const events: Readonly<Record<string, Event>> = {
  'owner retitles': inFile(/^title: .*$/m, (choice) => `title: Titre du propriétaire ${choice}`),
  'owner adds a comment': inFile(/^lang: /m, (choice) => `#  propriétaire ${choice}\nlang: `),
  'owner adds a paragraph': inFile(/\n$/, (choice) => `\n\nFin du propriétaire ${choice}.\n`),
  'owner deletes': ({ articles, folder }, choice) => {
    const path = pick(postPaths(folder), choice)
    return { articles, folder: path === undefined ? folder : without(folder, path) }
  },
  'source adds a paragraph': inSource((found, choice) => ({ ...found, body: `${found.body}\n\nAjout ${choice}.` })),
  'source retitles': inSource((found, choice) => ({ ...found, title: `${found.title}, suite ${choice}` })),
  'source goes on': ({ articles, folder }, choice) => ({ articles: [write(choice), ...articles], folder }),
}

const markers = (folder: Folder): readonly string[] =>
  Array.from(folder.values()).flatMap((text) => text.match(/.*propriétaire \d+/g) ?? [])

const importInto = ({ articles, folder }: Blog): Round =>
  importRound(
    articles.map((found, index) => ({ ...found, sources: [{ file: 'archive.txt', position: index + 1 }] as const })),
    folder,
  )

it('whatever owner and source do between imports: a second run changes nothing, the owner’s words stay, no post is doubled', () => {
  const event = fc.tuple(fc.constantFrom(...Object.keys(events)), fc.nat(50))
  const start = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(start, fc.array(event, { maxLength: 8 }), (seeds, story) => {
      let blog: Blog = { articles: seeds.map(write), folder: new Map() }
      blog = { ...blog, folder: importInto(blog).folder }
      for (const [name, choice] of story) {
        blog = events[name]!(blog, choice)
        const before = markers(blog.folder)
        const round = importInto(blog)
        expect(markers(round.folder)).toEqual(expect.arrayContaining([...before]))
        const ids = round.plan.changes.map(({ post }) => post.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set(round.plan.changes.map(({ path }) => path)).size).toBe(ids.length)
        const again = importInto({ ...blog, folder: round.folder })
        expect(again.folder).toEqual(round.folder)
        const settled = Object.values(again.statuses).filter((status) => status !== 'conflict')
        expect(settled.every((status) => status === 'unchanged')).toBe(true)
        blog = { ...blog, folder: round.folder }
      }
    }),
    { numRuns: 150 },
  )
})
