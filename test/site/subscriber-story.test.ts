import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOnDisk } from '../eleventy/build.ts'
import { type ReadEntry, readWithFeedsmith } from '../feeds/read-feed.ts'

// The texts are long enough to be compared; each is about something else, so that nothing but the owner's word links them.
const texts = {
  digue:
    'La digue du port a tenu cette nuit malgré la houle. Les pompiers ont posé deux cents sacs de sable le long du parapet, puis surveillé les fissures jusqu’au matin. « Elle a soixante ans, et cela se voit », dit Maëlle Guérin, qui dirige la capitainerie depuis janvier. Une expertise est promise pour le printemps, et un budget de trois millions d’euros.',
  phare:
    'Le phare des Aiguilles sera repeint en juin. Quatre cordistes passeront dix jours suspendus à la lanterne, avec des pinceaux de soie et une peinture grise que choisit l’architecte Yann Le Dû. Pendant ce temps, la visite du sommet est fermée, mais le petit musée du rez-de-chaussée montre ses lentilles de Fresnel et le carnet du dernier gardien.',
  quai: 'Le quai Nord ferme lundi pour trois semaines. Les chalutiers iront au bassin Sud, où la glace sera livrée par camion. La criée garde ses horaires, sauf le samedi. Les riverains demandent depuis longtemps que les grues ne travaillent plus la nuit : la mairie promet un essai, avec deux sonomètres placés rue des Voiliers.',
  pont: 'Le pont tournant ouvre désormais à heures fixes, toutes les deux heures, de six heures à minuit. Les plaisanciers s’annoncent par radio sur le canal douze ; les cyclistes gardent la passerelle. Ce calendrier remplace le signal du sémaphore, que plus personne ne comprenait depuis le départ de son opérateur en 2009.',
  ancien:
    'Premier billet de ce carnet, retrouvé dans une sauvegarde. On y parlait de la fête du hareng, de la fanfare municipale qui jouait faux et d’un concours de nœuds gagné par une institutrice à la retraite. Il pleuvait ; tout le monde est resté danser sous la halle aux poissons jusqu’à la fermeture des buvettes.',
  bac: 'Le bac revient après vingt ans d’absence. Un catamaran électrique de quarante places traversera l’estuaire en neuf minutes, du ponton des Douanes à la plage de Kerlouan. Le billet coûtera deux euros, un de moins pour les abonnés du bus ; les vélos montent sans supplément, les chiens aussi s’ils sont tenus.',
}

const revised = texts.digue
  .replace('a tenu cette nuit', 'n’a pas tenu cette nuit')
  .concat(' Depuis, une brèche de huit mètres laisse entrer la mer à chaque marée haute.')

/** Three pieces of one story, whose first one will be republished; a post with the old blog's id; two beside the story. */
const before: Readonly<Record<string, string>> = {
  'ancien.md': format({
    id: 'p1',
    title: 'La fête du hareng',
    date: '2010-07-08',
    guid: 'http://ancien.example/?p=12',
  }),
  'digue.md': format({ id: 'p2', title: 'La digue a tenu', date: '2024-01-04', text: texts.digue }),
  'phare.md': format({ id: 'p3', title: 'Le phare sera repeint', date: '2024-01-05', text: texts.phare }),
  'quai.md': format({
    id: 'p4',
    title: 'Le quai Nord ferme',
    date: '2024-01-06',
    text: texts.quai,
    followUpTo: 'digue',
  }),
  'pont.md': format({
    id: 'p5',
    title: 'Le pont tourne à heures fixes',
    date: '2024-01-07',
    text: texts.pont,
    followUpTo: 'quai',
  }),
}

/** What a year does to them. Under `pont.md`, nothing: it has got another name. */
const after: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(before).filter(([name]) => name !== 'pont.md')),
  'quai.md': format({
    id: 'p4',
    title: 'Le quai Nord ferme',
    date: '2024-01-06',
    text: texts.quai.replace('trois semaines', 'cinq semaines'),
    followUpTo: 'digue',
    updated: '2024-02-01',
  }),
  'pont-tournant.md': format({
    id: 'p5',
    title: 'Le pont tourne à heures fixes',
    date: '2024-01-07',
    text: texts.pont,
    followUpTo: 'quai',
  }),
  'bac.md': format({
    id: 'p6',
    title: 'Le bac revient',
    date: '2024-06-01',
    text: texts.bac,
    followUpTo: 'pont-tournant',
  }),
  'digue-2.md': format({ id: 'p7', title: 'La digue n’a pas tenu', date: '2024-06-02', text: revised }),
  'phare-2.md': format({ id: 'p8', title: 'Le phare sera repeint', date: '2024-06-03', text: texts.phare }),
}

