/** Makes the README's pictures from the demo site: `npm run screenshots`. Needs Chromium. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildSite, root } from '../test/site/build-site.ts'
import { launchChromium } from '../test/site/chromium.ts'
import { serveFolder } from '../test/site/serve-folder.ts'

interface Picture {
  readonly name: string
  readonly page: string
  readonly colorScheme: 'light' | 'dark'
}

const pictures: readonly Picture[] = [
  { name: 'home', page: '', colorScheme: 'light' },
  { name: 'post', page: 'articles/adieu-ariane-5/', colorScheme: 'light' },
  { name: 'archives', page: 'archives/', colorScheme: 'dark' },
]

const output = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-screenshots-'))
const server = await serveFolder(output, '/')
await buildSite(output, { SITE_URL: `${server.origin}/` })
const browser = await launchChromium()
for (const { name, page: address, colorScheme } of pictures) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 760 }, colorScheme })
  await page.goto(`${server.origin}/${address}`)
  await page.screenshot({ path: path.join(root, `docs/images/${name}.png`) })
}
await browser.close()
await server.close()
fs.rmSync(output, { recursive: true, force: true })
