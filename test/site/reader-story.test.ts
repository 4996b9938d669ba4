import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { readWithFeedsmith } from '../feeds/read-feed.ts'
import { hasChromium } from './chromium.ts'
import { useDemoSite } from './demo-site.ts'

/** One visit, from the front page to the feed: a step that leads nowhere, or somewhere else, ends it. */
describe.skipIf(!hasChromium())('a reader of the demo site, under a path prefix', () => {
  const site = useDemoSite('/blog/')

  test.each([
    { script: 'without script', javaScriptEnabled: false },
    { script: 'with script', javaScriptEnabled: true },
  ])(
    'goes from a story to its versions, from a tag to a month, to the search and to a feed, $script',
    async ({ javaScriptEnabled }) => {
      const page = await site.browser.newPage({ javaScriptEnabled })
      const lost: string[] = []
      page.on('response', (response) => response.status() >= 400 && lost.push(response.url()))
      page.on('request', (request) => !request.url().startsWith(site.home) && lost.push(request.url()))
      const h1 = () => page.locator('h1').textContent()
      const follow = (name: string | RegExp, within = 'main') =>
        page.locator(within).getByRole('link', { name }).first().click()

      await page.goto(site.home)
      await follow('James-Webb', '.directory .story-mark')
      expect(page.url()).toBe(`${site.home}fil/james-webb-un-cadeau-de-noel/`)
      expect(await titlesOf(page, '.timeline h2')).toEqual([
        'Astronomie : James-Webb, les premières images',
        'James-Webb est arrivé à destination',
        'James-Webb : un cadeau de Noël',
      ])

      await follow('James-Webb est arrivé à destination')
      expect(await titlesOf(page, '.story .piece-title')).toEqual([
        'James-Webb : un cadeau de Noël',
        'James-Webb est arrivé à destination',
        'Astronomie : James-Webb, les premières images',
      ])
      await follow('James-Webb : un cadeau de Noël', '.story')
      expect(plain(await h1())).toBe('James-Webb : un cadeau de Noël')
      await follow('James-Webb est arrivé à destination', '.story')
      await follow(/premières images/, '.story')

      await follow('2 versions')
      expect(page.url()).toMatch(/#versions$/)
      await follow(/premières images/, '.versions')
      expect(plain(await h1())).toBe('James-Webb : les premières images')
      await page.locator('.differences summary').click()
      expect(await page.locator('.differences .diff ins').last().isVisible()).toBe(true)
      expect(await page.locator('.differences .diff del').last().isVisible()).toBe(true)
      await follow(/premières images/, '.copy-note')

      await follow('Espace', '.post-footer')
      expect(await h1()).toBe('Espace')
      expect(await page.getByRole('img', { name: /Articles par mois/ }).isVisible()).toBe(true)

      await follow('Accueil', 'header')
      await follow('Suivante')
      expect(page.url()).toBe(`${site.home}page/2/`)

      await follow('Archives', 'header')
      await follow(/^oct/, '.year-row:has-text("2018")')
      expect(await h1()).toBe('Octobre 2018')
      await follow('2018', '.page-heading')
      await follow(/ligne 14 a vingt ans/)

      await follow('Recherche', 'header')
      if (javaScriptEnabled) {
        await page.getByLabel('Mots').fill('Orly')
        await follow(/Orly/, '.search-results')
        expect(plain(await h1())).toBe('La ligne 14 va jusqu’à Orly')
      } else await follow('Tags', 'noscript')

      await follow('Suivre', 'header')
      const feed = await page.locator('main').getByRole('link', { name: 'JSON Feed' }).first().getAttribute('href')
      const entries = readWithFeedsmith(await (await fetch(new URL(feed!, site.home))).text())
      expect(entries.length).toBeGreaterThan(10)
      await page.goto(entries[0]!.url!)
      expect(plain(await h1())).toBe(plain(entries[0]!.title))
      expect(lost).toEqual([])
      await page.close()
    },
    60_000,
  )
})

/** With spaces of one kind, as one types them. */
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

const titlesOf = async (page: Page, selector: string): Promise<readonly string[]> =>
  (await page.locator(selector).allTextContents()).map(plain)
