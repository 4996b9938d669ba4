import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run, runWith } from './run-main.ts'
import { canal, grève, marché, textArchive, towns } from './text-archive.ts'

let cwd: string
beforeEach(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'import-command-'))
  await writeFile(path.join(cwd, 'villes.txt'), towns)
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const put = async (name: string, content: string | Uint8Array) => {
  await mkdir(path.dirname(path.join(cwd, name)), { recursive: true })
  await writeFile(path.join(cwd, name), content)
}
const get = (name: string) => readFile(path.join(cwd, name), 'utf8')
const slugs = ['greve-des-trains-jeudi', 'le-marche-couvert-rouvre', 'le-canal-a-sec']

interface ImportDocument {
  readonly posts: readonly Readonly<Record<string, unknown>>[]
  readonly problems: readonly Readonly<Record<string, unknown>>[]
  readonly furniture: readonly Readonly<Record<string, unknown>>[]
}
const importJson = async (...argv: readonly string[]): Promise<ImportDocument & { readonly code: number }> => {
  const { code, stdout, stderr } = await run(cwd, 'import', ...argv, '--json')
  expect(stderr).toBe('')
  return { ...(JSON.parse(stdout) as ImportDocument), code }
}
const pick = (document: ImportDocument, key: string) => document.posts.map((post) => post[key])

