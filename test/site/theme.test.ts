import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildOnDisk, writeFolder } from '../eleventy/build.ts'
import { findAxeFaults } from './axe.ts'
import { hasChromium, launchChromium } from './chromium.ts'
import { serveFolder } from './serve-folder.ts'

const drawing = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`

const format = (title: string, date: string, fields: string) =>
  `---\ntitle: ${title}\ndate: ${date}\n${fields}\n---\n\nLe texte de ${title}.\n`

const files = {
  'posts/pont.md': format('Le pont', '2024-06-01', 'tags: [Port]'),
  'posts/quai.md': format('Le quai ouvre', '2024-06-08', 'followUpTo: pont\ntags: [Port]'),
  'posts/rade.md': format('La rade', '2024-06-15', 'followUpTo: quai'),
  'logo.svg': drawing(480, 144),
  'header.svg': drawing(1600, 400),
  'styles.css':
    ':root { --thread: rgb(0, 90, 90); --paper: rgb(255, 255, 255) } @media (prefers-color-scheme: dark) { :root { --thread: rgb(90, 220, 220) } }',
}

describe.skipIf(!hasChromium())('a site with a look of its own, in Chromium, under a path prefix', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  test('has its colours, its logo and a wide picture that moves nothing, and stays accessible', async () => {
    const folder = writeFolder(files)
    const server = await serveFolder(path.join(folder, '_site'), '/blog/')
    const at = (name: string) => path.join(folder, name)
    const home = `${server.origin}/blog/`
    const site = { url: home, logo: at('logo.svg'), headerImage: at('header.svg') }
    await buildOnDisk(folder, { options: { site, styles: [at('styles.css')] } })
    for (const width of [360, 1440]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      const failed: string[] = []
      page.on('response', (response) => response.status() >= 400 && failed.push(response.url()))
      await page.goto(home)
      const dot = await page.evaluate(
        "getComputedStyle(document.querySelector('.story-mark'), '::before').backgroundImage",
      )
      expect(dot).toContain('rgb(0, 90, 90)')
      const logo = page.getByRole('banner').getByRole('img', { name: 'Le Phare' })
      expect(await logo.boundingBox()).toMatchObject({ width: 240, height: 72 })
      const picture = page.locator('.header-image')
      expect((await picture.boundingBox())!.width).toBe(width)
      expect(await page.getByRole('img').count()).toBe(1)
      const shift = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true }))`
      expect(await Promise.race([page.evaluate(shift), page.waitForTimeout(300).then(() => [])])).toEqual([])
      expect(await findAxeFaults(page)).toEqual([])
      await page.emulateMedia({ media: 'print' })
      expect(await picture.isVisible()).toBe(false)
      expect(failed).toEqual([])
      await page.close()
    }
    await server.close()
  })
})
