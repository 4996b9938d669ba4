import { describe, expect, test } from 'vitest'
import { limitSize, mostBytes } from '../../src/feeds/limit-size.ts'
import { fr } from '../../src/i18n/fr.ts'
import { modelOf, stated } from '../pages/sample-site.ts'
import { post } from '../posts/build-post.ts'
import { feedsOf } from './feeds-of.ts'
import { readWithFeedsmith } from './read-feed.ts'

const paragraphs = (count: number, text: string): string => `${text}\n\n`.repeat(count)
const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')

const longPosts = [
  ['ordinary words', 'Le tram passera par le quai. '],
  ['quotes and line breaks, which JSON escapes', '"\n'],
  ['marks, which XML escapes', '& < > &amp; ]]> '],
  ['emoji', '🎉'],
] as const

describe('a feed of huge posts', () => {
  test.each(longPosts)('is no larger than readers take: %s', (_, text) => {
    const posts = Array.from({ length: 20 }, (_, index) =>
      post(`Long ${index} ${text.repeat(20)}`, {
        date: stated('2024-01-01'),
        body: paragraphs(60 * (index + 1), text.repeat(8)),
      }),
    )
    const feeds = [...feedsOf(modelOf(posts))].filter(([path]) => /(?:feed|atom)\.(?:xml|json)$/.test(path))
    expect(feeds).toHaveLength(3)
    for (const [path, document] of feeds) {
      expect(bytesOf(document), path).toBeLessThanOrEqual(mostBytes)
      const contents = readWithFeedsmith(document).map(({ content = '' }) => content)
      const brief = contents.filter((content) => content.includes(fr.feeds.tooLong))
      expect(brief.length, path).toBeGreaterThan(0)
      expect(brief.length, path).toBeLessThan(20)
      expect(
        brief.every((content) => content.includes('<a href="https://example.org/articles/long-')),
        path,
      ).toBe(true)
    }
  })

  test('gives the same posts as summaries in every format', () => {
    const posts = Array.from({ length: 12 }, (_, index) =>
      post(`Long ${index}`, {
        date: stated(`2024-01-0${(index % 9) + 1}`),
        body: paragraphs(900 + index, 'Un paragraphe "entre guillemets".'),
      }),
    )
    const feeds = feedsOf(modelOf(posts))
    const briefIn = (path: string) =>
      readWithFeedsmith(feeds.get(path)!)
        .filter(({ content = '' }) => content.includes(fr.feeds.tooLong))
        .map(({ title }) => title)
    expect(briefIn('/feed.xml')).toEqual(briefIn('/feed.json'))
    expect(briefIn('/atom.xml')).toEqual(briefIn('/feed.json'))
  })

  test('is whole where there is room', () => {
    expect(limitSize([], fr)).toEqual([])
    const [whole] = readWithFeedsmith(
      feedsOf(modelOf([post('Long', { body: paragraphs(2000, 'Un paragraphe.') })])).get('/feed.json')!,
    )
    expect(whole!.content).not.toContain(fr.feeds.tooLong)
  })
})
