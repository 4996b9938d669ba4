import fs from 'node:fs'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { createPageRenderers } from '../../src/eleventy/render-pages.ts'
import { html } from '../../src/markup/html.ts'
import { type PageKind, pageKinds, planPages } from '../../src/pages/plan-pages.ts'
import { oldAddressScript } from '../../src/templates/redirect.ts'
import { defaultTemplates } from '../../src/templates/templates.ts'
import { modelOf, tramGraph, tramPosts } from '../pages/sample-site.ts'

const goldenDirectory = path.resolve(import.meta.dirname, '../golden/pages')

/** Every page of the sample site: path → text. */
function renderAll(
  options: Parameters<typeof modelOf>[1] = {},
  templates = defaultTemplates,
): ReadonlyMap<string, string> {
  const model = modelOf(tramPosts, { graph: tramGraph, ...options })
  const plans = planPages(model, { pageSize: 2 })
  const renderers = createPageRenderers(model, { templates, stylesheet: '' })
  const renderKind = <Kind extends PageKind>(kind: Kind) =>
    plans[kind].map((plan: (typeof plans)[Kind][number]) => [plan.path, renderers[kind](plan)] as const)
  return new Map(pageKinds.flatMap((kind) => renderKind(kind)))
}

const pages = renderAll()
const pagesWithSearch = renderAll({ options: { search: true } })

describe('what readers get', () => {
  test.each([
    ['home.html', '/'],
    ['home-page-2.html', '/page/2/'],
    ['post-in-a-story.html', '/articles/le-tram-est-ouvert/'],
    ['post-with-versions.html', '/articles/le-tram-passera-par-le-port/'],
    ['copy.html', '/articles/le-tram-passera-par-le-quai/'],
    ['hostile-post.html', '/articles/hostile/'],
    ['tag.html', '/tag/port/'],
    ['tags.html', '/tags/'],
    ['archives.html', '/archives/'],
    ['year.html', '/2022/'],
    ['month.html', '/2023/11/'],
    ['undated.html', '/archives/sans-date/'],
    ['threads.html', '/fils/'],
    ['thread.html', '/fil/quai-des-brumes/'],
    ['follow.html', '/suivre/'],
    ['not-found.html', '/404.html'],
    ['sitemap.xml', '/sitemap.xml'],
    ['robots.txt', '/robots.txt'],
  ])('%s', (file, url) => {
    const golden = path.join(goldenDirectory, file)
    if (process.env.UPDATE_GOLDEN === '1') {
      fs.mkdirSync(goldenDirectory, { recursive: true })
      fs.writeFileSync(golden, pages.get(url)!)
    }
    expect(pages.get(url)).toBe(fs.readFileSync(golden, 'utf8'))
  })
})

test('the search page', () => {
  const golden = path.join(goldenDirectory, 'search.html')
  if (process.env.UPDATE_GOLDEN === '1') fs.writeFileSync(golden, pagesWithSearch.get('/recherche/')!)
  expect(pagesWithSearch.get('/recherche/')).toBe(fs.readFileSync(golden, 'utf8'))
})

describe.each(['fr', 'en'] as const)('every page in %s', (language) => {
  const htmlPages = [...renderAll({ options: { search: true, shareImages: 'posts', site: { language } } })].filter(
    ([, text]) => text.startsWith('<!DOCTYPE'),
  )

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } })
    const reports = await Promise.all(htmlPages.map(([url, text]) => validator.validateString(text, url)))
    const errors = reports.flatMap(({ results }) =>
      results.flatMap(({ filePath, messages }) =>
        messages.map((one) => `${filePath}:${one.line} ${one.ruleId} ${one.message}`),
      ),
    )
    expect(errors).toEqual([])
  })

  test('has one h1, a language, a title and one main', () => {
    for (const [url, text] of htmlPages) {
      expect(text.match(/<h1\b/g), url).toHaveLength(1)
      expect(text.match(/<main\b/g), url).toHaveLength(1)
      expect(text, url).toContain(`<html lang="${language}">`)
      expect(text, url).toMatch(/<title>[^<]+<\/title>/)
    }
  })

  test('has an address of its own, but the one for errors and the copies', () => {
    for (const [url, text] of htmlPages) {
      const canonical = /<link rel="canonical" href="([^"]+)">/.exec(text)?.[1]
      if (url === '/404.html') expect(text).toContain('<meta name="robots" content="noindex">')
      else if (url.endsWith('par-le-quai/'))
        expect(canonical).toBe('https://example.org/articles/le-tram-passera-par-le-port/')
      else expect(canonical).toBe(`https://example.org${url}`)
    }
  })

  test('runs nothing that a post says', () => {
    for (const [url, text] of htmlPages) {
      const ours = oldAddressScript('/assets/old-addresses.json').text
      const withoutOurs = text
        .replace(ours, '')
        .replace('<script type="module" src="/assets/search.test.js">', '')
        .replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '')
      expect(withoutOurs, url).not.toMatch(/<script|javascript:alert\(2\)"|<b>/)
    }
  })
})

