// Eleventy 3 looks for JavaScript only. Inside the function, so that watch mode neither parses nor keeps the TypeScript.
import { createJiti } from 'jiti'

export default async function (eleventyConfig) {
  const jiti = createJiti(import.meta.url, { moduleCache: false })
  const configure = await jiti.import('./eleventy.config.ts', { default: true })
  return configure(eleventyConfig)
}
