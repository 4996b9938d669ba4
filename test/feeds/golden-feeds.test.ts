import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { modelOf, tramGraph, tramPosts } from '../pages/sample-site.ts'
import { feedsOf, findFeed } from './feeds-of.ts'

const goldenDirectory = path.resolve(import.meta.dirname, '../golden/feeds')

const feeds = feedsOf(
  modelOf(tramPosts, {
    graph: tramGraph,
    address: { origin: 'https://example.org', pathPrefix: '/blog/' },
    options: { site: { author: 'Nora & Cie' } },
  }),
  { entries: 2, hub: 'https://hub.example/' },
)

test.each([
  ['feed.xml', '/feed.xml'],
  ['atom.xml', '/atom.xml'],
  ['feed.json', '/feed.json'],
  ['feed-archive-1.xml', '/feed-archive-1.xml'],
  ['atom-archive-2.xml', '/atom-archive-2.xml'],
  ['feed-archive-1.json', '/feed-archive-1.json'],
  ['tag-feed.xml', '/tag/tram/feed.xml'],
  ['thread-atom.xml', '/fil/quai-des-brumes/atom.xml'],
  ['feeds.opml', '/feeds.opml'],
])('what readers get: %s', (file, feed) => {
  const golden = path.join(goldenDirectory, file)
  if (process.env.UPDATE_GOLDEN === '1') {
    fs.mkdirSync(goldenDirectory, { recursive: true })
    fs.writeFileSync(golden, findFeed(feeds, feed))
  }
  expect(findFeed(feeds, feed)).toBe(fs.readFileSync(golden, 'utf8'))
})
