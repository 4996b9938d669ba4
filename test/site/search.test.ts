import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasChromium } from './chromium.ts'
import { useDemoSite } from './demo-site.ts'

describe.skipIf(!hasChromium())('the search of the demo site, under a path prefix', () => {
  const site = useDemoSite('/blog/')

  /** The search page, with what it asks the server for. */
  const openSearch = async (query = '', options: Parameters<Browser['newPage']>[0] = {}) => {
    const page = await site.browser.newPage(options)
    const requests: string[] = []
    const faults: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('response', (response) => response.status() >= 400 && faults.push(response.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${site.home}recherche/${query}`)
    const titles = page.locator('.search-results h2')
    const told = async (text: RegExp) => await expect.poll(() => page.getByRole('status').textContent()).toMatch(text)
    return { page, requests, faults, titles, told }
  }

  test('finds by keys alone, tells how many, and leads to the article', async () => {
    const { page, titles, told, faults } = await openSearch()
    const field = page.getByRole('search').getByLabel('Mots')
    for (let steps = 0; steps < 20 && !(await isFocused()); steps++) await page.keyboard.press('Tab')
    expect(await isFocused()).toBe(true)
    await page.keyboard.type('ligne 14 orly')
    await page.keyboard.press('Enter')
    await told(/^\d+\sarticles? trouvés?\.$/)
    const first = titles.first()
    expect(await first.textContent()).toBe('La ligne 14 va jusqu’à Orly')
    const item = page.locator('.search-results li.item').first()
    expect(await item.locator('.when').textContent()).toMatch(/20\d\d/)
    expect(await item.locator('.tags li').count()).toBeGreaterThan(0)
    expect(await item.locator('mark').count()).toBeGreaterThan(0)
    for (let steps = 0; steps < 5 && !(await isLinkFocused()); steps++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site.home}articles/la-ligne-14-va-jusqu-a-orly/`)
    expect(faults).toEqual([])

    function isFocused(): Promise<boolean> {
      return field.evaluate('document.activeElement.id === "search-words"')
    }
    function isLinkFocused(): Promise<boolean> {
      return page.evaluate('document.activeElement.matches(".search-results a")')
    }
  })

  test('loads its engine only when a reader begins, and no other page has a script', async () => {
    const { page, requests } = await openSearch()
    await page.waitForLoadState('networkidle')
    expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([])
    await page.getByLabel('Mots').focus()
    await expect.poll(() => requests.some((url) => url.endsWith('/blog/pagefind/pagefind.js'))).toBe(true)
    expect(requests.filter((url) => !url.startsWith(site.home))).toEqual([])
    for (const name of fs.readdirSync(site.output, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.html') || name === path.join('recherche', 'index.html')) continue
      expect(fs.readFileSync(path.join(site.output, name), 'utf8'), name).not.toContain('<script type="module"')
    }
  })

  test('narrows results down by tag and by year, and lists all of a tag without a word', async () => {
    const { page, titles, told } = await openSearch()
    await page.getByLabel('Mots').fill('le')
    await page.getByLabel('Tag').selectOption('Ligne 14')
    await told(/trouvé/)
    const withTag = await page.locator('.search-results li.item').allTextContents()
    expect(withTag.length).toBeGreaterThan(1)
    expect(withTag.every((text) => text.includes('Ligne 14'))).toBe(true)

    await page.getByLabel('Mots').fill('')
    await page.getByLabel('Année').selectOption('2024')
    await expect.poll(() => page.url()).toContain('year=2024')
    await told(/trouvé/)
    await expect.poll(() => titles.count()).toBeLessThan(withTag.length)
    for (const date of await page.locator('.search-results .date').allTextContents()) expect(date).toContain('2024')
  })

  test.each([
    ["jusqu'à", 'jusqu’à Orly'],
    ['hydrogene', 'hydrogène'],
    ['l’incendie', 'l’incendie'],
    ['incendie', 'l’incendie'],
    ['ETOILES', 'toile'],
    ['anniversaires', 'vingt ans'],
  ])('finds %s as readers of the language would', async (words, found) => {
    const { titles, page } = await openSearch(`?q=${encodeURIComponent(words)}`)
    await expect.poll(() => titles.count()).toBeGreaterThan(0)
    expect((await page.locator('.search-results').textContent())!.toLowerCase()).toContain(found.toLowerCase())
  })

  test('says that nothing was found, and what failed', async () => {
    const { told } = await openSearch('?q=xyzzyq')
    await told(/^Aucun article trouvé\.$/)
    const page = await site.browser.newPage()
    await page.route('**/pagefind.js', (route) => route.abort())
    await page.goto(`${site.home}recherche/?q=orly`)
    await expect.poll(() => page.getByRole('status').textContent()).toBe('La recherche n’a pas pu être chargée.')
  })

  test('holds no copy: only the version that readers should get', async () => {
    const { page, titles } = await openSearch('?tag=Ligne+14')
    await expect.poll(() => titles.count()).toBeGreaterThan(0)
    const paths: string[] = await page.evaluate(
      'Array.from(document.querySelectorAll(".search-results h2 a"), ({ pathname }) => pathname)',
    )
    for (const found of paths) {
      const text = fs.readFileSync(
        path.join(site.output, found.slice(new URL(site.home).pathname.length), 'index.html'),
        'utf8',
      )
      expect(text, found).not.toContain('copy-note')
    }
  })

  test('without script leads to tags and archives, and shows no form that does nothing', async () => {
    const { page } = await openSearch('', { javaScriptEnabled: false })
    expect(await page.locator('.search-form').isVisible()).toBe(false)
    await page.locator('main').getByRole('link', { name: 'Archives' }).click()
    expect(page.url()).toBe(`${site.home}archives/`)
  })

  test('runs under a policy that allows nothing but the site’s own files', async () => {
    const { page, titles } = await openSearch()
    await page.route('**/recherche/*', async (route) => {
      const response = await route.fetch()
      const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:"
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
    })
    await page.goto(`${site.home}recherche/?q=orly`)
    await expect.poll(() => titles.count()).toBeGreaterThan(0)
  })

  test('moves nothing on the page when results come', async () => {
    const { page, titles } = await openSearch()
    const before = await page.locator('.site-footer').boundingBox()
    await page.getByLabel('Mots').fill('orly')
    await expect.poll(() => titles.count()).toBeGreaterThan(0)
    expect((await page.locator('.search-form').boundingBox())!.y).toBeGreaterThan(0)
    expect((await page.locator('.site-footer').boundingBox())!.y).toBeGreaterThanOrEqual(before!.y)
    const shift = await page.evaluate(`new Promise((resolve) => {
      let sum = 0
      new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => resolve(sum), 200)
    })`)
    expect(shift).toBeLessThan(0.02)
  })
})
