import { describe, expect, test } from 'vitest'
import { feedDefaults } from '../../src/feeds/feed-options.ts'
import { planFeeds } from '../../src/feeds/plan-feeds.ts'
import { modelOf, optionsOf, stated, tramGraph, tramPosts } from '../pages/sample-site.ts'
import { post } from '../posts/build-post.ts'
import { checkFeed } from './check-feed.ts'
import { feedsOf, findFeed } from './feeds-of.ts'
import { readWithFeedsmith } from './read-feed.ts'

const tram = modelOf(tramPosts, { graph: tramGraph })

/** As many posts, the first with one tag, the last with another, one a day. */
const daily = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    post(`Post ${index + 1}`, {
      date: stated(new Date(Date.UTC(2023, 0, index + 1)).toISOString().slice(0, 10)),
      tags: [index < 30 ? 'Early' : 'Late'],
    }),
  )

describe('the feeds of a site', () => {
  test('are these', () => {
    expect([...feedsOf(tram).keys()].map((path) => path.replace(/\.[0-9a-f]{10}\./, '.HASH.'))).toEqual([
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/tag/b/feed.xml',
      '/tag/b/atom.xml',
      '/tag/b/feed.json',
      '/tag/cpp/feed.xml',
      '/tag/cpp/atom.xml',
      '/tag/cpp/feed.json',
      '/tag/port/feed.xml',
      '/tag/port/atom.xml',
      '/tag/port/feed.json',
      '/tag/tram/feed.xml',
      '/tag/tram/atom.xml',
      '/tag/tram/feed.json',
      '/fil/quai-des-brumes/feed.xml',
      '/fil/quai-des-brumes/atom.xml',
      '/fil/quai-des-brumes/feed.json',
      '/feeds.opml',
      '/assets/feed.HASH.css',
      '/feed-ids.txt',
    ])
  })

  test('stand where WordPress has them too, byte for byte, where the owner wants it', () => {
    const feeds = feedsOf(tram, { wordPressAddresses: true })
    for (const list of ['/', '/tag/tram/', '/fil/quai-des-brumes/']) {
      expect(findFeed(feeds, `${list}feed/index.xml`)).toBe(findFeed(feeds, `${list}feed.xml`))
      expect(findFeed(feeds, `${list}feed/atom/index.xml`)).toBe(findFeed(feeds, `${list}atom.xml`))
    }
  })

  test('stand there without being asked where the posts came from WordPress', () => {
    const pathsOf = (guid: string | undefined) => [...feedsOf(modelOf([post('Un', { guid })])).keys()]
    const isThere = (guid: string | undefined) => pathsOf(guid).includes('/feed/index.xml')
    expect([
      isThere('https://ancien.example/?p=12'),
      isThere('tag:ancien.example,2020:12'),
      isThere(undefined),
    ]).toEqual([true, false, false])
  })

  test('hold canonical versions only, newest first', () => {
    const titles = readWithFeedsmith(findFeed(feedsOf(tram), '/tag/tram/feed.json')).map(({ title }) => title)
    expect(titles).toEqual(['Le tram est ouvert', 'Le tram passera par le port'])
  })

  test.each(['fr', 'en'] as const)('are valid, in %s', (language) => {
    const model = modelOf(tramPosts, { graph: tramGraph, options: { site: { language, author: 'A & B' } } })
    const invalid = [...feedsOf(model, { hub: 'https://hub.example/', entries: 2 })]
      .filter(([path]) => !/\.(?:opml|css|txt)$/.test(path))
      .flatMap(([path, text]) => checkFeed(text).map((error) => `${path}: ${error}`))
    expect(invalid).toEqual([])
  })

  test('are there without any post', () => {
    const feeds = feedsOf(modelOf([]))
    for (const path of ['/feed.xml', '/atom.xml', '/feed.json']) expect(checkFeed(findFeed(feeds, path))).toEqual([])
  })

  test('are the same at every build', () => {
    expect(feedsOf(modelOf([...tramPosts].reverse(), { graph: tramGraph }))).toEqual(feedsOf(tram))
  })

  // Each entry is written once, in the document that comes first.
  test('are the same in whichever order they are written', () => {
    const write = (isReversed: boolean) => {
      const { documents } = planFeeds(tram, { ...feedDefaults, entries: 2 })
      const ordered = isReversed ? [...documents].reverse() : documents
      return new Map(ordered.map(({ path, text }) => [path, text()]))
    }
    expect(write(true)).toEqual(write(false))
  })

  test('name no address but the site’s own', () => {
    const address = { origin: 'https://example.org', pathPrefix: '/blog/' }
    for (const [path, text] of feedsOf(modelOf(tramPosts, { graph: tramGraph, address }))) {
      const urls = [...text.matchAll(/(?:href|src|xmlUrl|htmlUrl)=\\?"([^"\\]*)/g)].map(([, url]) => url!)
      expect(
        urls.filter((url) => !/^(?:https:\/\/example\.org)?\/blog\//.test(url)),
        path,
      ).toEqual([])
    }
  })
})

