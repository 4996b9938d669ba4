// The plugin as its users have it, compiled, with all that it does by default.
import { tagArchive } from '../../../dist/index.js'

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(tagArchive, { site: { url: 'https://example.org/' } })
}
