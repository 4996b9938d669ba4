import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { cacheFolder } from '../../src/eleventy/build-cache.ts'
import { html } from '../../src/markup/html.ts'
import type { TagArchiveOptions } from '../../src/options.ts'
import { buildOnDisk, inNewProject, letFilesRest, silenceEleventy, writeFolder } from './build.ts'

/** Others name the first: it stays. */
const names = ['tram', 'quai', 'port', 'phare', 'gare', 'pont', 'bac', 'rade', 'cale']

const format = (title: string, body: string, fields: readonly string[] = []) =>
  `---\ntitle: ${title}\ndate: 2023-11-14\n${fields.join('\n')}\n---\n\n${body}\n`

const posts = Object.fromEntries(
  names
    .slice(0, 6)
    .map((name) => [`posts/${name}.md`, format(name, `Le ${name} [arrive](/tag/mer/).`, ['tags: [Mer]'])]),
)

type Edit = (folder: string, name: string) => void

const fileOf = (folder: string, name: string) => path.join(folder, 'posts', `${name}.md`)
const readOr = (file: string, text: string) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : text)
const replaceIn =
  (pattern: RegExp, replacement: string): Edit =>
  (folder, name) => {
    const file = fileOf(folder, name)
    fs.writeFileSync(file, readOr(file, format(name, 'Texte.')).replace(pattern, replacement))
  }

const edits: Readonly<Record<string, Edit>> = {
  write: (folder, name) => fs.writeFileSync(fileOf(folder, name), format(name, `Un autre texte du ${name}.`)),
  copy: (folder, name) =>
    fs.writeFileSync(
      fileOf(folder, name),
      readOr(fileOf(folder, 'tram'), format('tram', 'Le tram.')).replace(/^id:.*$/m, ''),
    ),
  remove: (folder, name) => fs.rmSync(fileOf(folder, name), { force: true }),
  addToText: replaceIn(/\n$/, ' Encore un mot sur le port et la gare maritime.\n'),
  retitle: replaceIn(/^title: (.*)$/m, 'title: $1 !'),
  redate: replaceIn(/^date: (\d{4}).*$/m, 'date: 2024-02-03'),
  follow: replaceIn(/^(title: .*)$/m, '$1\nfollowUpTo: tram'),
  hide: replaceIn(/^(title: .*)$/m, '$1\ndraft: true'),
  comment: (folder, name) => {
    const file = path.join(folder, 'posts', `${name}.comments.json`)
    const comments = [{ id: 'c1', author: 'Ana', body: `Merci${readOr(file, '').length}.` }]
    fs.writeFileSync(file, JSON.stringify({ post: `p-${name}`, comments }))
    replaceIn(/^(title: .*)$(?!\nid:)/m, `$1\nid: p-${name}`)(folder, name)
  },
  illustrate: (folder, name) => {
    fs.mkdirSync(path.join(folder, 'posts/media'), { recursive: true })
    // Another picture each time, under the same name.
    fs.writeFileSync(
      path.join(folder, 'posts/media', `${name}.png`),
      `${name} ${readOr(fileOf(folder, name), '').length}`,
    )
    replaceIn(/\n$/, `\n![Le ${name}](/media/${name}.png)\n`)(folder, name)
  },
  leave: replaceIn(/^title: (\S+)(.*)$/m, 'title: $1$2\nsource: { url: https://ancien.example/2019/02/$1/ }'),
}

