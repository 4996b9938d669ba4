import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine } from '../../src/feeds/clean-text.ts'
import type { Entry, Feed } from '../../src/feeds/feed.ts'
import { createAtomWriter } from '../../src/feeds/write-atom.ts'
import { createRssWriter } from '../../src/feeds/write-rss.ts'
import { joinParts } from '../../src/markup/text-parts.ts'
import { checkFeed } from './check-feed.ts'

const word = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.constantFrom('urn:content', 'urn:held:1', ']]>', 'a & <b>'),
)
const text = word.map((value) => cleanLine(value) || 'x')
/** Whole seconds, as entries have. */
const date = fc
  .integer({ min: Date.UTC(1990, 0, 2) / 1000, max: Date.UTC(9999, 0) / 1000 })
  .map((seconds) => new Date(seconds * 1000))

const entry: fc.Arbitrary<Entry> = fc.record({
  id: text,
  atomId: fc.constant('tag:example.org,2024:p1'),
  url: fc.webUrl(),
  title: text,
  summary: text,
  content: fc.option(
    text.map((html) => Buffer.from(html)),
    { nil: undefined },
  ),
  language: fc.constantFrom('fr', 'en', 'pt-BR'),
  author: fc.option(fc.constantFrom('Nora', 'Ana & Cie'), { nil: undefined }),
  categories: fc.array(text, { maxLength: 3 }),
  published: fc.option(date, { nil: undefined }),
  updated: date,
  dateEstimate: fc.constant(undefined),
})

const feed: fc.Arbitrary<Feed> = fc.record({
  id: fc.constant('tag:example.org,2024:feed'),
  title: text,
  description: text,
  language: fc.constantFrom('fr', 'en'),
  author: fc.constantFrom('Nora', undefined),
  siteTitle: fc.constant('Le Phare'),
  pageUrl: fc.webUrl(),
  hub: fc.option(fc.webUrl(), { nil: undefined }),
  stylesheetUrl: fc.constant('/assets/feed.css'),
  selfUrl: fc.webUrl(),
  olderUrl: fc.option(fc.webUrl(), { nil: undefined }),
  currentUrl: fc.option(fc.webUrl(), { nil: undefined }),
  updated: date,
  entries: fc.array(entry, { maxLength: 4 }),
})

describe.each([
  ['RSS', createRssWriter],
  ['Atom', createAtomWriter],
])('what is written in %s', (_, createWriter) => {
  test('does not depend on the shapes that were written before', () => {
    const writer = createWriter()
    // Entries of one writer are of one site: its language and author.
    const ofOneSite = fc
      .array(feed, { maxLength: 4 })
      .map((feeds) => feeds.map((one) => ({ ...one, language: 'fr', author: 'Nora' })))
    fc.assert(
      fc.property(ofOneSite, (feeds) => {
        for (const one of feeds) expect(joinParts(writer(one))).toBe(joinParts(createWriter()(one)))
      }),
    )
  })

  test('is valid, whatever the texts are', () => {
    fc.assert(
      fc.property(feed, (one) => {
        expect(checkFeed(joinParts(createWriter()(one)))).toEqual([])
      }),
    )
  })
})
