import { expect, test } from 'vitest'
import { planPages } from '../../src/pages/plan-pages.ts'
import { planSitemap } from '../../src/pages/sitemap.ts'
import { formatSitemap } from '../../src/templates/sitemap.ts'
import { post } from '../posts/build-post.ts'
import { inferred, modelOf, stated } from './sample-site.ts'

const model = modelOf([
  post('Daté', { date: stated('2023-11-29') }),
  post('Revu', { date: stated('2023-11-28'), updated: '2024-01-02T08:00:00Z' }),
  post('Estimé', { date: inferred('2023-01-01', '2023-06-01', '2023-12-31', '') }),
])
const plans = planPages(model, { pageSize: 20 })

test('says when a page last changed only where somebody states it', () => {
  const xml = formatSitemap(plans.sitemap[0]!, model.urls.absolute)
  expect(xml).toContain('<url><loc>https://example.org/articles/date/</loc><lastmod>2023-11-29</lastmod></url>')
  expect(xml).toContain('<url><loc>https://example.org/articles/revu/</loc><lastmod>2024-01-02</lastmod></url>')
  expect(xml).toContain('<url><loc>https://example.org/articles/estime/</loc></url>')
})

test('is parted where it holds too many addresses, and loses none', () => {
  const parted = planSitemap({ post: plans.post, home: plans.home }, model, 3)
  expect(parted.map(({ path }) => path)).toEqual(['/sitemap.xml', '/sitemap-1.xml', '/sitemap-2.xml'])
  const entries = parted.flatMap(({ content }) => (content.kind === 'pages' ? content.entries : []))
  expect(entries.map(({ path }) => path).sort()).toEqual([...plans.post, ...plans.home].map(({ path }) => path).sort())
  expect(formatSitemap(parted[0]!, model.urls.absolute)).toContain(
    '<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>',
  )
})

test('names a list by its first page', () => {
  const short = planPages(model, { pageSize: 1 })
  expect(short.home).toHaveLength(3)
  const [{ content }] = short.sitemap as [(typeof short.sitemap)[number]]
  const paths = content.kind === 'pages' ? content.entries.map(({ path }) => path) : []
  expect(paths).toContain('/')
  expect(paths.filter((path) => path.includes('page'))).toEqual([])
})
