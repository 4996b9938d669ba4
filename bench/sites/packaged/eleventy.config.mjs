// The plugin as its users have it, compiled and by its name, with all that it does by default. Eleventy reads all files that a configuration imports by path.
import { tagArchive } from 'eleventy-plugin-tag-archive'

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(tagArchive, { site: { url: 'https://example.org/' } })
}
