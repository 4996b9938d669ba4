import fs from 'node:fs'
import path from 'node:path'
import type { CorpusPost } from './corpus.ts'

/** Writes posts as this project reads them: `posts/<slug>.md` with the front matter of an import. */
export function writeArchivePosts(posts: readonly CorpusPost[], directory: string): void {
  fs.mkdirSync(directory, { recursive: true })
  for (const [index, post] of posts.entries()) {
    const frontMatter = { id: `p${index}`, title: post.title, date: post.date, tags: post.tags, lang: 'fr' }
    fs.writeFileSync(path.join(directory, `${post.slug}.md`), formatMarkdownFile(frontMatter, post))
  }
}

/** Writes the same posts as an ordinary Eleventy site has them: templates with a layout and tags. */
export function writeTemplatePosts(posts: readonly CorpusPost[], directory: string): void {
  fs.mkdirSync(directory, { recursive: true })
  for (const post of posts) {
    const frontMatter = { title: post.title, date: post.date, tags: post.tags, permalink: `/articles/${post.slug}/` }
    fs.writeFileSync(path.join(directory, `${post.slug}.md`), formatMarkdownFile(frontMatter, post))
  }
}

/** Writes the same posts as a Hugo site has them: months are a taxonomy, too. */
export function writeHugoPosts(posts: readonly CorpusPost[], directory: string): void {
  fs.mkdirSync(directory, { recursive: true })
  for (const { slug, ...post } of posts) {
    const frontMatter = { title: post.title, date: post.date, tags: post.tags, months: [post.date.slice(0, 7)], slug }
    fs.writeFileSync(path.join(directory, `${slug}.md`), formatMarkdownFile(frontMatter, { slug, ...post }))
  }
}

/** JSON is YAML: what `JSON.stringify` quotes, any front matter parser reads. */
function formatMarkdownFile(frontMatter: object, post: CorpusPost): string {
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${post.paragraphs.join('\n\n')}\n`
}