function format({ text = texts.ancien, ...fields }: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...fields, tags: '[Port]' }).map(([key, value]) => `${key}: ${value}\n`)
  return `---\n${lines.join('')}---\n\n${text}\n`
}

/** URL, with host and prefix → text. */
type BuiltSite = ReadonlyMap<string, string>

describe('a subscriber, after a year in which posts came, changed and moved, and the site too', () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-subscriber-'))
  let [old, current, rebuilt]: readonly BuiltSite[] = []

  beforeAll(async () => {
    old = await buildAt('https://ancien.example/', before)
    current = await buildAt('https://ailleurs.example/journal/', after)
    rebuilt = await buildAt('https://ailleurs.example/journal/', after)
  }, 60_000)

  afterAll(() => fs.rmSync(directory, { recursive: true, force: true }))

  /** Feeds of two entries, so that there is history to fetch. */
  async function buildAt(url: string, posts: Readonly<Record<string, string>>): Promise<BuiltSite> {
    const folder = path.join(directory, 'posts')
    fs.rmSync(folder, { recursive: true, force: true })
    fs.mkdirSync(folder)
    for (const [name, text] of Object.entries(posts)) fs.writeFileSync(path.join(folder, name), text)
    const options = { site: { url }, feeds: { entries: 2 } }
    const files = await buildOnDisk(directory, { options })
    return new Map(Array.from(files, ([name, text]) => [url + name.replace(/(?<=^|\/)index\.html$/, ''), text]))
  }

  describe.each(['', 'tag/port/', 'fil/digue/'])('of the feeds below /%s', (list) => {
    describe.each(['feed.xml', 'atom.xml', 'feed.json'])('%s', (name) => {
      const read = () => {
        const known = readWhole(old!, `https://ancien.example/${list}${name}`)
        return { known, found: readWhole(current!, `https://ailleurs.example/journal/${list}${name}`) }
      }

      test('gets two new entries: the new post, and the revised one', () => {
        const { known, found } = read()
        const unknown = [...found.values()].filter(({ id }) => !known.has(id!))
        expect(unknown.map(({ title }) => title)).toEqual(['La digue n’a pas tenu', 'Le bac revient'])
      })

      test('finds one entry changed', () => {
        const { known, found } = read()
        const kept = [...found.values()].filter(({ id }) => known.has(id!))
        const changed = kept.filter(({ id, content }) => known.get(id!)!.content !== content)
        expect(changed.map(({ title }) => title)).toEqual(['Le quai Nord ferme'])
        // RSS has no word for it.
        const moved = kept.filter(({ id, updated }) => known.get(id!)!.updated !== updated)
        expect(moved).toEqual(name === 'feed.xml' ? [] : changed)
        for (const { id, published } of kept) expect(known.get(id!)!.published).toBe(published)
      })

      test('reads no text twice, and loses none but the one that was revised', () => {
        const { known, found } = read()
        const contents = [...found.values()].map(({ content }) => content)
        expect(new Set(contents).size).toBe(contents.length)
        const lost = [...known.values()].filter(({ id }) => !found.has(id!))
        expect(lost.map(({ title }) => title)).toEqual(['La digue a tenu'])
      })

      test('is led to pages that are there', () => {
        for (const { url } of read().found.values()) expect([...current!.keys()]).toContain(url)
      })
    })
  })

  test('still has the same feed, by its id', () => {
    const idIn = (site: BuiltSite, url: string) => /<id>([^<]+)<\/id>/.exec(site.get(url) ?? '')?.[1]
    for (const list of ['', 'tag/port/', 'fil/digue/']) {
      const id = idIn(old!, `https://ancien.example/${list}atom.xml`)
      expect(id).toMatch(/^tag:/)
      expect(idIn(current!, `https://ailleurs.example/journal/${list}atom.xml`)).toBe(id)
    }
  })

  test('gets nothing from a build that changes nothing', () => {
    expect(rebuilt).toEqual(current)
  })
})

/** What a reader knows that follows a feed into its past, by id. The same entry may stand in several documents. */
function readWhole(site: BuiltSite, url: string): ReadonlyMap<string, ReadEntry> {
  const found = new Map<string, ReadEntry>()
  for (let next: string | undefined = url; next !== undefined; ) {
    const text: string | undefined = site.get(next)
    if (text === undefined) throw new Error(`${next} is not there`)
    for (const entry of readWithFeedsmith(text)) found.set(entry.id!, found.get(entry.id!) ?? entry)
    next = findOlder(text)
  }
  return found
}

const findOlder = (text: string): string | undefined =>
  /"next_url": "([^"]+)"/.exec(text)?.[1] ?? /rel="prev-archive" href="([^"]+)"/.exec(text)?.[1]
