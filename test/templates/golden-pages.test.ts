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
  const renderers = createPageRenderers(model, templates)
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
  const htmlPages = [...renderAll({ options: { search: true, site: { language } } })].filter(([, text]) =>
    text.startsWith('<!DOCTYPE'),
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

test('articles tell programs what they are, no finer than it is known, and no title ends the element', () => {
  const read = (url: string) =>
    JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(pages.get(url)!)![1]!) as Record<
      string,
      unknown
    >
  expect(read('/articles/le-tram-est-ouvert/')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: 'Le tram est ouvert',
    url: 'https://example.org/articles/le-tram-est-ouvert/',
    mainEntityOfPage: 'https://example.org/articles/le-tram-est-ouvert/',
    description: expect.any(String),
    inLanguage: 'fr',
    datePublished: '2024-06-15',
    author: { '@type': 'Person', name: 'Nora Petit' },
    keywords: ['Tram', 'Port'],
  })
  expect(read('/articles/le-tram-passera-par-le-port/').datePublished).toBe('2023')
  expect(read('/articles/hostile/').headline).toContain('<script>')
  expect(read('/articles/hostile/').datePublished).toBe('2022')
  expect(read('/articles/sans-date/')).not.toHaveProperty('datePublished')
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
