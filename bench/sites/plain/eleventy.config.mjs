// What an Eleventy user would write by hand: posts as Markdown templates, Nunjucks layouts, a page per tag and month.
const pageSize = 20

const chunk = (items) =>
  Array.from({ length: Math.ceil(items.length / pageSize) }, (_, i) => items.slice(i * pageSize, (i + 1) * pageSize))

const pagesOf = (groups) =>
  [...groups].flatMap(([name, posts]) =>
    chunk(posts).map((items, index, all) => ({ name, items, number: index + 1, count: all.length })),
  )

function groupByTag(api) {
  const groups = new Map()
  for (const post of api.getFilteredByTag('posts').reverse()) {
    for (const tag of post.data.tags.filter((name) => name !== 'posts')) {
      if (groups.has(tag)) groups.get(tag).push(post)
      else groups.set(tag, [post])
    }
  }
  return groups
}

export default function (eleventyConfig) {
  eleventyConfig.addCollection('newest', (api) => api.getFilteredByTag('posts').reverse())
  eleventyConfig.addCollection('tagPages', (api) => pagesOf(groupByTag(api)))
  eleventyConfig.addCollection('tagFeeds', (api) =>
    [...groupByTag(api)].map(([name, posts]) => ({ name, posts: posts.slice(0, pageSize) })),
  )
  eleventyConfig.addCollection('monthPages', (api) => {
    const groups = new Map()
    for (const post of api.getFilteredByTag('posts').reverse()) {
      const month = post.date.toISOString().slice(0, 7).replace('-', '/')
      groups.set(month, [...(groups.get(month) ?? []), post])
    }
    return pagesOf(groups)
  })
  eleventyConfig.addFilter('day', (date) => date.toISOString().slice(0, 10))
  return { dir: { output: '_site' }, markdownTemplateEngine: false }
}
