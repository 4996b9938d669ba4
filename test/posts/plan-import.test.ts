import { describe, expect, it } from 'vitest'
import type { PostDate } from '../../src/dating/post-date.ts'
import { mergeArticles } from '../../src/import/merge-articles.ts'
import { manifestName } from '../../src/posts/manifest.ts'
import { article, day } from './build-post.ts'
import { edited, importRound, without } from './import-rounds.ts'

const grève = article('Grève à la SNCF', { position: 1 })
const musk = article('Musk rachète Twitter', { position: 2 })
const été = article('L’été', { position: 3 })
const archive = [grève, musk, été]
const stated = (text: string): PostDate => ({ kind: 'stated', day: day(text) })
const inferred = (text: string, earliest: string, latest: string): PostDate => ({
  kind: 'inferred',
  day: day(text),
  earliest: day(earliest),
  latest: day(latest),
  evidence: 'mardi',
})

describe('an import into an empty folder', () => {
  it('creates one file per article, named by slug, in the order of the archive', () => {
    const { folder, statuses, plan } = importRound(archive)
    expect(statuses).toEqual({ 'greve-a-la-sncf': 'created', 'musk-rachete-twitter': 'created', 'l-ete': 'created' })
    expect(Array.from(folder.keys())).toEqual([
      'greve-a-la-sncf.md',
      'musk-rachete-twitter.md',
      'l-ete.md',
      manifestName,
    ])
    expect(plan.changes.map(({ post }) => post.source)).toEqual(
      [1, 2, 3].map((position) => ({ file: 'archive.txt', position })),
    )
  })

  it('keeps the day that the old blog showed, whatever the hour is in the site’s zone', () => {
    const evening = article('Réveillon')
    const shown = (instant: string): PostDate => ({ kind: 'stated', day: day('2022-12-31'), instant })
    const { folder } = importRound([evening], new Map(), { Réveillon: shown('2022-12-31T23:30:00Z') })
    expect(folder.get('reveillon.md')).toContain('date: 2022-12-31\n')
    const same = importRound([evening], new Map(), { Réveillon: shown('2022-12-31T20:30:00Z') })
    expect(same.folder.get('reveillon.md')).toContain('date: 2022-12-31T21:30:00+01:00\n')
  })

  it('calls a post merged that stands in two archives', () => {
    const both = {
      ...musk,
      tags: ['Twitter', 'Musk'],
      sources: [musk.sources[0], { file: 'musk.txt', position: 1 }] as const,
    }
    expect(importRound([both]).statuses).toEqual({ 'musk-rachete-twitter': 'merged' })
  })

  it('calls an article without a title by its first words, and says so', () => {
    const { codes, plan } = importRound([
      article('', { body: 'Un article sans titre, mais qui a bien plus de huit mots.' }),
    ])
    expect(plan.changes[0]?.post.title).toBe('Un article sans titre, mais qui a bien…')
    expect(codes).toEqual(['TITLE_MISSING'])
  })
})

