import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFeed } from '../feeds/check-feed.ts'
import { readWithFeedsmith, readWithRssParser } from '../feeds/read-feed.ts'
import { buildSite } from './build-site.ts'
import { hasChromium, launchChromium } from './chromium.ts'
import { type FolderServer, serveFolder } from './serve-folder.ts'

const pathPrefix = '/blog/'

describe('the feeds of the demo site, as readers fetch them', () => {
  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-feeds-'))
  let server: FolderServer
  let home: string

  beforeAll(async () => {
    server = await serveFolder(output, pathPrefix)
    home = server.origin + pathPrefix
    await buildSite(output, { SITE_URL: home })
  }, 120_000)

  afterAll(async () => {
    await server?.close()
    fs.rmSync(output, { recursive: true, force: true })
  })

  const fetchText = async (url: string): Promise<string> => {
    const response = await fetch(url)
    expect(response.status, url).toBe(200)
    return response.text()
  }

  /** The feeds that the list of feeds names, each with its two siblings. */
  const listFeeds = async (): Promise<readonly (readonly string[])[]> => {
    const opml = await fetchText(`${home}feeds.opml`)
    const urls = [...opml.matchAll(/xmlUrl="([^"]+)"/g)].map(([, url]) => url!)
    return urls.map((url) => ['feed.xml', 'atom.xml', 'feed.json'].map((name) => new URL(name, url).href))
  }

  test('are valid, and tell the same in three formats and to two readers', async () => {
    const feeds = await listFeeds()
    expect(feeds.length).toBeGreaterThan(5)
    for (const urls of feeds) {
      const [rss, atom, json] = await Promise.all(urls.map(fetchText))
      for (const text of [rss!, atom!, json!]) expect(checkFeed(text), urls[0]).toEqual([])
      const inJson = readWithFeedsmith(json!)
      const withoutUpdated = inJson.map(({ updated, ...entry }) => entry)
      expect(readWithFeedsmith(atom!), urls[1]).toEqual(inJson)
      expect(readWithFeedsmith(rss!), urls[0]).toEqual(withoutUpdated)
      const titles = inJson.map(({ title }) => title)
      expect((await readWithRssParser(rss!)).map(({ title }) => title)).toEqual(titles)
      expect((await readWithRssParser(atom!)).map(({ title }) => title)).toEqual(titles)
    }
  })

  test('lead to pages, and each page names them', async () => {
    for (const [rss, atom, json] of await listFeeds()) {
      const page = await fetchText(new URL('./', rss).href)
      const announced = [...page.matchAll(/<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)">/g)]
      const urls = announced.map(([, href]) => new URL(href!, home).href)
      expect(urls.slice(0, 3)).toEqual([rss, atom, json])
      for (const { url } of readWithFeedsmith(await fetchText(json!))) await fetchText(url!)
    }
  })

  test.skipIf(!hasChromium())('can be read by a person who opens one in a browser', async () => {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage({ javaScriptEnabled: false })
      for (const name of ['feed.xml', 'atom.xml']) {
        await page.goto(home + name)
        const [first] = readWithFeedsmith(await fetchText(`${home}feed.json`))
        const title = page.locator('item > title, entry > title').first()
        expect(await title.textContent()).toBe(first!.title)
        expect(await title.isVisible()).toBe(true)
        expect(await page.locator('item > guid, entry > id').first().isVisible()).toBe(false)
        const note: unknown = await page.evaluate("getComputedStyle(document.documentElement, '::before').content")
        expect(note).toContain('Ceci est un flux')
      }
    } finally {
      await browser.close()
    }
  })
})
