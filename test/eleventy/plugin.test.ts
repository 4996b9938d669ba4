import fs from 'node:fs'
import path from 'node:path'
import { HtmlBasePlugin } from '@11ty/eleventy'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { nothing } from '../../src/markup/html.ts'
import type { TagArchiveOptions } from '../../src/options.ts'
import { build, buildOnDisk, type OwnerConfig, silenceEleventy, writeFolder } from './build.ts'

const posts = {
  'posts/le-tram.md':
    '---\ntitle: Le tram\ndate: 2023-11-29\ntags: [Tram, Port]\n---\n\nLe tram [arrive](/tag/port/).\n',
  'posts/le-quai.md':
    '---\ntitle: "Le quai : suite"\ndate: 2023-11-30\ndateEarliest: 2023-11-28\ndateLatest: 2023-12-04\ndateEvidence: jeudi 30 novembre\ntags: [tram]\n---\n\nTexte.\n',
  'posts/hostile.md':
    '---\ntitle: "<script>alert(1)</script> {{ site }} {% x %}"\ntags: ["{{ y }}", "<i>"]\n---\n\n<script>alert(2)</script> {{ 7 * 7 }} {% include "nothing" %} [x](javascript:alert(3))\n',
  'posts/brouillon.md': '---\ntitle: Brouillon\ndraft: true\ntags: [Secret]\n---\n\nPas encore.\n',
}

const urlsOf = (pages: readonly { readonly url: string }[]) => pages.map(({ url }) => url).sort()