describe('what programs are told', () => {
  const read = (url: string): readonly Record<string, unknown>[] => {
    const [, json] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(pages.get(url)!)!
    const data = JSON.parse(json!) as { readonly '@graph': readonly Record<string, unknown>[] }
    expect(data).toEqual({ '@context': 'https://schema.org', '@graph': expect.any(Array) })
    return data['@graph']
  }
  const trailOf = (url: string) => {
    const trail = read(url).find((thing) => thing['@type'] === 'BreadcrumbList')!
    const steps = trail.itemListElement as readonly { readonly name: string; readonly item?: string }[]
    expect(steps).toEqual(steps.map((step, at) => ({ '@type': 'ListItem', position: at + 1, ...step })))
    return steps.map(({ name, item }) => [name, item])
  }

  test('articles say what they are, no finer than it is known, and no title ends the element', () => {
    expect(read('/articles/le-tram-est-ouvert/')[0]).toEqual({
      '@type': 'BlogPosting',
      headline: 'Le tram est ouvert',
      inLanguage: 'fr',
      datePublished: '2024-06-15',
      author: { '@type': 'Person', name: 'Nora Petit' },
    })
    expect(read('/articles/le-tram-passera-par-le-port/')[0]!.datePublished).toBe('2023')
    expect(read('/articles/hostile/')[0]!.headline).toContain('<script>')
    expect(read('/articles/hostile/')[0]!.datePublished).toBe('2022')
    expect(trailOf('/articles/hostile/').at(-1)![0]).toContain('<script>')
    expect(read('/articles/sans-date/')[0]).not.toHaveProperty('datePublished')
  })

  test('the home page is the site, and others are lists of it', () => {
    const site = { '@type': 'WebSite', name: 'Le Phare', url: 'https://example.org/' }
    expect(read('/')).toEqual([{ ...site, inLanguage: 'fr' }])
    for (const url of ['/tags/', '/tag/port/', '/2023/', '/2023/11/', '/fil/quai-des-brumes/', '/archives/sans-date/'])
      expect(read(url)[0], url).toMatchObject({
        '@type': 'CollectionPage',
        name: expect.any(String),
        url: `https://example.org${url}`,
        inLanguage: 'fr',
        isPartOf: site,
      })
    expect(pages.get('/404.html')).not.toContain('ld+json')
  })

  test('every page below home, but a list’s other pages, names the way to it, each step once', () => {
    const home = ['Accueil', 'https://example.org/']
    expect(trailOf('/articles/le-tram-est-ouvert/')).toEqual([home, ['Le tram est ouvert', undefined]])
    expect(trailOf('/tags/')).toEqual([home, ['Tags', undefined]])
    expect(trailOf('/tag/port/')).toEqual([home, ['Tags', 'https://example.org/tags/'], ['Port', undefined]])
    expect(trailOf('/2023/11/')).toEqual([
      home,
      ['Archives', 'https://example.org/archives/'],
      ['2023', 'https://example.org/2023/'],
      ['novembre 2023', undefined],
    ])
    expect(trailOf('/fil/quai-des-brumes/')[1]).toEqual(['Fils', 'https://example.org/fils/'])
    expect(trailOf('/suivre/')).toHaveLength(2)
  })
})

test('a list’s other pages leave to its first what is said to programs once', () => {
  const page = pages.get('/page/2/')!
  expect(page).not.toMatch(/ld\+json|property="og:|twitter:card|rel="manifest"/)
  expect(page.match(/rel="alternate"/g)).toHaveLength(1)
  expect(page).toContain('<link rel="canonical" href="https://example.org/page/2/">')
  expect(page).toContain('<meta name="description" content="')
})

test('texts of another language than the site’s say so, and may run the other way', () => {
  expect(pages.get('/articles/a-note-in-english/')).toContain('<h1 lang="en" dir="auto">A note in English</h1>')
  expect(pages.get('/articles/le-tram-est-ouvert/')).not.toMatch(/<h1 lang|class="prose" lang/)
})

test('a template of the site’s own takes the place of ours', () => {
  const own = renderAll({}, { ...defaultTemplates, notFound: ({ frame }) => html`<h1>${frame.site.text} : rien</h1>` })
  expect(own.get('/404.html')).toContain('<h1>Le Phare : rien</h1>')
  expect(own.get('/')).toBe(pages.get('/'))
})
