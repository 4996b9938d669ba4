import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatPublishedIds } from '../../src/feeds/published-ids.ts'
import type { UrlPath } from '../../src/pages/urls.ts'
import { run, runWith } from './run-main.ts'

let cwd: string
beforeEach(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'posts-commands-'))
  await put('posts/un.md', '---\ntitle: Un\ndate: 2023-11-29\n---\n')
  await put(
    'posts/deux.md',
    '---\ntitle: Deux\ndate: 2023-12-01\ndateEarliest: 2023-11-29\ndateLatest: 2023-12-05\ndateEvidence: vendredi\n---\n',
  )
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const put = async (name: string, text: string) => {
  await mkdir(path.dirname(path.join(cwd, name)), { recursive: true })
  await writeFile(path.join(cwd, name), text)
}

describe('tag-archive relations', () => {
  it('prints the posts newest first, and lists', async () => {
    const { code, stdout } = await run(cwd, 'relations', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ posts: [{ slug: 'deux' }, { slug: 'un' }], relations: [], threads: [] })
  })

  it('keeps what it found where the packages of a site are, prints the same from there, and leaves other folders alone', async () => {
    const fresh = await run(cwd, 'relations', '--json')
    expect((await readdir(cwd)).sort()).toEqual(['posts'])
    await mkdir(path.join(cwd, 'node_modules'))
    expect(await run(cwd, 'relations', '--json')).toEqual(fresh)
    const file = path.join(cwd, 'node_modules/.cache/tag-archive/relations.bin')
    expect((await stat(file)).size).toBeGreaterThan(100)
    expect(await run(cwd, 'relations', '--json')).toEqual(fresh)
    await writeFile(file, 'damaged')
    expect(await run(cwd, 'relations', '--json')).toEqual(fresh)
  })

  it('exits 2 where there are no posts to read', async () => {
    expect(await run(cwd, 'relations', '--posts', 'none')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('none'),
    })
  })
})

describe('tag-archive explain', () => {
  it('tells how a date is known', async () => {
    expect((await run(cwd, 'explain', 'un')).stdout).toContain('Date: 2023-11-29\nStated by')
    expect((await run(cwd, 'explain', 'deux')).stdout).toContain('from 2023-11-29 to 2023-12-05.\nEvidence: vendredi')
  })

  it('names the neighbours that bound a post in whatever archive it was imported from', async () => {
    const page = (tag: string, ...posts: string[]) =>
      [
        `Archives du mot-clé : ${tag}`,
        ...posts.flatMap((post) => [post.split(':')[0], post.split(':')[0], post.split(':')[1]]),
      ].join('\n\n')
    const [above, between, below] = [
      'La passerelle:La passerelle a ouvert mercredi 29 novembre 2023, devant deux cents personnes venues malgré la pluie.',
      'Le phare:Le phare attend ses peintres, et les peintres attendent leur peinture, depuis des lustres.',
      'La halle:La halle a fermé lundi 10 juillet 2023, après quarante ans de marchés et de fanfares.',
    ]
    await put('a.txt', page('Phares', between!))
    await put('b.txt', page('Ville', above!, between!, below!))
    await run(cwd, 'import', 'a.txt', 'b.txt', '--out', 'ville')
    const { stdout } = await run(cwd, 'explain', 'le-phare', '--posts', 'ville')
    expect(stdout).toMatch(/Not before 2023-07-10: by the order in the archive/)
  })

  it('says that two posts are not linked', async () => {
    const { stdout } = await run(cwd, 'explain', 'un', 'deux')
    expect(stdout).toContain('"un" and "deux" are not versions of one article')
    expect(stdout).toContain('"deux" is not linked as a follow-up to "un": score 0.00; 0.6 is needed (followUpScore).')
  })

  it('proposes the nearest slug for one that no post has', async () => {
    expect(await run(cwd, 'explain', 'deus')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "deux"?'),
    })
  })
})