describe('tag-archive import', () => {
  it('writes one file per article and tells how many', async () => {
    const { code, stdout } = await run(cwd, 'import', 'villes.txt')
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe('3 posts: 3 created. In posts.')
    expect(await readdir(path.join(cwd, 'posts'))).toEqual([
      '.tag-archive.json',
      ...slugs.map((slug) => `${slug}.md`).sort(),
    ])
  })

  it('prints one JSON document with all keys of the contract, in the order of the archive', async () => {
    const document = await importJson('villes.txt', '--out', 'there')
    expect(pick(document, 'slug')).toEqual(slugs)
    expect(Object.keys(document.posts[0] ?? {})).toEqual([
      ...[
        'id',
        'slug',
        'title',
        'date',
        'dateEarliest',
        'dateLatest',
        'dateEvidence',
        'tags',
        'lang',
        'draft',
        'source',
        'origins',
        'files',
        'comments',
        'status',
      ],
    ])
    expect(document.posts[1]).toMatchObject({ origins: { title: 'villes.txt', body: 'villes.txt' } })
    expect(document.posts[1]).toMatchObject({
      title: 'Le marché couvert rouvre',
      tags: ['Villes'],
      lang: 'fr',
      draft: false,
      source: { file: 'villes.txt', position: 2 },
      status: 'created',
    })
  })

  it('reads an export that is larger than it holds, piece by piece', async () => {
    const wxr = await readFile(path.join(import.meta.dirname, '../fixtures/wxr/fr-soir-de-saint-sylvestre.xml'), 'utf8')
    const padding = `<!-- ${'x'.repeat(17e6)} -->`
    await put('export.xml', wxr)
    await put('large.xml', wxr.replace('</channel>', `${padding}</channel>`))
    const titles = pick(await importJson('large.xml', '--out', 'large'), 'title')
    expect(titles.length).toBeGreaterThan(0)
    expect(titles).toEqual(pick(await importJson('export.xml', '--out', 'small'), 'title'))
  })

  it('keeps categories, and makes tags of them where that is asked for', async () => {
    await put(
      'blog/a.md',
      '---\ntitle: A\ndate: 2020-01-01\ntags: [Port]\ncategories: [Ville, Uncategorized]\n---\nTexte.\n',
    )
    await importJson('blog', '--out', 'plain')
    expect(await get('plain/a.md')).toContain('tags: [Port]\ncategories: [Ville, Uncategorized]\n')
    expect(pick(await importJson('blog', '--out', 'tagged', '--categories-as-tags'), 'tags')).toEqual([
      ['Port', 'Ville'],
    ])
  })

  it('lists the lines that belong to no post', async () => {
    const { furniture } = await importJson('villes.txt', '--out', 'lines')
    expect(furniture).toContainEqual({ file: 'villes.txt', line: 1, text: expect.stringContaining('Villes') })
  })

  it('changes nothing when it is run again, and says so', async () => {
    await run(cwd, 'import', 'villes.txt')
    const names = await readdir(path.join(cwd, 'posts'))
    const before = await Promise.all(names.map((name) => get(`posts/${name}`)))
    expect(pick(await importJson('villes.txt'), 'status')).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(await Promise.all(names.map((name) => get(`posts/${name}`)))).toEqual(before)
  })

  it('gives the same bytes from any working folder', async () => {
    await run(cwd, 'import', 'villes.txt', '--out', 'a')
    await run(os.tmpdir(), 'import', path.join(cwd, 'villes.txt'), '--out', path.join(cwd, 'b'))
    for (const name of await readdir(path.join(cwd, 'a'))) expect(await get(`b/${name}`)).toBe(await get(`a/${name}`))
  })

  it('prints the plan and writes nothing on a dry run', async () => {
    const { code, stdout } = await run(cwd, 'import', 'villes.txt', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain('  created    le-canal-a-sec.md\n')
    expect(existsSync(path.join(cwd, 'posts'))).toBe(false)
  })

  it('reads folders in the natural order of their names, and lists what it skipped', async () => {
    await put('old/page 2.txt', textArchive('Villes', { 'Le marché couvert rouvre': marché, 'Le canal à sec': canal }))
    await put(
      'old/page 10.txt',
      textArchive('Villes', {
        'Grève des trains jeudi': grève,
        'La neige': ['Il neige depuis ce matin sur les hauteurs, et les cars ne passent plus au col.'],
      }),
    )
    await put('old/logo.png', new Uint8Array([0x89, 0x50, 0, 0]))
    await put('old/.DS_Store', 'x')
    const document = await importJson('old')
    expect(pick(document, 'slug')).toEqual([
      'le-marche-couvert-rouvre',
      'le-canal-a-sec',
      'greve-des-trains-jeudi',
      'la-neige',
    ])
    expect(document.problems.find(({ code }) => code === 'FILES_SKIPPED')).toMatchObject({
      message: '2 files were skipped: .DS_Store (hidden), logo.png (not a text).',
    })
  })

  // Other systems have no such names.
  it.skipIf(process.platform !== 'linux')(
    'lists a file of a folder that it cannot read, and reads the others',
    async () => {
      await put('blog/villes.txt', towns)
      await writeFile(Buffer.concat([Buffer.from(`${cwd}/blog/`), Buffer.from([0xe9]), Buffer.from('.txt')]), towns)
      const { code, posts, problems } = await importJson('blog')
      expect([code, posts.length]).toEqual([1, 3])
      expect(problems.map((one) => one.code)).toContain('INPUT_UNREADABLE')
    },
  )

  it('reads saved pages, and not the frames that a browser put beside them', async () => {
    const post = (title: string, text: string) =>
      `<article class="hentry"><h2 class="entry-title"><a href="https://x.example/${title}">${title}</a></h2>
       <time class="published" datetime="2012-05-06">6 mai 2012</time><div class="entry-content"><p>${text}</p></div></article>`
    await put(
      'old/Villes.html',
      `<!DOCTYPE html><title>Tag : Villes</title><h1>Tag : Villes</h1>${post('Marché', marché[0]!)}`,
    )
    await put('old/Villes_fichiers/cadre.html', `<!DOCTYPE html>${post('Publicité', canal[0]!)}`)
    const document = await importJson('old')
    expect(document.posts).toMatchObject([{ title: 'Marché', date: '2012-05-06', tags: ['Villes'] }])
    expect(document.problems).toMatchObject([
      { code: 'FILES_SKIPPED', message: '1 file was skipped: Villes_fichiers/cadre.html (part of a saved page).' },
    ])
  })

  it('exits 1 where a conflict was left alone, and tells what to do', async () => {
    await run(cwd, 'import', 'villes.txt')
    const file = path.join('posts', 'le-canal-a-sec.md')
    await put(file, (await get(file)).replace('trois semaines', 'un mois'))
    await put('villes.txt', towns.replace('trois semaines', 'deux mois'))
    const { code, stdout, stderr } = await run(cwd, 'import', 'villes.txt')
    expect(code).toBe(1)
    expect(stdout).toContain('2 unchanged, 1 in conflict')
    expect(stderr).toMatch(/Left out \(1\):\n {2}le-canal-a-sec\.md: "body" is .*\n {4}.*keep: \[body\]/)
    expect(await get(file)).toContain('un mois')
  })

  it('never writes the post of a file that it cannot read a second time', async () => {
    await run(cwd, 'import', 'villes.txt')
    const file = path.join('posts', 'le-canal-a-sec.md')
    await put(file, (await get(file)).replace('title: ', 'title: "'))
    const again = await importJson('villes.txt')
    expect(again.code).toBe(1)
    expect(again.problems).toMatchObject([{ code: 'FRONT_MATTER_SYNTAX' }])
    expect((await readdir(path.join(cwd, 'posts'))).length).toBe(4)
  })

  it.each([
    ['a missing path', ['none.txt'], 'There is no file or folder none.txt.'],
    ['an empty file', ['empty.txt'], 'empty.txt is empty.'],
    ['a blank file', ['blank.txt'], 'blank.txt is empty.'],
    ['a binary file', ['data.txt'], 'data.txt is not a text.'],
    ['an image', ['logo.png'], 'logo.png is not a text.'],
    ['an empty folder', ['folder'], 'folder holds no file'],
    ['a folder of images', ['images'], 'images holds no file'],
    ['a text that is no archive', ['letter.txt'], 'letter.txt'],
    ['one missing path among others', ['villes.txt', 'none.txt'], 'none.txt'],
    ['an unknown option', ['villes.txt', '--otu', 'x'], 'There is no option "--otu".'],
    ['an unknown time zone', ['villes.txt', '--time-zone', 'Mars'], 'Mars'],
    ['a language that is none', ['villes.txt', '--lang', 'French!'], 'French!'],
    ['a language that nobody speaks', ['villes.txt', '--lang', 'zz'], '"zz" is no language'],
  ])('exits 2 for %s, with a message and a remedy, and writes nothing', async (_, argv, message) => {
    await put('empty.txt', '')
    await put('blank.txt', '\uFEFF\n \n')
    await put('data.txt', new Uint8Array([1, 2, 0, 3]))
    await put('logo.png', new Uint8Array([0x89, 0x50]))
    await put('images/logo.png', new Uint8Array([0x89, 0x50]))
    await put('letter.txt', 'Bonjour,\n\nmerci pour tout.\n')
    await mkdir(path.join(cwd, 'folder'))
    for (const json of [[], ['--json']]) {
      const { code, stdout, stderr } = await run(cwd, 'import', ...argv, '--out', 'none/posts', ...json)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(message)
      expect(stderr).toMatch(/^\S.*\n {2}\S.*\n$/)
      expect(existsSync(path.join(cwd, 'none'))).toBe(false)
    }
  })

  it('shows the stack of an error only when it is asked to', async () => {
    expect((await run(cwd, 'import', 'none.txt')).stderr).not.toMatch(/^\s+at /m)
    expect((await run(cwd, 'import', 'none.txt', '--verbose')).stderr).toMatch(/^\s+at /m)
  })

  it('shows progress on a terminal once a second has passed, and none in a pipe', async () => {
    let clock = 0
    const now = () => (clock += 600)
    expect((await runWith({ isTerminal: true, now }, cwd, 'import', 'villes.txt', '--out', 'a')).stderr).toContain(
      'Finding dates…',
    )
    expect((await runWith({ isTerminal: true }, cwd, 'import', 'villes.txt', '--out', 'b')).stderr).not.toContain('…')
    expect((await runWith({ now }, cwd, 'import', 'villes.txt', '--out', 'c')).stderr).not.toContain('…')
  })
})
