import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createPageRenderers } from '../../src/eleventy/render-pages.ts'
import { planPages } from '../../src/pages/plan-pages.ts'
import { defaultTemplates } from '../../src/templates/templates.ts'
import { modelOf, stated } from '../pages/sample-site.ts'
import { post } from '../posts/build-post.ts'

/** Words that no packer shortens, as long as a title and a text may be. */
const longPost = (_: unknown, at: number) => {
  const words = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      Math.sin(at * 1_000 + index)
        .toString(36)
        .slice(3),
    ).join(' ')
  return post(words(20), {
    date: stated('2023-11-05'),
    tags: Array.from({ length: 10 }, () => words(3)),
    body: words(300),
  })
}

test('a page of a list is light, with the longest items too', () => {
  const model = modelOf(Array.from({ length: 20 }, longPost))
  const plans = planPages(model, { pageSize: 20 })
  const renderers = createPageRenderers(model, { templates: defaultTemplates, stylesheet: '' })
  const pages = [
    ...plans.home.map(renderers.home),
    ...plans.month.map(renderers.month),
    ...plans.year.map(renderers.year),
  ]
  expect(pages).toHaveLength(3)
  for (const page of pages) expect(gzipSync(page).length).toBeLessThanOrEqual(30_000)
})

test('an article’s page is little more than its text', () => {
  const model = modelOf([post('Le port', { date: stated('2023-11-05'), tags: ['Port'], body: 'Un mot. '.repeat(300) })])
  const [plan] = planPages(model, { pageSize: 20 }).post
  const page = createPageRenderers(model, { templates: defaultTemplates, stylesheet: '' }).post(plan!)
  expect(Buffer.byteLength(page) - 'Un mot. '.length * 300).toBeLessThan(3_000)
})
