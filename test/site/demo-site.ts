import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildSite } from './build-site.ts'
import { launchChromium } from './chromium.ts'
import { type FolderServer, serveFolder } from './serve-folder.ts'

export interface DemoSite {
  /** Address of its home page. */
  readonly home: string
  readonly server: FolderServer
  readonly browser: Browser
  /** Folder that it was built into. */
  readonly output: string
}

/** The demo site under a path prefix, built, served and with a browser, while the tests of a suite run. Nothing is there before. */
export function useDemoSite(pathPrefix: string): DemoSite {
  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'tag-archive-site-'))
  let server: FolderServer | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    server = await serveFolder(output, pathPrefix)
    await buildSite(output, { SITE_URL: server.origin + pathPrefix })
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    fs.rmSync(output, { recursive: true, force: true })
  })
  return {
    output,
    get home() {
      return server!.origin + pathPrefix
    },
    get server() {
      return server!
    },
    get browser() {
      return browser!
    },
  }
}