describe('tag-archive check', () => {
  const check = async (...argv: readonly string[]) => {
    const { code, stdout } = await run(cwd, 'check', '--json', ...argv)
    const { problems }: { problems: readonly { code: string; message: string; remedy: string }[] } = JSON.parse(stdout)
    return { code, codes: problems.map((problem) => problem.code), problems }
  }

  it('finds nothing where nothing is wrong', async () => {
    expect(await check()).toEqual({ code: 0, codes: [], problems: [] })
  })

  it('lists all that is wrong with the posts, each with a remedy', async () => {
    await put('posts/trois.md', '---\ntitle: Trois\nslug: un\nduplicateOf: quatre\nnotRelatedTo: [un]\n---\n')
    await put('posts/cinq.md', '---\ntitle: "Cinq\n---\n')
    const { code, codes, problems } = await check()
    expect(code).toBe(1)
    expect(codes).toEqual([
      'FRONT_MATTER_SYNTAX',
      'SLUG_CLASH',
      'UNDATED',
      'RELATION_UNKNOWN_SLUG',
      'RELATION_UNKNOWN_SLUG',
    ])
    expect(problems.every(({ message, remedy }) => message !== '' && remedy !== '')).toBe(true)
  })

  it('finds internal links that lead nowhere, under the path prefix too', async () => {
    await put(
      '_site/index.html',
      '<a href="/un/">a</a><a href="/un/#x">b</a><a href="/deux/">c</a><a href="https://example.org/x">d</a><img src="a%20b.png">',
    )
    await put(
      '_site/un/index.html',
      '<a href="../">a</a><a href="?q=1">b</a><a href="trois.html">c</a><a href="mailto:a@example.org">d</a>',
    )
    await put('_site/a b.png', '')
    const { code, problems } = await check('--site', '_site')
    expect(code).toBe(1)
    const dead = problems.filter(({ code: found }) => /LINK|ANCHOR|IMAGE/.test(found))
    expect(dead.map(({ message }) => message)).toEqual([
      'index.html links to /un/#x, which is not there.',
      'index.html links to /deux/, which is not there.',
      'un/index.html links to /un/trois.html, which is not there.',
    ])
    await put('_site/index.html', '<a href="/repo/un/">a</a><a href="/un/">b</a>')
    const prefixed = await runWith({ env: { PATH_PREFIX: '/repo/' } }, cwd, 'check', '--site', '_site')
    expect(prefixed.stdout).toContain('index.html links to /un/')
    expect(prefixed.stdout).toContain('To mend (')
    expect(prefixed.stdout).not.toContain('/repo/un/')
    await put(
      '_site/index.html',
      '<link rel="canonical" href="https://example.org/d%C3%A9p%C3%B4t/"><a href="/d%C3%A9p%C3%B4t/un/">a</a><a href="/un/">b</a>',
    )
    const told = (await check('--site', '_site')).problems.map(({ message }) => message)
    expect(told).toContain('index.html links to /un/, which is not there.')
    expect(told.filter((message) => message.includes('dépôt'))).toEqual([])
    for (const name of ['deux', 'trois']) await put(`_site/${name}.html`, '<a href="/nulle/">a</a>')
    expect((await check('--site', '_site')).problems.map(({ message }) => message)).toContain(
      'deux.html and 1 more page link to /nulle/, which is not there.',
    )
  })

  it.each([
    ['a circle of copies', { 'un.md': 'duplicateOf: deux', 'deux.md': 'duplicateOf: un' }, 'RELATION_CYCLE'],
    [
      'a follow-up to a newer post',
      { 'un.md': 'date: 2023-01-01\nfollowUpTo: deux', 'deux.md': 'date: 2024-01-01' },
      'RELATION_ORDER',
    ],
    ['two posts of one address', { 'un.md': 'permalink: /ici/', 'deux.md': 'permalink: /Ici/' }, 'PATH_CLASH'],
    ['a post in the place of a page', { 'un.md': 'permalink: /tags/' }, 'PATH_CLASH'],
    ['two tags of one address', { 'un.md': 'tags: [a/b, a b]', 'deux.md': 'date: 2024-01-01' }, 'SLUG_CLASH'],
  ])('finds what would stop a build: %s', async (_, texts, code) => {
    for (const [name, lines] of Object.entries(texts)) await put(`posts/${name}`, `---\ntitle: Un\n${lines}\n---\n`)
    expect((await check()).codes).toContain(code)
  })

  it('lists all of them at once, not only the first', async () => {
    const pairs = [
      ['un', 'deux'],
      ['trois', 'quatre'],
    ]
    for (const [a, b] of pairs) {
      await put(`posts/${a}.md`, `---\ntitle: ${a}\ndate: 2024-01-01\nduplicateOf: ${b}\ntags: ["${a}!"]\n---\n`)
      await put(`posts/${b}.md`, `---\ntitle: ${b}\ndate: 2024-01-01\nduplicateOf: ${a}\ntags: ["${a}?"]\n---\n`)
    }
    expect((await check()).codes).toEqual(['RELATION_CYCLE', 'RELATION_CYCLE', 'SLUG_CLASH', 'SLUG_CLASH'])
  })

  it('tells what is dated in the future, and what only within months or on one side', async () => {
    await put('posts/plus-tard.md', '---\ntitle: Plus tard\ndate: 2024-05-01\n---\n')
    const estimate = 'date: 2023-06-01\ndateEarliest: 2023-01-01\ndateLatest: 2023-12-01\ndateEvidence: en 2023'
    await put('posts/vague.md', `---\ntitle: Vague\n${estimate}\n---\n`)
    const on = async (day: string) => {
      const env = { SOURCE_DATE_EPOCH: String(Date.parse(day) / 1000) }
      const { problems } = JSON.parse((await runWith({ env }, cwd, 'check', '--json')).stdout)
      return problems.map(({ code, message }: { code: string; message: string }) => `${code} ${message}`)
    }
    await put(
      'posts/borne.md',
      '---\ntitle: Borne\ndateEarliest: 2022-10-10\ndateEvidence: order in the archive\n---\n',
    )
    const isBounded =
      'DATE_BOUNDED 1 post is known to be of a day or later, or of a day or earlier, and no more: borne.md.'
    const isVague = 'DATE_ESTIMATED 1 post is dated by an estimate of more than a month: vague.md.'
    expect(await on('2024-04-30')).toEqual([
      'DATE_IN_FUTURE 1 post is dated in the future: plus-tard.md.',
      isBounded,
      isVague,
    ])
    expect(await on('2024-05-01')).toEqual([isBounded, isVague])
  })

  it('tells whose entries would be unread again, compared with the ids of the published site', async () => {
    const ids = (authority: string) =>
      formatPublishedIds(
        ['un', 'deux'].map((slug) => {
          const id = `tag:${slug === 'un' ? authority : 'same'},2024:${slug}`
          return { id, atomId: id, path: `/articles/${slug}/` as UrlPath }
        }),
      )
    const page = '<title>a</title><meta name="description" content="b">'
    for (const slug of ['un', 'deux']) await put(`_site/articles/${slug}/index.html`, page)
    await put('_site/feed-ids.txt', ids('new'))
    await put('published.txt', ids('old'))
    const changed = await check('--published', 'published.txt')
    expect(changed).toMatchObject({ code: 1, codes: ['FEED_IDS_CHANGED'] })
    expect(changed.problems[0]).toMatchObject({
      message: expect.stringContaining('1 entry has another id than in published.txt'),
      source: { file: 'articles/un/index.html' },
    })
    await put('published.txt', ids('new'))
    expect((await check('--published', 'published.txt')).codes).toEqual([])
    await put('published.txt', '<!DOCTYPE html>')
    expect((await run(cwd, 'check', '--published', 'published.txt')).code).toBe(2)
    expect((await run(cwd, 'check', '--published', 'none.txt')).code).toBe(2)
    await rm(path.join(cwd, '_site/feed-ids.txt'))
    await put('published.txt', ids('new'))
    expect((await check('--published', 'published.txt')).codes).toEqual(['FEED_IDS_MISSING'])
  })

  it('tells of a relation to a file that cannot be read that it waits, whatever names its slug', async () => {
    await put('posts/Été.md', '---\ntitle: "Été\n---\n')
    await put('posts/trois.md', '---\ntitle: "Trois\nslug: hiver\n---\n')
    await put('posts/un.md', '---\ntitle: Un\ndate: 2023-11-29\nfollowUpTo: ete\nnotRelatedTo: [hiver]\n---\n')
    const { codes, problems } = await check()
    expect(codes.filter((code) => code.startsWith('RELATION'))).toEqual(['RELATION_WAITS', 'RELATION_WAITS'])
    expect(problems.at(-1)?.message).toContain('"notRelatedTo" names "hiver", which can\'t be read (trois.md)')
    expect((await run(cwd, 'relations')).stdout).not.toContain('hiver')
  })

  it('tells of a relation to a draft that it waits, and of tags that look alike', async () => {
    await put('posts/un.md', '---\ntitle: Un\ndate: 2023-11-29\ndraft: true\ntags: [Élection]\n---\n')
    await put('posts/trois.md', '---\ntitle: Trois\ndate: 2023-12-29\nfollowUpTo: un\ntags: [Élections, Port]\n---\n')
    await put('posts/quatre.md', '---\ntitle: Quatre\ndate: 2024-01-02\ntags: [Élection]\n---\n')
    const { code, problems } = await check()
    expect(code).toBe(0)
    expect(problems.map(({ message }) => message)).toEqual([
      'trois.md: "followUpTo" names "un", which is a draft, so readers don\'t see the relation yet.',
      'The tags "Élection" (1) and "Élections" (1) look alike.',
    ])
  })

  it('looks at the built site without being asked, and says so', async () => {
    expect((await run(cwd, 'check')).stdout).toBe('2 posts checked, 0 findings.\n')
    await put(
      '_site/index.html',
      '<title>Un</title><meta name="description" content="Deux"><a href="/nulle-part/">a</a>',
    )
    expect((await run(cwd, 'check')).stdout).toMatch(/^2 posts and the site in _site checked, 1 finding\.\n/)
  })

  it('exits 2 where the site was not built', async () => {
    expect(await run(cwd, 'check', '--site', '_site')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npx eleventy'),
    })
  })
})