describe('a folder of posts becomes a site', () => {
  test('of these pages', async () => {
    const pages = await build(writeFolder(posts))
    expect(urlsOf(pages).map((url) => url.replace(/\.[0-9a-f]{10}\./, '.HASH.'))).toEqual([
      '/',
      '/2023/',
      '/2023/11/',
      '/404.html',
      '/archives/',
      '/archives/sans-date/',
      '/articles/hostile/',
      '/articles/le-quai/',
      '/articles/le-tram/',
      '/assets/feed.HASH.css',
      '/assets/tag-archive.HASH.css',
      '/atom.xml',
      '/feed-ids.txt',
      '/feed.json',
      '/feed.xml',
      '/feeds.opml',
      '/robots.txt',
      '/sitemap.xml',
      '/suivre/',
      ...['i', 'port', 'tram', 'y'].flatMap((tag) => [
        `/tag/${tag}/`,
        `/tag/${tag}/atom.xml`,
        `/tag/${tag}/feed.json`,
        `/tag/${tag}/feed.xml`,
      ]),
      '/tags/',
    ])
  })

  test('that says the same at every build', async () => {
    const [first, second] = [await build(writeFolder(posts)), await build(writeFolder(posts))]
    expect(second.map(({ url, content }) => [url, content])).toEqual(first.map(({ url, content }) => [url, content]))
  })

  test('where posts are text: no markup, no script, no template runs', async () => {
    const pages = await build(writeFolder(posts))
    const post = pages.find(({ url }) => url === '/articles/hostile/')!.content
    expect(post).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt; {{ site }} {% x %}</h1>')
    expect(post).toContain(
      '&lt;script&gt;alert(2)&lt;/script&gt; {{ 7 * 7 }} {% include «\u00a0nothing\u00a0» %} [x](javascript:alert(3))',
    )
    const ofBrowsers = pages.filter(({ url }) => !url.endsWith('.json'))
    expect(
      ofBrowsers
        .filter(({ content }) =>
          /<script(?! type="application\/ld\+json">[^<]*<\/script>)|href="javascript/.test(content),
        )
        .map(({ url }) => url),
    ).toEqual([])
  })

  test.each(['/', '/blog/'])('where every internal link leads to a page, under %s', async (pathPrefix) => {
    const pages = await build(writeFolder(posts), { options: { site: { url: `https://example.org${pathPrefix}` } } })
    const beside = ['/favicon.svg', '/site.webmanifest']
    const known = new Set([...pages.map(({ url }) => url), ...beside].map((url) => pathPrefix + url.slice(1)))
    const broken = pages.flatMap(({ url, content }) =>
      [...content.matchAll(/(?:href|src)="(?!data:|mailto:)([^"#]+)[^"]*"/g)]
        .map(([, target]) => target!.replace(/^https:\/\/example\.org/, ''))
        .filter((target) => !known.has(target))
        .map((target) => `${url} → ${target}`),
    )
    expect(broken).toEqual([])
    expect(pages.find(({ url }) => url === '/articles/le-tram/')!.content).toContain(
      `<a href="${pathPrefix}tag/port/">arrive</a>`,
    )
  })

  test('whose address Eleventy’s --pathprefix can move', async () => {
    const pages = await build(writeFolder(posts), { pathPrefix: '/ailleurs/' })
    expect(pages.find(({ url }) => url === '/')!.content).toContain('href="https://example.org/ailleurs/"')
    expect(pages.find(({ url }) => url === '/robots.txt')!.content).toContain(
      'https://example.org/ailleurs/sitemap.xml',
    )
  })

  test('whose prefix Eleventy’s `url` filter knows too', async () => {
    const directory = writeFolder({ ...posts, 'a-propos.njk': '---\npermalink: /a-propos/\n---\n{{ "/tags/" | url }}' })
    const pages = await build(directory, { options: { site: { url: 'https://example.org/blog/' } } })
    expect(pages.find(({ url }) => url === '/a-propos/')!.content).toBe('/blog/tags/')
  })

  test('without posts, there is a home page that says so', async () => {
    const pages = await build(writeFolder({ 'posts/.gitkeep': '' }))
    expect(pages.find(({ url }) => url === '/')!.content).toContain('Aucun article')
  })
})

test('a post of the future waits for its day, where the owner wants it', async () => {
  const directory = writeFolder({
    'posts/hier.md': '---\ntitle: Hier\ndate: 2024-12-31\n---\n',
    'posts/demain.md': '---\ntitle: Demain\ndate: 2025-01-02\n---\n',
  })
  vi.stubEnv('SOURCE_DATE_EPOCH', '1735689600')
  onTestFinished(() => void vi.unstubAllEnvs())
  const urlsWith = async (options: TagArchiveOptions) =>
    urlsOf(await build(directory, { options })).filter((url) => url.startsWith('/articles/'))
  expect(await urlsWith({ futurePosts: 'wait' })).toEqual(['/articles/hier/'])
  expect(await urlsWith({})).toEqual(['/articles/demain/', '/articles/hier/'])
})

test('a tag that the option speaks of and no post has is told', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
  await build(writeFolder(posts), { options: { tagNames: { names: { tram: 'Tramway', Trma: 'Tramway' } } } })
  expect(warn.mock.calls).toEqual([[expect.stringContaining('speaks of the tag "Trma", which no post has')]])
})

test('control characters of a text come into no page', async () => {
  const hostile = '---\ntitle: "a\\u0000b\\u001bc"\ndate: 2024-01-01\ntags: ["d\\u0007e"]\n---\nf\u0001g\u0085h\n'
  const pages = await build(writeFolder({ 'posts/a.md': hostile }))
  expect(pages.filter(({ content }) => /[^\P{Cc}\t\n\r]/u.test(content))).toEqual([])
  expect(pages.find(({ url }) => url === '/articles/a/')!.content).toMatch(/abc.*fgh.*de/s)
})

test.each([
  ['a draft', '---\ntitle: Avant\ndate: 2024-01-01\ndraft: true\n---\n'],
  ['a post that waits for its day', '---\ntitle: Avant\ndate: 2999-01-01\n---\n'],
  ['a file that cannot be read', '---\ntitle: "Avant\n---\n'],
])('a relation to %s is not shown, and stops nothing', async (_, avant) => {
  silenceEleventy()
  const suite = '---\ntitle: Suite\ndate: 2024-02-01\nfollowUpTo: avant\nnotRelatedTo: [avant]\n---\n'
  const directory = writeFolder({ 'posts/avant.md': avant, 'posts/suite.md': suite })
  const urls = urlsOf(await build(directory, { options: { futurePosts: 'wait' } }))
  expect(urls.filter((url) => url.startsWith('/articles/'))).toEqual(['/articles/suite/'])
})

test('a site without feeds names none', async () => {
  const pages = await build(writeFolder(posts), { options: { feeds: false } })
  expect(urlsOf(pages).filter((url) => /feed|atom|opml|suivre/.test(url))).toEqual([])
  expect(pages.filter(({ content }) => content.includes('rel="alternate"'))).toEqual([])
})

describe('addresses of the old site', () => {
  const moved = {
    'posts/quai.md':
      '---\ntitle: Quai\ndate: 2010-07-08\ntags: [Port]\nguid: https://ancien.example/?p=7\nsource: { url: "https://ancien.example/2010/07/08/quai/" }\n---\nTexte.\n',
    'posts/tram.md':
      '---\ntitle: Tram\ndate: 2010-07-09\n---\n[Le quai](https://ancien.example/2010/07/08/quai/), [ici](/?p=7).\n',
  }
  const site = { url: 'https://example.org/blog/' }

  test('lead to the new pages, from pages of their own and in the texts', async () => {
    const files = await buildOnDisk(writeFolder(moved), { options: { site } })
    const stub = files.get('2010/07/08/quai/index.html')
    expect(stub).toContain('<meta http-equiv="refresh" content="0; url=/blog/articles/quai/">')
    expect(stub).toContain('<title>Quai</title>')
    expect(stub).toContain('<link rel="canonical" href="https://example.org/blog/articles/quai/">')
    expect(files.get('articles/tram/index.html')).toContain(
      '<a href="/blog/articles/quai/">Le quai</a>, <a href="/blog/articles/quai/">ici</a>',
    )
    expect(JSON.parse(files.get('assets/old-addresses.json')!)).toEqual({
      'p=7': '/blog/articles/quai/',
      'tag=port': '/blog/tag/port/',
    })
    const scripted = Array.from(files).filter(([, text]) => text.includes('<script>'))
    expect(scripted.map(([name]) => name).sort()).toEqual(['404.html', 'index.html'])
    expect(files.get('sitemap.xml')).not.toContain('2010/07/08/quai')
  })

  test('stand in one file for hosts that read it, or nowhere', async () => {
    const inFile = await buildOnDisk(writeFolder(moved), { options: { site, redirects: 'file' } })
    expect(inFile.get('_redirects')).toBe(
      '/2010/07/08/quai/ /blog/articles/quai/ 301\n/ tag=port /blog/tag/port/ 301\n/ p=7 /blog/articles/quai/ 301\n',
    )
    const nowhere = await buildOnDisk(writeFolder(moved), { options: { site, redirects: false } })
    for (const files of [inFile, nowhere]) {
      expect(files.has('2010/07/08/quai/index.html') || files.has('assets/old-addresses.json')).toBe(false)
      expect(Array.from(files.values()).filter((text) => text.includes('<script>'))).toEqual([])
    }
  })
})

test('a page that the site has already is left to it, and the links to it stay', async () => {
  const directory = writeFolder({
    ...posts,
    'index.md': 'Accueil',
    '404.html': '---\npermalink: /404.html\n---\nPerdu',
  })
  const pages = await build(directory, { options: { ownPages: ['home', 'notFound', 'sitemap', 'robots'] } })
  const contentOf = (address: string) => pages.find(({ url }) => url === address)?.content
  expect(contentOf('/')).toBe('<p>Accueil</p>\n')
  expect(contentOf('/404.html')).toBe('Perdu')
  expect([contentOf('/sitemap.xml'), contentOf('/robots.txt')]).toEqual([undefined, undefined])
  expect(contentOf('/tags/')).toContain('href="/"')
})

test.each([
  [{ 'index.md': 'a', '404.html': '---\npermalink: /404.html\n---\n' }, "ownPages: ['home', 'notFound']"],
  [{ 'feed.njk': '---\npermalink: /feed.xml\n---\n' }, 'feeds: false'],
  [{ 'tram.md': '---\npermalink: /tag/tram/\n---\n' }, 'another permalink'],
])('a page of the site in the place of ours stops the build, with what lets both be: %j', async (files, remedy) => {
  silenceEleventy()
  const directory = writeFolder({ ...posts, ...files })
  for (const start of [build, buildOnDisk]) {
    const error = await start(directory).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ code: 'OUTPUT_CONFLICT', remedy: expect.stringContaining(remedy) })
  }
})

