import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { createMarkdownRenderer } from '../../src/markup/markdown.ts'
import { findAxeFaults } from './axe.ts'
import { hasChromium } from './chromium.ts'
import { useDemoSite } from './demo-site.ts'

describe.skipIf(!hasChromium())('the demo site in Chromium, under a path prefix', () => {
  const site = useDemoSite('/blog/')

  /** A page that notes everything a reader should never meet. */
  const openPage = async (options: Parameters<Browser['newPage']>[0] = {}) => {
    const page = await site.browser.newPage(options)
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(site.home)) faults.push(`asks for ${request.url()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`)
    })
    return { page, faults }
  }

  test('takes a reader without JavaScript from the home page through tags and archives and back', async () => {
    const { page, faults } = await openPage({ javaScriptEnabled: false })
    await page.goto(site.home)
    await page.locator('main h2 a').first().click()
    const title = (await page.locator('h1').textContent())!
    expect(await page.title()).toContain(title)

    await page.locator('.post-footer .tags a').first().click()
    expect(page.url()).toContain('/blog/tag/')
    await page.getByRole('link', { name: title, exact: true }).first().click()
    expect(await page.locator('h1').textContent()).toBe(title)

    await page.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: 'Archives' }).click()
    await page.locator('main a[href*="/20"]').first().click()
    expect(page.url()).toMatch(/\/blog\/\d{4}\//)

    await page.goto(site.home)
    await page.getByRole('link', { name: 'Suivante' }).click()
    expect(page.url()).toBe(`${site.home}page/2/`)
    expect(faults).toEqual([])
  })

  test('lets a keyboard reader skip to the content, with a visible focus', async () => {
    const { page } = await openPage()
    await page.goto(site.home)
    await page.keyboard.press('Tab')
    const skipLink = page.getByRole('link', { name: 'Aller au contenu' })
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu')
    expect((await skipLink.boundingBox())!.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
  })

  test('answers an unknown address with its own page', async () => {
    const { page } = await openPage()
    const response = await page.goto(`${site.home}rien-ici/`)
    expect(response?.status()).toBe(404)
    expect(await page.getByRole('navigation', { name: 'Principale' }).isVisible()).toBe(true)
  })

  test.each(
    (['light', 'dark'] as const).flatMap((colorScheme) => [360, 1440].map((width) => ({ colorScheme, width }))),
  )(
    'has no fault that axe finds, $colorScheme, at $width pixels',
    { timeout: 120_000 },
    async ({ colorScheme, width }) => {
      const { page } = await openPage({ colorScheme, viewport: { width, height: 900 } })
      for (const address of listPages(site.output)) {
        await page.goto(site.home + address)
        await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
        expect(await findAxeFaults(page), address).toEqual([])
      }
    },
  )

  test.each([
    { width: 360, place: 'above' },
    { width: 768, place: 'beside' },
    { width: 1440, place: 'beside' },
  ])('shows dates $place the titles at $width pixels', async ({ width, place }) => {
    const { page } = await openPage({ viewport: { width, height: 900 } })
    await page.goto(site.home)
    const item = page.locator('.item').first()
    const date = (await item.locator('.when').boundingBox())!
    const title = (await item.locator('h2').boundingBox())!
    expect(date.y + date.height <= title.y + 1 ? 'above' : date.x + date.width <= title.x ? 'beside' : 'over').toBe(
      place,
    )
  })

  test('an article in a story shows what happened before it and next, in order, itself among them', async () => {
    const { page } = await openPage()
    const middle = listPages(site.output).find((address) => {
      const file = path.join(site.output, address, 'index.html')
      return fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('class="story"')
    })!
    await page.goto(site.home + middle)
    const title = (await page.locator('h1').textContent())!
    const pieces = await page.locator('.story .piece-title').allTextContents()
    expect(pieces).toContain(title)
    expect(pieces.length).toBeGreaterThan(1)
    expect(await page.locator('.story .piece-title').getByRole('link', { name: title, exact: true }).count()).toBe(0)
  })

  test('loses nothing at twice the size, without colours of its own, or on paper', { timeout: 60_000 }, async () => {
    const { page } = await openPage({ viewport: { width: 640, height: 450 }, forcedColors: 'active' })
    for (const address of listPages(site.output)) {
      await page.goto(site.home + address)
      expect(await findOverflow(page), address).toBeLessThanOrEqual(0)
      expect(await page.locator('h1').isVisible(), address).toBe(true)
    }
    await page.emulateMedia({ media: 'print', forcedColors: 'none' })
    await page.goto(site.home)
    expect(await page.getByRole('navigation', { name: 'Principale' }).isVisible()).toBe(false)
  })

  test('a wide table in an article scrolls by itself, by keys too, and axe finds no fault', async () => {
    const row = (cell: string) => `| ${Array.from({ length: 12 }, () => cell).join(' | ')} |`
    const table = createMarkdownRenderer({ resolveUrl: (url) => url })(
      [row('arrondissement'), row('---'), row('vingtième')].join('\n'),
    )
    const { page } = await openPage({ viewport: { width: 360, height: 640 } })
    await page.goto(site.home + listPages(site.output).find((address) => address.startsWith('articles/'))!)
    await page.evaluate(`document.querySelector('.prose').innerHTML = ${JSON.stringify(table.text)}`)
    expect(await findOverflow(page)).toBeLessThanOrEqual(0)
    expect(await findAxeFaults(page)).toEqual([])
    await page.locator('.prose .table').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.evaluate("document.querySelector('.table').scrollLeft")).toBeGreaterThan(0)
  })

  test.each([360, 768, 1440])('never scrolls sideways at %i pixels', async (width) => {
    const { page, faults } = await openPage({ viewport: { width, height: 900 } })
    for (const address of listPages(site.output)) {
      await page.goto(site.home + address)
      expect(await findOverflow(page), address).toBeLessThanOrEqual(0)
    }
    expect(faults).toEqual([])
  })
})

/** One page of each kind, and an article of each kind of relation. */
function listPages(output: string): readonly string[] {
  const first = (folder: string) => {
    const name = fs.readdirSync(path.join(output, folder)).find((entry) => entry !== 'index.html' && entry !== 'page')
    return `${folder}/${name}/`
  }
  const read = (address: string) => fs.readFileSync(path.join(output, address, 'index.html'), 'utf8')
  const articles = fs.readdirSync(path.join(output, 'articles')).map((name) => `articles/${name}/`)
  const withPart = (part: string) => articles.find((address) => read(address).includes(part))!
  const year = fs.readdirSync(output).find((entry) => /^\d{4}$/.test(entry))!
  return [
    '',
    'page/2/',
    'tags/',
    first('tag'),
    'archives/',
    `${year}/`,
    first(year),
    'archives/sans-date/',
    'fils/',
    first('fil'),
    'suivre/',
    'recherche/',
    '404.html',
    ...['class="copy-note"', 'class="versions"', 'class="story"', 'class="similar"', 'estimate'].map(withPart),
  ]
}

/** Pixels by which the page is wider than the window. */
const findOverflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
