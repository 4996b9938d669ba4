// The plugin as its users have it, over a generated corpus.
import { createJiti } from 'jiti'

const jiti = createJiti(import.meta.url)

export default async function (eleventyConfig) {
  const { tagArchive } = await jiti.import('../../../src/index.ts')
  const feeds = { all: true, newest: { history: 'none' }, none: false }[process.env.BENCH_FEEDS]
  await eleventyConfig.addPlugin(tagArchive, { posts: process.env.BENCH_POSTS, feeds })
}
