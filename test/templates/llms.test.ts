import { expect, test } from 'vitest'
import { createMarkdownRenderer } from '../../src/markup/markdown.ts'
import { toLlmsView } from '../../src/pages/llms-view.ts'
import { toSlug } from '../../src/posts/slug.ts'
import { formatLlms } from '../../src/templates/llms.ts'
import { modelOf, stated, tramGraph, tramPosts } from '../pages/sample-site.ts'
import { post } from '../posts/build-post.ts'

test('names the site, its directories, tags, stories and newest articles, with whole addresses', () => {
  const address = { origin: 'https://example.org', pathPrefix: '/blog/' }
  const text = formatLlms(toLlmsView(modelOf(tramPosts, { graph: tramGraph, address })))
  expect(text).toMatch(/^# Le Phare\n\n> Un journal du port\.\n\n## Archives\n\n- \[Archives\]/)
  expect(text.match(/^## .*/gm)).toEqual(['## Archives', '## Tags', '## Fils', '## Derniers articles'])
  expect(text).toContain('- [Port](https://example.org/blog/tag/port/): 2 articles\n')
  expect(text).toContain('- [Quai des Brumes](https://example.org/blog/fil/quai-des-brumes/): 2 articles\n')
  expect(text).toContain('](https://example.org/blog/articles/le-tram-est-ouvert/): 15 juin 2024')
  expect(text).not.toContain('par-le-quai')
})

test('a title is a title, whatever signs it has', () => {
  const title = '<b>a ] b</b> [x](javascript:1) `c` *d*'
  const text = formatLlms(toLlmsView(modelOf([post(title, { slug: toSlug('un'), body: 'Texte.' })])))
  const line = text.split('\n').find((one) => one.includes('/articles/'))!
  const html = createMarkdownRenderer({ resolveUrl: (url) => url })(line).text
  expect(html).toContain('>&lt;b&gt;a ] b&lt;/b&gt; [x](javascript:1) `c` *d*</a>')
  expect(html.match(/<a /g)).toHaveLength(1)
})

test('stays small, however many articles and tags there are', () => {
  const posts = Array.from({ length: 2000 }, (_, at) =>
    post(`Article ${at}`, { date: stated('2024-01-01'), tags: [`Tag ${at}`], body: 'Un texte. '.repeat(200) }),
  )
  expect(formatLlms(toLlmsView(modelOf(posts))).length).toBeLessThan(40_000)
})