test('a site that is built for this machine only is told so, where it is written', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
  for (const url of ['http://localhost:8080/', 'https://localhost.example/'])
    await buildOnDisk(writeFolder(posts), { options: { site: { url } } })
  expect(warn.mock.calls).toEqual([[expect.stringContaining('begin with http://localhost:8080')]])
})

test.each([
  ['nothing', () => undefined],
  ['a promise', async () => nothing],
  ['a text', () => '<p>'],
])('a template that gives %s stops the build with its name', async (_, home) => {
  silenceEleventy()
  const options = { templates: { home: home as never } }
  await expect(build(writeFolder(posts), { options })).rejects.toMatchObject({
    originalError: { message: expect.stringContaining('The template "home" gave') },
  })
})

test('pages that an earlier build left, and nothing remembers, are told, and files of the site’s own are not', async () => {
  const moved =
    '---\ntitle: Le bac\ndate: 2023-11-14\nsource: { url: https://ancien.example/2019/le-bac/ }\n---\n\nLe bac passe.\n'
  const directory = writeFolder({ ...posts, 'posts/le-bac.md': moved })
  await buildOnDisk(directory, { output: '_copied' })
  fs.renameSync(path.join(directory, '_copied'), path.join(directory, '_site'))
  fs.writeFileSync(path.join(directory, '_site/a.html'), '<p>')
  for (const name of ['le-bac', 'le-quai']) fs.rmSync(path.join(directory, 'posts', `${name}.md`))
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
  await buildOnDisk(directory, { isAfterAnother: true })
  expect(warn.mock.calls).toEqual([
    [
      expect.stringContaining(
        'no post makes any more: 2019/le-bac/index.html, articles/le-bac/index.html, articles/le-quai/index.html. ',
      ),
    ],
  ])
})

