import path from 'node:path'
import { createJiti } from 'jiti'
import feeds from './_data/feeds.ts'
import site from './_data/site.ts'
import tagNames from './_data/tagNames.ts'
import { type EleventyConfig, tagArchive } from './src/index.ts'

export default function configure(eleventyConfig: EleventyConfig): void {
  eleventyConfig.addPlugin(tagArchive, { site, tagNames, feeds, search: true, shareImages: 'site' })

  // A line per written file says nothing in an archive of thousands.
  eleventyConfig.setQuietMode(true)

  // Pages of your own: any `*.11ty.js` in this folder. Not `md` or `html`, or README.md and test fixtures become pages too.
  eleventyConfig.setTemplateFormats(['11ty.js'])

  // Eleventy reads data files in JavaScript and JSON; those of `_data/` are TypeScript.
  eleventyConfig.addDataExtension('ts', { read: false, parser: importData })
  eleventyConfig.setDataFileSuffixes(['.11tydata'])
  for (const watched of ['./src/**/*.ts', './_data/**/*.ts', './eleventy.config.ts'])
    eleventyConfig.addWatchTarget(watched, { resetConfig: true })
}

async function importData(file: string): Promise<unknown> {
  const jiti = createJiti(import.meta.url, { moduleCache: false })
  const data: unknown = await jiti.import(path.resolve(file), { default: true })
  return typeof data === 'function' ? data() : data
}
