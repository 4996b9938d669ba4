import { describe, expect, test } from 'vitest'
import type { Post, PostId } from '../../src/posts/post.ts'
import { toSlug } from '../../src/posts/slug.ts'
import type { Relation, RelationGraph, VersionChange } from '../../src/relations/relation-graph.ts'
import { inferred, modelOf, stated } from '../pages/sample-site.ts'
import { post } from '../posts/build-post.ts'
import { feedsOf, findFeed } from './feeds-of.ts'
import { readWithFeedsmith } from './read-feed.ts'

const tags = ['Port']
const inPlace = post('Le quai ferme', { date: stated('2024-01-02'), tags, body: 'Le quai ferme lundi.' })
const renamed = post('Le pont ouvre', { date: stated('2024-01-03'), tags })
const original = post('La digue', { date: stated('2024-01-04'), tags, body: 'La digue tient.' })
const twice = post('Le phare', {
  date: inferred('2024-01-01', '2024-01-05', '2024-01-09', 'x'),
  tags,
  body: 'Le phare.',
})
const imported = post('Ancien', { date: stated('2010-07-08'), tags, guid: 'http://ancien.example/?p=12' })

const added = post('Le bac revient', { date: stated('2024-06-01'), tags })
const revised = post('La digue', { date: stated('2024-06-02'), tags, body: 'La digue a cédé.' })
const again = post('Le phare', {
  id: 'again' as PostId,
  slug: toSlug('le phare 2'),
  date: stated('2024-06-03'),
  tags,
  body: 'Le phare.',
})

const copyOf = (canonical: Post, copy: Post, change: VersionChange): Relation => ({
  kind: 'duplicate',
  canonical: canonical.id,
  copy: copy.id,
  change,
  similarity: 1,
  containment: 1,
})

const before = modelOf([inPlace, renamed, original, twice, imported])
const after = modelOf(
  [
    { ...inPlace, body: 'Le quai ferme mardi.', updated: '2024-06-04' },
    { ...renamed, slug: toSlug('le pont est ouvert'), title: 'Le pont est ouvert' },
    original,
    twice,
    imported,
    added,
    revised,
    again,
  ],
  {
    graph: {
      relations: [copyOf(revised, original, 'revised'), copyOf(again, twice, 'identical')],
      threads: [],
    } satisfies RelationGraph,
    address: { origin: 'https://ailleurs.example', pathPrefix: '/journal/' },
  },
)

describe.each([
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/tag/port/feed.xml',
  '/tag/port/atom.xml',
  '/tag/port/feed.json',
])('a subscriber of %s, after a year in which the site moved', (path) => {
  const known = new Map(readWithFeedsmith(findFeed(feedsOf(before), path)).map((entry) => [entry.id, entry]))
  const entries = readWithFeedsmith(findFeed(feedsOf(after), path))

  test('gets what is new, once: the new post and the revised one', () => {
    const unknown = entries.filter(({ id }) => !known.has(id))
    expect(unknown.map(({ title }) => title)).toEqual(['La digue', 'Le bac revient'])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  })

  test('sees one entry changed in place, where the format can tell', () => {
    const moved = entries.filter(({ id, updated }) => known.has(id) && known.get(id)?.updated !== updated)
    expect(moved.map(({ title }) => title)).toEqual(
      path.endsWith('.xml') && path.includes('feed') ? [] : ['Le quai ferme'],
    )
  })

  test('loses nothing, and no date moves', () => {
    const kept = [...known.values()].filter(({ title }) => title !== 'La digue')
    for (const { id, published } of kept) {
      expect(entries.find((entry) => entry.id === id)?.published).toBe(published)
    }
    expect(kept).toHaveLength(4)
  })

  test('is led to the new addresses', () => {
    for (const { url } of entries) expect(url).toMatch(/^https:\/\/ailleurs\.example\/journal\//)
  })
})