describe('the history of a feed', () => {
  const options = { feeds: { entries: 1 } }
  const isHistory = (name: string) => name.includes('-archive-')

  test('is written beside the pages that Eleventy writes, and not as one of them', async () => {
    const directory = writeFolder(posts)
    const files = await buildOnDisk(directory, { options })
    expect(Array.from(files.keys()).filter(isHistory)).toContain('tag/tram/feed-archive-1.xml')
    expect(files.get('tag/tram/feed-archive-1.xml')).toContain('<title>Le tram</title>')
    expect(urlsOf(await build(directory, { options })).filter(isHistory)).toEqual([])
  })

  test('is not written in a dry run, as nothing is', async () => {
    expect(await buildOnDisk(writeFolder(posts), { options, isDryRun: true })).toEqual(new Map())
  })
})

describe('pages are the same', () => {
  const options = { feeds: { entries: 1 } }
  const written = () => buildOnDisk(writeFolder(posts), { options })
  const unchanged = (content: string) => content

  test.each([
    ['a transform', (config: OwnerConfig) => config.addTransform('unchanged', unchanged)],
    ['a linter', (config: OwnerConfig) => config.addLinter('unchanged', () => undefined)],
    ['a plugin that goes over markup', (config: OwnerConfig) => config.addPlugin(HtmlBasePlugin, {})],
    ['a listener', (config: OwnerConfig) => config.on('eleventy.after', () => undefined)],
  ])('where the site has %s, for which Eleventy writes them', async (_, configure) => {
    let count = 0
    const files = await buildOnDisk(writeFolder(posts), {
      options,
      configure: (config) => {
        configure(config)
        config.addTransform('@11ty/eleventy/count', (content) => {
          count++
          return content
        })
      },
    })
    expect(files).toEqual(await written())
    expect(count).toBeGreaterThan(20)
  })

  test.each([
    [
      { '_includes/all.njk': '<!-- all -->{{ content | safe }}' },
      (config: OwnerConfig) => config.addGlobalData('layout', 'all.njk'),
    ],
    [{ '_includes/all.njk': '<!-- all -->{{ content | safe }}', '_data/layout.json': '"all.njk"' }, () => undefined],
  ])('and stand in the layout that the site has for all of them: %j', async (files, configure) => {
    const built = await buildOnDisk(writeFolder({ ...posts, ...files }), { configure })
    expect(built.get('articles/le-tram/index.html')).toMatch(/^<!-- all -->/)
  })

  test('where Eleventy would only write them, and the plugin does', async () => {
    let count = 0
    const files = await buildOnDisk(writeFolder(posts), {
      options,
      configure: (config) =>
        config.addTransform('@11ty/eleventy/count', (content) => {
          count++
          return content
        }),
    })
    expect(files).toEqual(await written())
    expect(count).toBe(1)
  })

  test('where there are more than the plugin writes without a thread', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`posts/p${index}.md`, `---\ntitle: Post ${index}\n---\nÉté ${index}`]),
    )
    const byPlugin = await buildOnDisk(writeFolder(many))
    const byEleventy = await buildOnDisk(writeFolder(many), {
      configure: (config) => config.addTransform('unchanged', unchanged),
    })
    expect(byPlugin.size).toBeGreaterThan(300)
    expect(byPlugin).toEqual(byEleventy)
  })

  test('a file that can’t be written stops the build', async () => {
    silenceEleventy()
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`posts/p${index}.md`, `---\ntitle: Post ${index}\n---\n`]),
    )
    const directory = writeFolder({ ...many, '_site/articles/p3/index.html/in-the-way': '' })
    await expect(buildOnDisk(directory, { isAfterAnother: true })).rejects.toThrow(/EISDIR/)
  })
})

