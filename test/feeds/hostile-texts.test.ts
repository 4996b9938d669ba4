import { describe, expect, test } from 'vitest'
import { cleanLine } from '../../src/feeds/clean-text.ts'
import { modelOf } from '../pages/sample-site.ts'
import { checkFeed } from './check-feed.ts'
import { feedsOf, findFeed } from './feeds-of.ts'
import { hostilePosts, oddPosts } from './hostile-posts.ts'
import { readWithFeedsmith, readWithRssParser } from './read-feed.ts'

const posts = [...hostilePosts, ...oddPosts]
// As they are written, so that what comes out can be compared with what went in.
const feeds = feedsOf(modelOf(posts, { options: { typography: false } }), { entries: 100, history: 'none' })
const feedNames = ['/feed.xml', '/atom.xml', '/feed.json'] as const

const expectedTitles = posts.map(({ title }) => cleanLine(title) || 'Sans titre').sort()

describe.each(feedNames)('hostile texts in %s', (name) => {
  test('leave it valid', () => {
    expect(checkFeed(findFeed(feeds, name))).toEqual([])
  })

  test('come out as readers’ titles', () => {
    const titles = readWithFeedsmith(findFeed(feeds, name)).map(({ title }) => title)
    expect(titles.sort()).toEqual(expectedTitles)
  })

  test('do no harm as markup of the content', () => {
    const contents = readWithFeedsmith(findFeed(feeds, name)).map(({ content = '' }) => content)
    const tags = contents.flatMap((content) => content.match(/<[^>]*>/g) ?? [])
    const withoutValues = tags.map((tag) => tag.replace(/"[^"]*"/g, '""'))
    expect(tags.length).toBeGreaterThan(500)
    expect(tags.filter((tag) => /^<\/?(?:script|style|iframe|object)/i.test(tag))).toEqual([])
    expect(tags.filter((tag) => / (?:href|src)="\s*(?:javascript|vbscript|data)/i.test(tag))).toEqual([])
    expect(withoutValues.filter((tag) => /\son/i.test(tag))).toEqual([])
  })
})

test('every feed of hostile tags and authors is valid', () => {
  const invalid = [...feedsOf(modelOf(posts))]
    .filter(([path]) => /(?:feed|atom)[^/]*\.(?:xml|json)$/.test(path))
    .flatMap(([path, text]) => checkFeed(text).map((error) => `${path}: ${error}`))
  expect(invalid).toEqual([])
})

test('names in the list of feeds hold nothing that would be taken for markup, as HTML or as text', () => {
  const attributes = findFeed(feeds, '/feeds.opml').match(/(?<= (?:text|title)=")[^"]*/g) ?? []
  expect(attributes.length).toBeGreaterThan(40)
  expect(attributes.filter((name) => /&lt;\S|&amp;#?\w+;/.test(name))).toEqual([])
})

test('all formats tell the same of each entry', () => {
  const [rss, atom, json] = feedNames.map((name) => readWithFeedsmith(findFeed(feeds, name)))
  expect(atom!.map(({ id, ...entry }) => entry)).toEqual(json!.map(({ id, ...entry }) => entry))
  expect(rss).toEqual(json!.map(({ updated, ...entry }) => entry))
})

test('another reader understands the same', async () => {
  for (const name of ['/feed.xml', '/atom.xml']) {
    const [one, other] = [readWithFeedsmith(findFeed(feeds, name)), await readWithRssParser(findFeed(feeds, name))]
    expect(other.map(({ title, url, published }) => ({ title, url, published }))).toEqual(
      one.map(({ title, url, published }) => ({ title, url, published })),
    )
  }
})