describe('a build over an earlier one', () => {
  beforeEach(letFilesRest)

  test('leaves the same files as a first build, over a hundred edits', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    onTestFinished(() => warn.mockRestore())
    const options: TagArchiveOptions = { feeds: { entries: 2 }, pageSize: 3, comments: 'shown' }
    const folder = writeFolder(posts)
    const pick = fc.sample(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.constantFrom(...names.slice(1))), {
      numRuns: 100,
      seed: 7,
    })
    await buildOnDisk(folder, { options })
    for (const [index, [edit, name]] of pick.entries()) {
      edits[edit]!(folder, name)
      // What the edit makes unreadable stays in, as a build that goes on.
      const warm = await buildOnDisk(folder, { options, isAfterAnother: true })
      if (index % 5 !== 4) continue
      const cold = await buildFirst(folder, options)
      expect(warm, `${index}: ${edit} ${name}`).toEqual(cold)
    }
  }, 300_000)

  test('leaves the same files as a first build with search, while options change too', async () => {
    const folder = writeFolder(posts)
    const steps: readonly [edit: string, name: string, options: TagArchiveOptions][] = [
      ['addToText', 'gare', {}],
      ['comment', 'quai', { comments: 'shown' }],
      ['illustrate', 'port', { comments: 'hidden' }],
      ['remove', 'phare', { typography: false }],
      ['retitle', 'gare', { feeds: { history: 'brief', entries: 1 } }],
      ['retitle', 'gare', { search: false }],
      ['hide', 'quai', { feeds: false, site: { language: 'en' } }],
    ]
    await buildOnDisk(folder, { options: { search: true } })
    for (const [edit, name, changed] of steps) {
      edits[edit]!(folder, name)
      const options: TagArchiveOptions = { search: true, ...changed }
      const warm = await buildOnDisk(folder, { options, isAfterAnother: true })
      expect(warm, edit).toEqual(await buildFirst(folder, options))
    }
  }, 60_000)

  test('writes only what an edit changes', async () => {
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    const before = timesOf(path.join(folder, '_site'))
    edits.addToText!(folder, 'gare')
    await buildOnDisk(folder, { isAfterAnother: true })
    const after = timesOf(path.join(folder, '_site'))
    const written = [...after].flatMap(([name, time]) => (before.get(name) === time ? [] : [name]))
    expect(written).toContain('articles/gare/index.html')
    expect(written).toContain('feed.xml')
    expect(written.filter((name) => /^articles\/(?!gare)|^404|^suivre|^robots/.test(name))).toEqual([])
  })

  test('deletes the pages of a post that is gone, and leaves what others wrote', async () => {
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    fs.writeFileSync(path.join(folder, '_site/a.html'), '<p>')
    fs.writeFileSync(path.join(folder, '_site/articles/pont/index.html'), 'mine')
    for (const name of ['gare', 'pont']) edits.remove!(folder, name)
    const files = await buildOnDisk(folder, { isAfterAnother: true })
    expect(files.has('articles/gare/index.html')).toBe(false)
    expect(fs.existsSync(path.join(folder, '_site/articles/gare'))).toBe(false)
    expect(files.get('articles/pont/index.html')).toBe('mine')
    expect(files.get('a.html')).toBe('<p>')
  })

  test('deletes what a build that came to no end had written of a post that goes then, and leaves what is not ours', async () => {
    silenceEleventy()
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    fs.rmSync(path.join(folder, '_site/sitemap.xml'))
    fs.mkdirSync(path.join(folder, '_site/sitemap.xml'))
    for (const name of ['phare', 'bac', 'rade'])
      fs.writeFileSync(fileOf(folder, name), format(name, `Le ${name}.`, [`tags: [${name}]`]))
    edits.addToText!(folder, 'gare')
    await expect(buildOnDisk(folder, { isAfterAnother: true })).rejects.toThrow(/sitemap\.xml/)
    expect(fs.existsSync(path.join(folder, '_site/articles/phare/index.html'))).toBe(true)
    fs.rmdirSync(path.join(folder, '_site/sitemap.xml'))
    for (const name of ['phare', 'bac', 'rade', 'gare']) edits.remove!(folder, name)
    fs.writeFileSync(path.join(folder, '_site/articles/rade/index.html'), 'mine')
    const files = new Map(await buildOnDisk(folder, { isAfterAnother: true }))
    expect(files.get('articles/rade/index.html')).toBe('mine')
    files.delete('articles/rade/index.html')
    expect(files).toEqual(await buildFirst(folder, {}))
  })

  test('deletes pictures and redirects too of a post that goes after a build that came to no end', async () => {
    silenceEleventy()
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    for (const name of ['bac', 'rade']) edits.illustrate!(folder, name)
    edits.leave!(folder, 'bac')
    fs.mkdirSync(path.join(folder, '_site/media/rade.png'), { recursive: true })
    await expect(buildOnDisk(folder, { isAfterAnother: true })).rejects.toThrow(/rade\.png/)
    const left = ['media/bac.png', '2019/02/bac/index.html'].map((name) => path.join(folder, '_site', name))
    expect(left.map((file) => fs.existsSync(file))).toEqual([true, true])
    fs.rmdirSync(path.join(folder, '_site/media/rade.png'))
    for (const name of ['bac', 'rade']) edits.remove!(folder, name)
    expect(await buildOnDisk(folder, { isAfterAnother: true })).toEqual(await buildFirst(folder, {}))
  })

  test('leaves what stands in the place of what a build that came to no end would have written', async () => {
    silenceEleventy()
    const folder = writeFolder({ ...posts, 'posts/bac.md': format('bac', 'Le bac.') })
    edits.illustrate!(folder, 'rade')
    edits.illustrate!(folder, 'bac')
    fs.mkdirSync(path.join(folder, '_site/media/rade.png'), { recursive: true })
    await expect(buildOnDisk(folder, { isAfterAnother: true })).rejects.toThrow(/rade\.png/)
    fs.rmdirSync(path.join(folder, '_site/media/rade.png'))
    const own = ['feed.json', 'feed.xml', 'media/bac.png', 'articles/bac/index.html']
    for (const name of own) fs.writeFileSync(path.join(folder, '_site', name), 'mine')
    fs.mkdirSync(path.join(folder, '_site/v1.html'))
    for (const name of ['bac', 'rade']) edits.remove!(folder, name)
    const files = await buildOnDisk(folder, { options: { feeds: false }, isAfterAnother: true })
    expect(own.map((name) => files.get(name))).toEqual(own.map(() => 'mine'))
    expect(console.warn).toHaveBeenCalledWith(
      expect.stringContaining('no post makes any more: feed-ids.txt, feeds.opml, media/bac.png. '),
    )
  })

  test('tells pages of posts that are gone as long as they stand there, where a build could not keep what it wrote', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    onTestFinished(() => warn.mockRestore())
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    const blocked = ['.tmp', '.begun'].map((ending) => `${findManifest(folder)}${ending}`)
    for (const file of blocked) fs.mkdirSync(file)
    edits.write!(folder, 'bac')
    edits.addToText!(folder, 'gare')
    await buildOnDisk(folder, { isAfterAnother: true })
    for (const file of blocked) fs.rmdirSync(file)
    expect(warn).not.toHaveBeenCalled()
    for (const name of ['bac', 'gare']) edits.remove!(folder, name)
    const left = ['articles/bac/index.html', 'articles/gare/index.html']
    for (const _ of ['first', 'second']) {
      const files = await buildOnDisk(folder, { isAfterAnother: true })
      expect(left.filter((name) => files.has(name))).toEqual(left)
      expect(warn.mock.lastCall?.[0]).toMatch(
        /no post makes any more: articles\/bac\/index\.html, articles\/gare\/index\.html\. /,
      )
      warn.mockClear()
    }
    for (const name of left) fs.rmSync(path.join(folder, '_site', path.dirname(name)), { recursive: true })
    expect(await buildOnDisk(folder, { isAfterAnother: true })).toEqual(await buildFirst(folder, {}))
    expect(warn).not.toHaveBeenCalled()
  })

  test('needs no list of what it begins', async () => {
    const folder = writeFolder(posts)
    const first = await buildOnDisk(folder)
    fs.mkdirSync(`${findManifest(folder)}.begun`)
    expect(await buildOnDisk(folder, { isAfterAnother: true })).toEqual(first)
  })

  test('is refused where a post comes to stand in the place of another page', async () => {
    silenceEleventy()
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    replaceIn(/^title: /m, 'permalink: /tags/\ntitle: ')(folder, 'quai')
    await expect(buildOnDisk(folder, { isAfterAnother: true })).rejects.toThrow(/"quai" and the page \/tags\//)
  })

  test('mends what others changed or deleted', async () => {
    const folder = writeFolder(posts)
    const first = await buildOnDisk(folder)
    fs.writeFileSync(path.join(folder, '_site/articles/pont/index.html'), 'mine')
    fs.rmSync(path.join(folder, '_site/tag'), { recursive: true })
    expect(await buildOnDisk(folder, { isAfterAnother: true })).toEqual(first)
  })

  test.each<[string, TagArchiveOptions]>([
    ['an option', { pageSize: 2, site: { description: 'La mer.' } }],
    ['a template', { templates: { notFound: () => html`<p>Rien ici.</p>` } }],
    ['an address', { site: { url: 'https://example.net/blog/' } }],
  ])('writes anew all that %s changes', async (_, options) => {
    const folder = writeFolder(posts)
    await buildOnDisk(folder)
    const warm = await buildOnDisk(folder, { options, isAfterAnother: true })
    expect(warm).toEqual(await buildFirst(folder, options))
  })

  test('copies a picture again in whose place another one of its size and time was put', async () => {
    const folder = writeFolder({ ...posts, 'posts/bac.md': format('bac', '![Le bac](/media/bac.png)') })
    const picture = path.join(folder, 'posts/media/bac.png')
    fs.mkdirSync(path.dirname(picture))
    for (const bytes of ['un', 'deux'.slice(2)]) {
      fs.writeFileSync(picture, bytes)
      fs.utimesSync(picture, 1_600_000_000, 1_600_000_000)
      expect((await buildOnDisk(folder, { isAfterAnother: true })).get('media/bac.png')).toBe(bytes)
    }
  })

  test('follows a template of the owner’s whose words come from elsewhere', async () => {
    const folder = writeFolder(posts)
    let word = 'Un'
    const options: TagArchiveOptions = { templates: { notFound: () => html`<p>${word}</p>` } }
    await buildOnDisk(folder, { options })
    word = 'Deux'
    expect((await buildOnDisk(folder, { options, isAfterAnother: true })).get('404.html')).toContain('<p>Deux</p>')
  })

  test('is as good as a first one where what it remembers is damaged', async () => {
    const folder = writeFolder(posts)
    const first = await buildOnDisk(folder)
    const columns = (name: string, { size, mtimeMs }: fs.Stats, keys = ['k']) =>
      JSON.stringify({ names: [name], keys, sizes: [size], modifiedMs: [mtimeMs] })
    const state = fs.statSync(path.join(folder, '_site/404.html'))
    const neighbour = path.join(folder, 'neighbour.bin')
    fs.writeFileSync(neighbour, 'Not an output.')
    for (const text of [
      '{',
      '[]',
      columns('../neighbour.bin', fs.statSync(neighbour)),
      columns('a\0b', state),
      columns('404.html', state, []),
      columns('404.html', { ...state, size: null } as unknown as fs.Stats),
    ]) {
      fs.writeFileSync(findManifest(folder), text)
      fs.writeFileSync(path.join(cacheFolder, 'outputs-%zz.json'), text)
      expect(await buildOnDisk(folder, { isAfterAnother: true }), text).toEqual(first)
      fs.writeFileSync(`${findManifest(folder)}.since`, text)
      expect(await buildOnDisk(folder, { isAfterAnother: true }), text).toEqual(first)
    }
    expect(fs.existsSync(neighbour)).toBe(true)
  })

  test.each([
    ['posts.json', 'quai.md'],
    ['keys.json', ' 1'],
  ])('is as good as a first one where %s is damaged, or another site’s', async (name, known) => {
    const folder = writeFolder(posts)
    const first = await buildOnDisk(folder)
    const other = writeFolder({
      ...posts,
      'posts/quai.md': format('quai', 'Le quai [mène](/tag/terre/).', ['tags: [Terre]']),
    })
    const text = fs.readFileSync(path.join(cacheFolder, name), 'utf8')
    expect(text).toContain(known)
    const foreign = await inNewProject(async () => {
      await buildOnDisk(other)
      return fs.readFileSync(path.join(cacheFolder, name), 'utf8')
    })
    for (const damaged of [
      '',
      '{',
      text.slice(0, text.length / 2),
      text.replaceAll(known, known.toUpperCase()),
      foreign,
    ]) {
      fs.writeFileSync(path.join(cacheFolder, name), damaged)
      expect(await buildOnDisk(folder, { isAfterAnother: true })).toEqual(first)
    }
  })

  test('is as good as a first one where what it remembers is of another day, another site, or without its files', async () => {
    const folder = writeFolder(posts)
    const output = path.join(folder, '_site')
    await buildOnDisk(folder)
    const ofEarlierDay = fs.readFileSync(findManifest(folder))
    const earlier = path.join(writeFolder({}), 'earlier')
    fs.cpSync(output, earlier, { recursive: true, preserveTimestamps: true })
    for (const edit of ['retitle', 'addToText', 'redate'] as const) edits[edit]!(folder, 'gare')
    const first = await buildFirst(folder, {})
    const ofToday = () => buildOnDisk(folder, { isAfterAnother: true })
    expect(await ofToday()).toEqual(first)
    const manifest = fs.readFileSync(findManifest(folder))
    // An old memory over new files.
    fs.writeFileSync(findManifest(folder), ofEarlierDay)
    expect(await ofToday()).toEqual(first)
    // A new memory over old files.
    fs.rmSync(output, { recursive: true })
    fs.renameSync(earlier, output)
    fs.writeFileSync(findManifest(folder), manifest)
    expect(await ofToday()).toEqual(first)
    // The memory of another site's files.
    const other = writeFolder(posts)
    await buildOnDisk(other, { options: { site: { title: 'Un autre' } } })
    fs.copyFileSync(findManifest(other), findManifest(folder))
    expect(await ofToday()).toEqual(first)
    // As in the workflow of GitHub Pages: no files at all.
    fs.rmSync(output, { recursive: true })
    expect(await ofToday()).toEqual(first)
  })
})

function findManifest(folder: string): string {
  const [name] = fs.readdirSync(cacheFolder).filter((file) => file.includes(encodeURIComponent(path.basename(folder))))
  return path.join(cacheFolder, name!)
}

/** The posts of one folder, built into another where nothing was before. */
const buildFirst = (folder: string, options: TagArchiveOptions) =>
  inNewProject(() => buildOnDisk(writeFolder({}), { options: { ...options, posts: path.join(folder, 'posts') } }))

function timesOf(directory: string): ReadonlyMap<string, number> {
  const files = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' })
  return new Map(files.map((name) => [name, fs.statSync(path.join(directory, name)).mtimeMs]))
}