test('what is wrong stops the build before anything is written, with a remedy', async () => {
  const directory = writeFolder({
    'posts/a.md': '---\ntitle: A\npermalink: /ici/\n---\n',
    'posts/b.md': '---\ntitle: B\npermalink: /ici/\n---\n',
  })
  silenceEleventy()
  await expect(build(directory)).rejects.toThrow(/would both be written to \/ici\/\. Give post/)
  await expect(build(writeFolder({}), { options: { posts: '/nowhere/posts' } })).rejects.toThrow(/There is no folder/)
})

describe('a site that keeps its posts as Eleventy templates', () => {
  const templates = {
    'blog/un.md': '---\ntitle: Un\ndate: 2023-11-29\ntags: [posts, Tram]\n---\nUn **texte**.',
    'blog/2023-12-01-deux.md': '---\ntitle: Deux\ntags: [posts, tram, Port]\npermalink: /autre/deux/\n---\nDeux.',
    'blog/trois.md': '---\ntitle: Trois\ntags: [posts]\ndraft: true\n---\nTrois.',
  }

  test('gets lists, tags and archives that link to its own pages', async () => {
    const pages = await build(writeFolder(templates), { options: { posts: { collection: 'posts' } } })
    expect(urlsOf(pages).filter((url) => !url.includes('.'))).toEqual([
      '/',
      '/2023/',
      '/2023/11/',
      '/2023/12/',
      '/archives/',
      '/autre/deux/',
      '/blog/trois/',
      '/blog/un/',
      '/suivre/',
      '/tag/port/',
      '/tag/tram/',
      '/tags/',
    ])
    const contentOf = (url: string) => pages.find((page) => page.url === url)!.content
    expect(contentOf('/')).toMatch(/href="\/autre\/deux\/">Deux<[\s\S]*href="\/blog\/un\/">Un</)
    expect(contentOf('/')).not.toContain('Trois')
    expect(contentOf('/2023/12/')).toContain('<time class="when" datetime="2023-12-01">')
    expect(contentOf('/tag/tram/')).toContain('2 articles')
    expect(contentOf('/blog/un/')).toBe('<p>Un <strong>texte</strong>.</p>\n')
    expect(contentOf('/sitemap.xml')).toContain('https://example.org/autre/deux/')
    expect(contentOf('/tag/tram/feed.xml')).toContain('<link>https://example.org/autre/deux/</link>')
  })

  test('shows in lists and feeds what its templates make of a post', async () => {
    const code = '{% set x = "dit" %}{# note #}<p>Avant <b>{{ x }}</b>&nbsp;: {{ page.url }}</p><p>Après</p>'
    const directory = writeFolder({ 'blog/un.njk': `---\ntitle: Un\ndate: 2023-11-29\ntags: posts\n---\n${code}` })
    const pages = await build(directory, { options: { posts: { collection: 'posts' } } })
    const contentOf = (address: string) => pages.find(({ url }) => url === address)!.content
    expect(contentOf('/')).toContain('>Avant dit\u00a0: /blog/un/ Après<')
    expect(contentOf('/feed.xml')).toContain('<p>Avant <b>dit</b>&nbsp;: /blog/un/</p><p>Après</p>')
    expect(pages.filter(({ content }) => /\{[{%#]/.test(content))).toEqual([])
  })

  test('is told that its collection is empty', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    onTestFinished(() => warn.mockRestore())
    await build(writeFolder({ 'a.md': 'A' }), { options: { posts: { collection: 'nulle' } } })
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('The collection "nulle" has no template'))
  })

  test('is told which template has what can’t be read', async () => {
    const directory = writeFolder({ 'blog/un.md': '---\ntitle: Un\ndateEarliest: bientôt\ntags: posts\n---\nUn.' })
    silenceEleventy()
    await expect(build(directory, { options: { posts: { collection: 'posts' } } })).rejects.toMatchObject({
      originalError: { message: expect.stringContaining('blog/un.md: "dateEarliest" is "bientôt"') },
    })
  })
})
