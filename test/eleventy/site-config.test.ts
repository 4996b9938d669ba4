import os from 'node:os'
import path from 'node:path'
import { Eleventy } from '@11ty/eleventy'
import { beforeAll, describe, expect, test } from 'vitest'
import site from '../../_data/site.ts'

/** Pages of the URL table; anything else would be a file of the repository that became a page by accident. */
const urlTable =
  /^\/(?:$|page\/|articles\/|tags?\/|archives\/|\d{4}\/|fils?\/|assets\/|feeds?\b|atom\b|suivre\/|follow\/|recherche\/|sitemap|robots\.txt$|404\.html$)/

describe('this repository’s own site, as `npx eleventy` builds it', () => {
  let pages: ReadonlyMap<string, string>

  beforeAll(async () => {
    const eleventy = new Eleventy('.', path.join(os.tmpdir(), 'tag-archive-never-written'), {
      quietMode: true,
      configPath: 'eleventy.config.mjs',
      config: (eleventyConfig) =>
        eleventyConfig.addTemplate('probe.11ty.js', {
          data: { permalink: '/probe.txt' },
          render: (data: { readonly site: { readonly title: string } }) => data.site.title,
        }),
    })
    pages = new Map((await eleventy.toJSON()).map(({ url, content }) => [url, content]))
  }, 60_000)

  // Eleventy ignores a config and data files that it does not find without a word, and builds another site.
  test('has the config’s pages', () => {
    expect(pages.get('/')).toContain(`<title>${site.title}</title>`)
    expect(pages.get('/tags/')).toContain(site.title)
  })

  test('has the TypeScript data of `_data/` for pages of its owner', () => {
    expect(pages.get('/probe.txt')).toBe(site.title)
  })

  test('has no page that is not in the table of URLs', () => {
    expect([...pages.keys()].filter((url) => !urlTable.test(url) && url !== '/probe.txt')).toEqual([])
  })
})
