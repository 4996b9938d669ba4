import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import type { ArchivedArticle } from '../../../src/import/archived-article.ts'
import { readHtmlPage } from '../../../src/import/html-page/read-html-page.ts'
import { type LabelledPost, readLabelledPages } from './labelled-pages.ts'

const markdownIt = new MarkdownIt({ html: false })

describe('a saved page is read as a person would read it', () => {
  for (const { story, bytes, label } of readLabelledPages()) {
    it(story, () => {
      const { pages, furniture, problems } = readHtmlPage(bytes, { file: 'page.html' })
      const page = pages[0]!
      const { kind, name } = page.heading ?? {}
      expect(page.heading ? { kind, name } : null).toEqual(label.heading)
      if (label.page !== undefined) expect(page.number).toBe(label.page)
      expect(page.articles.map(({ title }) => title)).toEqual(label.articles.map(({ title }) => title))
      for (const [index, post] of label.articles.entries()) expectReadAs(page.articles[index]!, post, label.lang)
      expect(furniture.map(({ text }) => text)).toEqual(expect.arrayContaining([...(label.leftOut ?? [])]))
      const lost = problems.filter(({ code }) => code === 'TEXT_OUTSIDE_POSTS').map(({ message }) => message)
      expect(lost).toEqual((label.lost ?? []).map((words) => expect.stringContaining(words)))
    })
  }
})

function expectReadAs(article: ArchivedArticle, label: LabelledPost, lang: string): void {
  const html = markdownIt.render(article.body)
  const text = toText(html)
  expect(text).toMatch(new RegExp(`^${escapeRegExp(label.firstWords)}[^]*${escapeRegExp(label.lastWords)}$`))
  for (const words of label.without ?? []) expect(text).not.toContain(words)
  const seen = {
    paragraphs: html.match(/<p>/g)?.length ?? 0,
    listItems: html.match(/<li>/g)?.length ?? 0,
    date: article.stated?.day as string | undefined,
    instant: article.stated?.instant,
    isTruncated: article.isTruncated,
    lang: article.lang,
    url: article.sources[0].url,
    author: article.author,
    tags: article.tags.toSorted(),
    categories: article.categories?.toSorted(),
  }
  const expected: Partial<typeof seen> = {
    ...(label.paragraphs === undefined ? {} : { paragraphs: label.paragraphs, listItems: label.listItems ?? 0 }),
    date: label.date,
    ...(label.instant === undefined ? {} : { instant: label.instant }),
    isTruncated: label.isTruncated ?? false,
    lang,
    ...(label.url === undefined ? {} : { url: label.url }),
    ...(label.author === undefined ? {} : { author: label.author }),
    ...(label.tags === undefined ? {} : { tags: label.tags.toSorted() }),
    ...(label.categories === undefined ? {} : { categories: label.categories.toSorted() }),
  }
  expect({ title: article.title, ...seen }).toMatchObject({ title: article.title, ...expected })
}

/** Rendered text as a reader sees it; pictures are no words. */
const toText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,])/g, '')
    .trim()

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s')
