import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import type { ArchivedArticle } from '../../src/import/archived-article.ts'
import { importArchives } from '../../src/import/import-archives.ts'
import { type LabelledArticle, readLabelledArchives } from './labelled-archives.ts'

const markdownIt = new MarkdownIt({ html: false })

describe('an archive page is cut as a person would cut it', () => {
  for (const archive of readLabelledArchives()) {
    test(archive.story, () => expectReadAsLabelled(archive))
  }
})

function expectReadAsLabelled({ bytes, label }: ReturnType<typeof readLabelledArchives>[number]): void {
  const { archives, articles, furniture } = importArchives([{ path: 'archive.txt', bytes }], {})
  expect(archives[0]?.heading ?? null).toEqual(label.heading)
  expect(articles.map(({ title }) => title)).toEqual(label.articles.map(({ title }) => title))
  expect(articles.map(toSeen)).toEqual(label.articles.map(toExpected))
  expect(articles.map(({ lang }) => lang)).toEqual(label.articles.map(({ lang }) => lang ?? label.lang))
  for (const [index, { tags = [] }] of label.articles.entries()) {
    expect(articles[index]!.tags).toEqual(expect.arrayContaining([...tags]))
  }
  const left = furniture.map(({ text }) => text.trim())
  expect(left).toEqual(expect.arrayContaining([...(label.furniture ?? [])]))
}

/** An article as a reader sees it: rendered, and without the words that no label gives. */
function toSeen({ body, stated, isTruncated }: ArchivedArticle) {
  const html = markdownIt.render(body)
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
  return {
    text,
    paragraphs: html.match(/<p>/g)?.length ?? 0,
    listItems: html.match(/<li>/g)?.length ?? 0,
    date: stated?.day,
    isTruncated,
  }
}

const toExpected = (label: LabelledArticle) => ({
  text: expect.stringMatching(new RegExp(`^${escapeRegExp(label.firstWords)}[^]*${escapeRegExp(label.lastWords)}$`)),
  paragraphs: label.paragraphs,
  listItems: label.listItems ?? 0,
  date: label.date,
  isTruncated: label.isTruncated ?? false,
})

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