describe('a new post', () => {
  const [newest, ...before] = daily(64).reverse()
  const [old, current] = [feedsOf(modelOf(before)), feedsOf(modelOf([newest!, ...before]))]
  const changed = [...current].filter(([path, text]) => old.get(path) !== text).map(([path]) => path)

  test('changes the feeds that it belongs to, and nothing else', () => {
    expect(changed).toEqual([
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/tag/late/feed.xml',
      '/tag/late/atom.xml',
      '/tag/late/feed.json',
      '/feed-ids.txt',
    ])
  })

  test('leaves every entry of the past within a reader’s reach', () => {
    for (const name of ['feed.json', 'atom.xml', 'feed.xml']) {
      const read = new Set<string | undefined>()
      for (let path: string | undefined = `/${name}`; path !== undefined; path = findOlder(findFeed(current, path))) {
        for (const { title } of readWithFeedsmith(findFeed(current, path))) read.add(title)
      }
      expect(read.size, name).toBe(64)
    }
  })
})

/** Path of the document with older entries, as RFC 5005 and JSON Feed name it. */
function findOlder(text: string): string | undefined {
  const url = /"next_url": "([^"]+)"/.exec(text)?.[1] ?? /rel="prev-archive" href="([^"]+)"/.exec(text)?.[1]
  return url?.replace('https://example.org', '')
}

describe('a document of a feed’s history', () => {
  const feeds = feedsOf(modelOf(daily(64)))

  test('says what it is, and where new entries are', () => {
    for (const name of ['atom', 'feed']) {
      const document = findFeed(feeds, `/${name}-archive-2.xml`)
      expect(document).toContain('<fh:archive/>')
      expect(document).toMatch(new RegExp(`rel="current" href="https://example.org/${name}.xml"`))
      expect(document).toMatch(/<(?:atom:)?link [^>]*rel="self"/)
      expect(document).toContain(`href="https://example.org/${name}-archive-2.xml"`)
      expect(checkFeed(document)).toEqual([])
    }
    const json: unknown = JSON.parse(findFeed(feeds, '/feed-archive-2.json'))
    expect(json).toMatchObject({
      feed_url: 'https://example.org/feed-archive-2.json',
      next_url: 'https://example.org/feed-archive-1.json',
      _tag_archive: { current_url: 'https://example.org/feed.json' },
    })
  })

  test('names the articles of a tag in brief where the owner wants that, and has their texts in the site’s feed, under the same ids', () => {
    const inBrief = feedsOf(modelOf(daily(64)), { history: 'brief' })
    const [whole, brief] = ['/feed-archive-1', '/tag/late/feed-archive-1'].map((path) => ({
      rss: findFeed(inBrief, `${path}.xml`),
      atom: findFeed(inBrief, `${path.replace('feed-', 'atom-')}.xml`),
      json: findFeed(inBrief, `${path}.json`),
    }))
    expect(whole!.rss).toContain('<content:encoded>')
    for (const text of Object.values(brief!)) {
      expect(checkFeed(text)).toEqual([])
      expect(text).not.toMatch(/<content|<category/)
      const ids = readWithFeedsmith(text).map(({ id }) => id)
      expect(ids).toHaveLength(20)
      const ofSite = Array.from(inBrief).flatMap(([path, feed]) =>
        /^\/feed[^/]*\.json$/.test(path) ? readWithFeedsmith(feed).map(({ id }) => id) : [],
      )
      expect(ofSite).toEqual(expect.arrayContaining(ids))
    }
  })

  test('is left out where the owner wants no history', () => {
    const paths = [...feedsOf(modelOf(daily(64)), { history: 'none' }).keys()]
    expect(paths.filter((path) => path.includes('archive-'))).toEqual([])
  })
})

test('a tag’s feed keeps its id when the tag is renamed or moved', () => {
  const options = { tagNames: { names: { tram: 'Tramway' }, slugs: { tram: 'tramway' } } }
  const moved = feedsOf(modelOf(tramPosts, { options }))
  const idIn = (text: string) => /<id>([^<]+)<\/id>/.exec(text)?.[1]
  expect(idIn(findFeed(moved, '/tag/tramway/atom.xml'))).toBe(idIn(findFeed(feedsOf(tram), '/tag/tram/atom.xml')))
})

test('what an entry’s id can’t be is told', () => {
  const posts = [post('A', { guid: 'urn:x:1' }), post('B', { guid: 'urn:x:1' })]
  const { feeds } = optionsOf()
  expect(feeds && planFeeds(modelOf(posts), feeds).problems).toMatchObject([{ code: 'FEED_ID_CLASH' }])
})