describe('a second import of the same archive', () => {
  it('changes no byte', () => {
    const first = importRound(archive, new Map(), { 'L’été': inferred('2023-07-01', '2023-06-01', '2023-08-01') })
    const second = importRound(archive, first.folder, { 'L’été': inferred('2023-07-01', '2023-06-01', '2023-08-01') })
    expect(new Set(Object.values(second.statuses))).toEqual(new Set(['unchanged']))
    expect(second.folder).toEqual(first.folder)
    expect(second.codes).toEqual([])
  })

  it.each([
    ['title', 'title: Musk rachète Twitter', 'title: Elon Musk rachète Twitter'],
    ['slug', 'title: ', 'slug: musk\ntitle: '],
    ['tags', 'tags: [Twitter]', 'tags: [Réseaux, "C#"]'],
    ['date', 'tags: ', 'date: 2022-10-28\ntags: '],
    ['body', 'Le premier paragraphe', 'Le tout premier paragraphe'],
    ['unknown keys and comments', 'tags: ', '# à revoir\nlayout:   "wide"\ntags: '],
    ['language', 'lang: fr', 'lang: en'],
    ['drafts', 'lang: fr', 'lang: fr\ndraft: true'],
  ])('keeps what the owner edited: %s', (_, from, to) => {
    const owned = edited(importRound(archive).folder, 'musk-rachete-twitter.md', from, to)
    const again = importRound(archive, owned)
    expect(Object.values(again.statuses)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(again.folder.get('musk-rachete-twitter.md')).toBe(owned.get('musk-rachete-twitter.md'))
    expect(importRound(archive, again.folder).folder).toEqual(again.folder)
  })

  it('finds a renamed file by its id, and leaves it under its name', () => {
    const { folder } = importRound(archive)
    const renamed = new Map(without(folder, 'l-ete.md')).set('vacances.md', folder.get('l-ete.md')!)
    const again = importRound(archive, renamed)
    expect(again.statuses).toMatchObject({ vacances: 'unchanged' })
    expect(again.folder.has('l-ete.md')).toBe(false)
  })

  it('does not bring back a post that the owner deleted, and says how to have it back', () => {
    const again = importRound(archive, without(importRound(archive).folder, 'l-ete.md'))
    expect(again.statuses).not.toHaveProperty('l-ete')
    expect(again.plan.problems).toMatchObject([
      { code: 'POST_DELETED', severity: 'doubt', remedy: expect.stringContaining(manifestName) },
    ])
    expect(importRound(archive, again.folder).codes).toEqual(['POST_DELETED'])
  })

  it('writes all posts again where the owner emptied the folder but for the manifest', () => {
    const { folder } = importRound(archive)
    const again = importRound(archive, new Map([[manifestName, folder.get(manifestName)!]]))
    expect(again.codes).toEqual(['FOLDER_CLEARED'])
    expect(again.folder).toEqual(folder)
  })

  it.each([
    ['is missing', undefined, 'MANIFEST_MISSING'],
    ['is damaged', '{ "version": 1, "posts": {', 'MANIFEST_DAMAGED'],
    ['has another shape', '{ "version": 1, "posts": { "p1": [] } }', 'MANIFEST_DAMAGED'],
  ])('matches posts by id where the manifest %s, and takes every difference for the owner’s', (_, manifest, code) => {
    const first = importRound(archive)
    const owned = without(edited(first.folder, 'l-ete.md', 'title: L’été', 'title: Un été'), manifestName)
    const again = importRound(archive, manifest === undefined ? owned : new Map(owned).set(manifestName, manifest))
    expect(again.codes).toEqual([code])
    expect(Object.values(again.statuses)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(importRound(archive, again.folder).folder.get('l-ete.md')).toContain('title: Un été')
  })
})

describe('an import of an archive that changed', () => {
  const longer = `${musk.body}\n\nUn troisième paragraphe, ajouté plus tard.`
  const retold = archive.map((found) => (found === musk ? { ...musk, body: longer } : found))

  it('brings a changed text into its file, and keeps its id', () => {
    const first = importRound(archive)
    const second = importRound(retold, first.folder)
    expect(second.statuses).toEqual({
      'greve-a-la-sncf': 'unchanged',
      'musk-rachete-twitter': 'updated',
      'l-ete': 'unchanged',
    })
    expect(second.plan.changes[1]?.post).toMatchObject({ id: first.plan.changes[1]?.post.id, body: longer })
    expect(second.folder.size).toBe(first.folder.size)
    expect(importRound(retold, second.folder).folder).toEqual(second.folder)
  })

  it('merges a changed text with what the owner edited elsewhere', () => {
    const owned = edited(
      importRound(archive).folder,
      'musk-rachete-twitter.md',
      /title: .*/,
      'title: "Musk: c’est fait"\nlayout: wide  # large',
    )
    const second = importRound(retold, owned)
    expect(second.statuses).toMatchObject({ 'musk-rachete-twitter': 'merged' })
    const text = second.folder.get('musk-rachete-twitter.md')
    expect(text).toContain('title: "Musk: c’est fait"\nlayout: wide  # large\n')
    expect(text).toContain('ajouté plus tard.')
    expect(importRound(retold, second.folder).folder).toEqual(second.folder)
  })

  it('leaves a file alone whose body both changed, reports it each time, and takes the owner’s word to keep his', () => {
    const owned = edited(
      importRound(archive).folder,
      'musk-rachete-twitter.md',
      'Le premier paragraphe',
      'Le paragraphe',
    )
    const second = importRound(retold, owned)
    expect(second.statuses).toMatchObject({ 'musk-rachete-twitter': 'conflict', 'l-ete': 'unchanged' })
    expect(second.plan.problems).toMatchObject([
      { code: 'IMPORT_CONFLICT', severity: 'loss', source: { file: 'musk-rachete-twitter.md' } },
    ])
    expect(second.folder.get('musk-rachete-twitter.md')).toBe(owned.get('musk-rachete-twitter.md'))
    expect(importRound(retold, second.folder).statuses).toMatchObject({ 'musk-rachete-twitter': 'conflict' })
    const settled = edited(second.folder, 'musk-rachete-twitter.md', 'lang: fr', 'lang: fr\nkeep: [body]')
    expect(importRound(retold, settled)).toMatchObject({ statuses: { 'musk-rachete-twitter': 'unchanged' }, codes: [] })
  })

  it('shows a conflict from the word on in which the two differ', () => {
    const owned = edited(importRound(archive).folder, 'musk-rachete-twitter.md', 'aussi de', 'beaucoup de')
    const source = { ...musk, body: musk.body.replace('aussi de', 'surtout de') }
    expect(importRound([grève, source, été], owned).plan.problems[0]?.message).toBe(
      'musk-rachete-twitter.md: "body" is "beaucoup de Musk rachète Twitter." in the file, and became "surtout de Musk rachète Twitter." in the source.',
    )
  })

  it('ends a conflict where the owner took the text of the source', () => {
    const owned = edited(
      importRound(archive).folder,
      'musk-rachete-twitter.md',
      'Le premier paragraphe',
      'Le paragraphe',
    )
    const conflict = importRound(retold, owned)
    const settled = edited(conflict.folder, 'musk-rachete-twitter.md', /(---\n\n)[\s\S]*$/, `$1${longer}\n`)
    expect(importRound(retold, settled)).toMatchObject({ statuses: { 'musk-rachete-twitter': 'unchanged' }, codes: [] })
  })

  it('gives new posts at the top their own files, and moves the places of the others', () => {
    const first = importRound(archive)
    const moved = archive.map((found) => ({
      ...found,
      sources: [{ ...found.sources[0], position: found.sources[0].position + 1 }] as const,
    }))
    const second = importRound([article('Nouveau'), ...moved], first.folder)
    expect(second.statuses).toEqual({
      nouveau: 'created',
      'greve-a-la-sncf': 'updated',
      'musk-rachete-twitter': 'updated',
      'l-ete': 'updated',
    })
  })

  it('knows an article by its old address, whatever became of title and text', () => {
    const url = 'https://example.org/?p=1'
    const first = importRound([article('Avant', { url })])
    const second = importRound([article('Après', { url, body: 'Tout autre chose.' })], first.folder)
    expect(second.statuses).toEqual({ avant: 'updated' })
    expect(second.folder.get('avant.md')).toContain('title: Après')
  })

  it('takes a retitled article of the same archive for the same post once its old form is gone', () => {
    const second = importRound(
      [grève, { ...musk, title: 'Twitter : Musk l’emporte' }, été],
      importRound(archive).folder,
    )
    expect(second.statuses).toMatchObject({ 'musk-rachete-twitter': 'updated' })
  })

  it('takes a republished article for a new post while its old form still stands in the archive', () => {
    const republished = { ...musk, title: 'Rappel : Musk rachète Twitter' }
    const second = importRound([republished, ...archive], importRound(archive).folder)
    expect(second.statuses).toMatchObject({
      'rappel-musk-rachete-twitter': 'created',
      'musk-rachete-twitter': 'unchanged',
    })
  })

  it('takes the next text of a column for a new post, although it has the title of one that left the page', () => {
    const column = (text: string) => article('Météo', { body: text })
    const first = importRound([column('Lundi il pleuvra sur tout le nord du pays, sans grand vent.')])
    const second = importRound([column('Mardi le soleil revient partout, et la mer sera belle.')], first.folder)
    expect(second.statuses).toEqual({ 'meteo-2': 'created' })
  })
})

describe('archives imported one after another', () => {
  const inOther = (rest: Partial<Parameters<typeof article>[1]> = {}) =>
    article('Musk rachète Twitter', { file: 'musk.txt', tags: ['Musk'], ...rest })

  it('gives a post that stands in both the tags of both, and no other change', () => {
    const second = importRound([inOther()], importRound(archive).folder)
    expect(second.plan.changes[0]).toMatchObject({
      status: 'updated',
      post: { tags: ['Twitter', 'Musk'], source: { file: 'archive.txt' } },
    })
    const third = importRound(archive, second.folder)
    expect(third.folder).toEqual(second.folder)
    expect(Object.values(third.statuses)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  it('gives a post that was pasted as text the old address that another one tells, once and for all', () => {
    const url = 'https://example.org/2022/10/musk/'
    const second = importRound([inOther({ url })], importRound(archive).folder)
    expect(second.plan.changes[0]).toMatchObject({ status: 'updated', post: { source: { file: 'archive.txt', url } } })
    const third = importRound(archive, second.folder)
    expect(third.folder.get('musk-rachete-twitter.md')).toBe(second.folder.get('musk-rachete-twitter.md'))
    expect(importRound(archive, third.folder).folder).toEqual(third.folder)
    const together = mergeArticles(musk, inOther({ url }))
    expect(importRound([together]).plan.changes[0]).toMatchObject({ post: { source: { file: 'archive.txt', url } } })
  })

  it('does not give back a tag that the owner removed', () => {
    const both = importRound([inOther()], importRound(archive).folder).folder
    const owned = edited(both, 'musk-rachete-twitter.md', 'tags: [Twitter, Musk]', 'tags: [Musk]')
    expect(importRound(archive, owned).folder.get('musk-rachete-twitter.md')).toContain('tags: [Musk]')
  })

  it('never puts a cut text in place of a whole one, and always a whole one in place of a cut one', () => {
    const whole = musk.body
    const cut = { ...inOther({ body: whole.split('\n\n')[0]! }), isTruncated: true }
    const keepsWhole = importRound([cut], importRound(archive).folder)
    expect(keepsWhole.plan.changes[0]?.post).toMatchObject({ body: whole, isTruncated: false })
    const completes = importRound([musk], importRound([cut]).folder)
    expect(completes.plan.changes).toMatchObject([{ status: 'updated', post: { body: whole, isTruncated: false } }])
    expect(completes.folder.get('musk-rachete-twitter.md')).not.toContain('truncated')
  })
})

describe('dates', () => {
  const first = importRound(archive, new Map(), { 'L’été': inferred('2023-07-01', '2023-06-01', '2023-08-01') })

  it('follow a better estimate', () => {
    const second = importRound(archive, first.folder, { 'L’été': inferred('2023-07-14', '2023-07-14', '2023-07-16') })
    expect(second.statuses).toMatchObject({ 'l-ete': 'updated' })
    expect(second.folder.get('l-ete.md')).toContain(
      'date: 2023-07-14\ndateEarliest: 2023-07-14\ndateLatest: 2023-07-16\n',
    )
  })

  it('lose their bounds when the source states them at last', () => {
    const second = importRound(archive, first.folder, { 'L’été': stated('2023-07-14') })
    expect(second.folder.get('l-ete.md')).toContain('date: 2023-07-14\ntags:')
  })

  it('stay the owner’s at every later import, and anchor the others', () => {
    const owned = edited(
      first.folder,
      'l-ete.md',
      /date: .*\ndateEarliest: .*\ndateLatest: .*\ndateEvidence: .*\n/,
      'date: 2023-07-20\n',
    )
    const second = importRound(archive, owned, { 'L’été': inferred('2023-07-01', '2023-06-01', '2023-08-01') })
    const third = importRound(archive, second.folder, { 'L’été': inferred('2023-06-15', '2023-06-01', '2023-08-01') })
    expect([second, third].map(({ statuses }) => statuses['l-ete'])).toEqual(['unchanged', 'unchanged'])
    expect(third.folder.get('l-ete.md')).toBe(owned.get('l-ete.md'))
  })

  it('are a conflict where the source states another day than the owner', () => {
    const owned = edited(
      first.folder,
      'l-ete.md',
      /date: .*\ndateEarliest: .*\ndateLatest: .*\ndateEvidence: .*\n/,
      'date: 2023-07-20\n',
    )
    const dated = { ...été, stated: { day: day('2023-07-14'), words: '14 juillet 2023' } }
    expect(importRound([dated], owned).statuses).toEqual({ 'l-ete': 'conflict' })
  })
})

describe('an archive under another name that tells a known post in other words', () => {
  const long = article('Le canal', {
    body: 'Le canal a gelé en janvier.\n\nIl a dégelé le mois suivant, sans dommage.',
  })
  const first = importRound([long])
  const retold = (file: string) => ({
    ...long,
    body: 'Le canal a gelé en janvier.\n\nIl a dégelé le mois suivant, et deux écluses ont cédé.',
    sources: [{ file, position: 1 }] as const,
  })

  it('leaves the post as it is, and says so once', () => {
    const second = importRound([retold('archive-2.txt')], first.folder)
    expect(second.statuses).toEqual({ 'le-canal': 'unchanged' })
    expect(second.codes).toEqual(['OTHER_TEXT'])
    expect(importRound([retold('archive-2.txt')], second.folder).codes).toEqual([])
  })

  it('brings the new words under the earlier name', () => {
    expect(importRound([retold('archive.txt')], first.folder)).toMatchObject({
      statuses: { 'le-canal': 'updated' },
      codes: [],
    })
  })
})

describe('slugs and ids of posts with one title', () => {
  const column = (text: string) => article('Revue de presse', { body: text })
  const [oldest, middle, newest] = ['Un.', 'Deux.', 'Trois.'].map(column) as [
    ReturnType<typeof column>,
    ReturnType<typeof column>,
    ReturnType<typeof column>,
  ]

  it('give the oldest the bare slug', () => {
    expect(Object.keys(importRound([middle, oldest]).statuses)).toEqual(['revue-de-presse-2', 'revue-de-presse'])
  })

  it('are the same whether newer posts come at once or at a later import', () => {
    const atOnce = importRound([newest, middle, oldest])
    const later = importRound([newest, middle, oldest], importRound([middle, oldest]).folder)
    const slugs = ({ plan }: typeof later) => plan.changes.map(({ post }) => [post.id, post.slug])
    expect(slugs(later)).toEqual(slugs(atOnce))
  })

  it('are the same for identical posts too, counted from the oldest', () => {
    const same = column('Un.')
    const atOnce = importRound([same, same, same])
    const later = importRound([same, same, same], importRound([same, same]).folder)
    expect(atOnce.plan.changes.map(({ post }) => post.id)).toEqual(later.plan.changes.map(({ post }) => post.id))
    expect(new Set(atOnce.plan.changes.map(({ post }) => post.id)).size).toBe(3)
  })

  it('do not take the name of a file whose slug the owner changed', () => {
    const owned = edited(importRound([oldest]).folder, 'revue-de-presse.md', 'title: ', 'slug: la-revue\ntitle: ')
    const second = importRound([newest, oldest], owned)
    expect(second.folder.get('revue-de-presse.md')).toBe(owned.get('revue-de-presse.md'))
    expect(Object.keys(second.statuses)).toEqual(['revue-de-presse-2', 'la-revue'])
  })
})
