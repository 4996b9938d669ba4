import { describe, expect, test } from 'vitest'
import { feedDefaults } from '../../src/feeds/feed-options.ts'
import { planFeeds } from '../../src/feeds/plan-feeds.ts'
import type { OutputFile } from '../../src/pages/output-paths.ts'
import { findPageClashes, type PageKind, pageKinds, planPages } from '../../src/pages/plan-pages.ts'
import type { Post } from '../../src/posts/post.ts'
import { post } from '../posts/build-post.ts'
import { modelOf, stated, tramGraph, tramPosts } from './sample-site.ts'

const pathsOf = (plans: ReturnType<typeof planPages>, ...kinds: readonly PageKind[]) =>
  kinds.flatMap((kind) => plans[kind].map(({ path }) => path))

describe('the pages of a site', () => {
  const plans = planPages(modelOf(tramPosts, { graph: tramGraph }), { pageSize: 20 })

  test('are these', () => {
    expect(pathsOf(plans, ...pageKinds)).toEqual([
      '/',
      '/articles/le-tram-est-ouvert/',
      '/articles/le-tram-passera-par-le-port/',
      '/articles/a-note-in-english/',
      '/articles/hostile/',
      '/articles/sans-date/',
      '/articles/le-tram-passera-par-le-quai/',
      '/tags/',
      '/tag/b/',
      '/tag/cpp/',
      '/tag/port/',
      '/tag/tram/',
      '/archives/',
      '/2024/',
      '/2023/',
      '/2022/',
      '/2024/06/',
      '/2023/11/',
      '/archives/sans-date/',
      '/fils/',
      '/fil/quai-des-brumes/',
      '/suivre/',
      '/404.html',
      '/sitemap.xml',
      '/robots.txt',
      '/assets/tag-archive.test.css',
    ])
  })

  test('a copy has its page, and is in no list, no count, no sitemap, and nobody’s neighbour', () => {
    const copy = '/articles/le-tram-passera-par-le-quai/'
    expect(plans.tag.flatMap(({ pager }) => pager.items).some(({ title }) => title.endsWith('quai'))).toBe(false)
    expect(pathsOf(plans, 'tag')).not.toContain('/tag/annonces/')
    expect(plans.sitemap[0]!.content).toMatchObject({ kind: 'pages' })
    expect(JSON.stringify(plans.sitemap)).not.toContain(copy)
    const plan = plans.post.find(({ path }) => path === copy)!
    expect([plan.newer, plan.older]).toEqual([undefined, undefined])
  })

  test('neighbours are neighbours in time', () => {
    const titles = plans.post.map(({ newer, post: { title }, older }) => [newer?.title, title, older?.title])
    expect(titles[1]).toEqual(['Le tram est ouvert', 'Le tram passera par le port', 'A note in English'])
    expect(titles[0]![0]).toBeUndefined()
  })

  test('drafts have none', () => {
    const drafted = modelOf([post('Publié'), post('Brouillon', { isDraft: true, tags: ['Secret'] })])
    expect(pathsOf(planPages(drafted, { pageSize: 20 }), 'post', 'tag')).toEqual(['/articles/publie/'])
  })

  test('an archive without any date, or without any post, has pages too', () => {
    expect(pathsOf(planPages(modelOf([post('Un')]), { pageSize: 20 }), 'home', 'archives', 'year', 'undated')).toEqual([
      '/',
      '/archives/',
      '/archives/sans-date/',
    ])
    expect(pathsOf(planPages(modelOf([]), { pageSize: 20 }), 'home', 'tag', 'undated', 'threads')).toEqual(['/'])
  })

  const postsOfNovember = (length: number) =>
    Array.from({ length }, (_, index) => post(`Titre ${index}`, { tags: ['Tag'], date: stated('2023-11-05') }))

  test('long lists go on over pages', () => {
    expect(pathsOf(planPages(modelOf(postsOfNovember(5)), { pageSize: 2 }), 'home', 'tag', 'month')).toEqual(
      ['/', '/tag/tag/', '/2023/11/'].flatMap((list) => [list, `${list}page/2/`, `${list}page/3/`]),
    )
  })

  test('a year, which shows titles alone, has five times as many on a page', () => {
    expect(pathsOf(planPages(modelOf(postsOfNovember(10)), { pageSize: 2 }), 'year')).toEqual(['/2023/'])
    expect(pathsOf(planPages(modelOf(postsOfNovember(11)), { pageSize: 2 }), 'year')).toEqual([
      '/2023/',
      '/2023/page/2/',
    ])
  })
})

const clashOf = (posts: readonly Post[], feedFiles: readonly OutputFile[] = []) => {
  const clashes = findPageClashes(planPages(modelOf(posts), { pageSize: 20 }), feedFiles)
  expect(clashes).toMatchObject([{ code: 'PATH_CLASH' }])
  return clashes[0]!.message
}

test('two posts at one place are found before anything is written', () => {
  const date = stated('2010-07-08')
  const posts = [post('A', { permalink: '/2010/07/bonjour/', date }), post('B', { permalink: '/2010/07/Bonjour/' })]
  expect(clashOf(posts)).toBe(
    'Post "a" and post "b" would both be written to /2010/07/Bonjour/. Give post "b" another `permalink` or slug.',
  )
})

test('so is a post where a feed stands', () => {
  const posts = [post('A', { permalink: '/feed.xml', date: stated('2023-11-01') })]
  const { documents } = planFeeds(modelOf(posts), feedDefaults)
  const feedFiles = documents.map(({ path }) => ({ path, describe: () => ({ name: `the feed ${path}` }) }))
  expect(clashOf(posts, feedFiles)).toContain('Post "a" and the feed /feed.xml would both be written to /feed.xml')
})

test('so is a post where a page of ours stands', () => {
  const posts = [post('A', { permalink: '/tags/', date: stated('2023-11-01') })]
  expect(clashOf(posts)).toContain('Post "a" and the page /tags/')
})
