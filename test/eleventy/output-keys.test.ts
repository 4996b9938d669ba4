import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { AnalysisFile } from '../../src/eleventy/analysis-file.ts'
import { listPublished } from '../../src/eleventy/published-posts.ts'
import { createSiteInSteps, type Site } from '../../src/eleventy/site.ts'
import { Stages } from '../../src/eleventy/stages.ts'
import { joinParts } from '../../src/markup/text-parts.ts'
import { toShownGraph } from '../../src/pages/shown-graph.ts'
import type { PostComment } from '../../src/posts/comment-file.ts'
import type { Post } from '../../src/posts/post.ts'
import { parseSlug } from '../../src/posts/slug.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import { runSteps } from '../../src/steps.ts'
import { inferred, optionsOf, stated, tramPosts } from '../pages/sample-site.ts'
import { post } from '../posts/build-post.ts'

// It reads the plugin's whole code, which stays the same here.
vi.mock(import('../../src/eleventy/code-version.ts'), () => ({ readCodeVersion: () => 'code' }))

/** In memory. */
const cache = vi.hoisted(() => ({ texts: new Map<string, string>(), isRead: false }))
vi.mock(import('../../src/eleventy/build-cache.ts'), async (original) => ({
  ...(await original()),
  keepText: (name, version, text) => {
    cache.texts.set(`${name} ${version}`, text)
  },
  recallText: (name, version) => (cache.isRead ? cache.texts.get(`${name} ${version}`) : undefined),
}))

const watch = vi.hoisted(() => ({ count: 0 }))
vi.mock(import('../../src/pages/memoize-by-post.ts'), async (original) => {
  const { watchTexts, ...others } = await original()
  return {
    ...others,
    watchTexts: (work) => {
      watch.count++
      return watchTexts(work)
    },
  }
})

/** What a build starts from. */
interface Archive {
  readonly posts: readonly Post[]
  readonly comments: ReadonlyMap<Post['id'], readonly PostComment[]>
}

const options = optionsOf({ comments: 'shown', pageSize: 2, feeds: { entries: 2, history: 'archived' } })
const stages = new Stages({ isWatched: false, isLogged: false, write: () => undefined })

function createSite({ posts, comments }: Archive): Site {
  const published = listPublished(posts, options)
  return runSteps(
    createSiteInSteps(
      {
        posts: published,
        graph: toShownGraph(findRelations(published)),
        commentsOf: ({ id }) => comments.get(id) ?? [],
      },
      {
        pagesBy: 'plugin',
        options,
        address: { origin: 'https://example.org', pathPrefix: '/' },
        analyses: new AnalysisFile(),
        stages,
      },
    ),
  )
}

/** What stands at each path, and the key by which a later build knows whether it changes. */
function buildOutputs(archive: Archive): ReadonlyMap<string, { readonly key: string; readonly text: string }> {
  return new Map(
    createSite(archive).beside.flatMap(({ path, key, text }) => {
      const made = text()
      return key === undefined
        ? []
        : [[path, { key: key(), text: typeof made === 'string' ? made : joinParts(made) }] as const]
    }),
  )
}

const archive: Archive = {
  posts: [
    ...tramPosts.map((one) => ({ ...one, slug: one.slug })),
    post('Le pont de Kermadec ferme', {
      date: stated('2024-01-10'),
      tags: ['Pont'],
      body: 'Voyez [le tram](https://ancien.example/?p=3) et [le pont](/tag/pont/). Le pont de Kermadec ferme lundi à 8 heures.',
      source: { url: 'https://ancien.example/2024/01/pont/' },
    }),
    post('Le pont de Kermadec rouvre', {
      date: stated('2024-02-10'),
      tags: ['pont', 'Port'],
      body: 'Le pont de Kermadec rouvre : Aïcha Lemoine le dit.\n\n## Suite\n\n![Le pont](/media/pont.png)',
    }),
  ],
  comments: new Map(),
}

type Edit = (archive: Archive, at: number) => Archive

const change =
  (fields: (post: Post, archive: Archive, at: number) => Partial<Post>): Edit =>
  (before, at) => ({
    ...before,
    posts: before.posts.map((one, place) => (place === at ? { ...one, ...fields(one, before, at) } : one)),
  })
const other = ({ posts }: Archive, at: number): Post => posts[(at + 1) % posts.length]!

const edits: Readonly<Record<string, Edit>> = {
  addText: change(({ body }) => ({ body: `${body}\n\nEncore un mot d’Aïcha Lemoine sur le pont de Kermadec.` })),
  mark: change(({ body }) => ({ body: body.replace(/\S+$/, '**$&**') })),
  repeat: change((_, before, at) => {
    const { title, body } = other(before, at)
    return { title, body: `*${body}*`, date: stated('2019-01-02') }
  }),
  beginAnew: change(({ body }) => ({ body: `Corrigé. ${body}` })),
  copyText: change((_, before, at) => ({ body: other(before, at).body })),
  addToCopy: change((_, before, at) => ({ body: `${other(before, at).body}\n\nEt plus encore.`.repeat(2) })),
  retitle: change(({ title }) => ({ title: `${title} !` })),
  redate: change(() => ({ date: stated('2024-01-11') })),
  guess: change(() => ({ date: inferred('2024-01-01', '2024-01-12', '2024-01-20', 'le 12') })),
  undate: change(() => ({ date: undefined })),
  retag: change(({ tags }) => ({ tags: tags.length > 2 ? [] : [...tags, 'TRAM', 'Bac'] })),
  describe: change(({ description }) => ({ description: `${description ?? ''}Un résumé.` })),
  sign: change(({ author }) => ({ author: `${author ?? 'Ana'} B.` })),
  update: change(() => ({ updated: '2024-07-01' })),
  cut: change(({ isTruncated }) => ({ isTruncated: !isTruncated })),
  translate: change(({ lang }) => ({ lang: lang === 'fr' ? 'en' : 'fr' })),
  move: change(({ slug }) => ({ permalink: `/ailleurs/${slug}/` })),
  rename: change(({ slug }) => ({ slug: parseSlug(`${slug}-2`, 'x') })),
  leave: change((_, __, at) => ({ source: { url: `https://vieux.example/articles/${at}/` } })),
  stand: change(({ slug }) => ({ source: { url: `https://vieux.example/articles/${slug}/` } })),
  identify: change(({ id }) => ({ guid: `urn:x:${id}` })),
  hide: change(({ isDraft }) => ({ isDraft: !isDraft })),
  follow: change(({ relations }, before, at) => ({ relations: { ...relations, followUpTo: other(before, at).slug } })),
  part: change(({ relations }, before, at) => ({
    relations: { ...relations, notRelatedTo: [other(before, at).slug] },
  })),
  comment: (before, at) => {
    const { id } = before.posts[at]!
    const known = before.comments.get(id) ?? []
    const comment: PostComment = { id: `c${known.length}`, author: 'Léa', body: 'Voyez [là](/?p=3).' }
    return { ...before, comments: new Map([...before.comments, [id, [...known, comment]]]) }
  },
  add: (before, at) => ({
    ...before,
    posts: [
      ...before.posts,
      post(`Le bac ${before.posts.length}`, {
        date: stated('2024-01-10'),
        tags: ['Bac'],
        body: before.posts[at]!.body,
      }),
    ],
  }),
  remove: (before, at) => ({ ...before, posts: before.posts.filter((_, place) => place !== at) }),
}

const manyEdits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat()), { minLength: 1, maxLength: 10 })

test('an output whose key stays the same stays the same', () => {
  let kept = 0
  fc.assert(
    fc.property(manyEdits, (steps) => {
      let now = archive
      let earlier = buildOutputs(now)
      for (const [name, at] of steps) {
        if (now.posts.length < 3) return
        now = edits[name]!(now, at % now.posts.length)
        const outputs = tryTo(() => buildOutputs(now))
        // What the owner says of relations can't hold: such a build leaves no outputs.
        if (outputs === undefined) return
        for (const [path, { key, text }] of outputs) {
          const before = earlier.get(path)
          if (before?.key !== key) continue
          expect(text, `${path} after ${name} of ${at % now.posts.length}`).toBe(before.text)
          kept++
        }
        earlier = outputs
      }
    }),
    { numRuns: 40 },
  )
  expect(kept).toBeGreaterThan(1_000)
}, 120_000)

function tryTo<Result>(build: () => Result): Result | undefined {
  try {
    return build()
  } catch {
    return undefined
  }
}

const textEdits = ['addText', 'mark', 'beginAnew', 'copyText', 'addToCopy']
const mostlyOfTexts = fc.array(
  fc.tuple(fc.constantFrom(...textEdits, ...textEdits, ...textEdits, ...textEdits, ...Object.keys(edits)), fc.nat()),
  { minLength: 1, maxLength: 10 },
)

const listKeys = ({ beside }: Site) => new Map(beside.map(({ path, key }) => [path, key?.()]))

test('keys that an earlier build has kept are those that would be made anew', () => {
  onTestFinished(() => {
    cache.isRead = false
  })
  let [recalled, asked] = [0, 0]
  fc.assert(
    fc.property(mostlyOfTexts, (steps) => {
      cache.isRead = false
      let now = archive
      const first = createSite(now)
      listKeys(first)
      first.keep()
      for (const [name, at] of steps) {
        if (now.posts.length < 3) return
        now = edits[name]!(now, at % now.posts.length)
        cache.isRead = true
        watch.count = 0
        const site = tryTo(() => createSite(now))
        if (site === undefined) return
        const keys = listKeys(site)
        asked += keys.size
        recalled += keys.size - watch.count
        cache.isRead = false
        expect(keys, `after ${name} of ${at % now.posts.length}`).toEqual(listKeys(createSite(now)))
        if (at % 3 === 0) site.keep()
      }
    }),
    { numRuns: 60 },
  )
  expect(recalled / asked).toBeGreaterThan(0.1)
}, 120_000)

test('a mark in the first of two equal versions changes what is known of the second', () => {
  onTestFinished(() => {
    cache.isRead = false
  })
  const versions = (body: string): Archive => ({
    posts: ['2024-01-02', '2019-01-02'].map((date, at) =>
      post('Le bac', {
        id: `bac-${at}` as Post['id'],
        slug: parseSlug(`bac-${at}`, 'x'),
        date: stated(date),
        body: at === 0 ? 'Le bac de Kermadec passe à 8 heures, et à midi quand la marée le permet.' : body,
      }),
    ),
    comments: new Map(),
  })
  const text = versions('').posts[0]!.body
  const first = createSite(versions(text))
  listKeys(first)
  first.keep()
  const now = versions(`*${text}*`)
  const anew = listKeys(createSite(now))
  cache.isRead = true
  expect(listKeys(createSite(now))).toEqual(anew)
})

test('an edit of a text changes the keys of what shows it, and no others', () => {
  // Longer than what lists show of it.
  const long = change(({ body }) => ({ body: `${body}\n\n${'Rien de neuf. '.repeat(100)}` }))(archive, 0)
  const before = buildOutputs(long)
  const after = buildOutputs(change(({ body }) => ({ body: `${body}\n\nRien de plus.` }))(long, 0))
  const changed = [...after].flatMap(([path, { key }]) => (before.get(path)?.key === key ? [] : [path]))
  expect(changed).toContain('/articles/le-tram-est-ouvert/')
  expect(changed).toContain('/feed.xml')
  expect(changed.filter((path) => !/^\/articles\/le-tram|feed|atom/.test(path))).toEqual([])
})

/** Pieces of a story, each in a tag of its own, so that no list changes but by what it says of a piece. */
const pieces = (count: number): Archive => ({
  posts: Array.from({ length: count }, (_, at) =>
    post(`Pièce ${at}`, {
      date: stated(`2024-03-${10 + at}`),
      tags: [`Lieu ${at}`],
      relations: { notRelatedTo: [], ...(at === 0 ? {} : { followUpTo: parseSlug(`piece-${at - 1}`, 'x') }) },
    }),
  ),
  comments: new Map(),
})

test('a list says how long the story of its posts is by now', () => {
  const [before, after] = [pieces(3), pieces(4)].map((one) => buildOutputs(one).get('/tag/lieu-0/')!)
  expect(before!.text).toContain('1 sur 3')
  expect(after!.text).toContain('1 sur 4')
  expect(after!.key).not.toBe(before!.key)
})

test('a list says how many versions of its posts there are', () => {
  const original = post('Un', { date: stated('2024-01-02'), tags: ['Un'] })
  const copy = post('Deux', {
    date: stated('2024-01-01'),
    relations: { notRelatedTo: [], duplicateOf: original.slug },
  })
  const [before, after] = [[original], [original, copy]].map(
    (posts) => buildOutputs({ posts, comments: new Map() }).get('/tag/un/')!,
  )
  expect(after!.text).toContain('2 versions')
  expect(after!.key).not.toBe(before!.key)
})

test('links that lead elsewhere change what holds them', () => {
  const linking: Archive = {
    posts: [
      post('Un', { body: 'Voyez [deux](https://a.example/articles/deux/).', date: stated('2024-01-01') }),
      post('Deux', { source: { url: 'https://a.example/articles/deux/' }, date: stated('2024-01-02') }),
    ],
    comments: new Map(),
  }
  const moved = change(() => ({ source: { url: 'https://b.example/articles/deux/' } }))(linking, 1)
  const [before, after] = [linking, moved].map((one) => buildOutputs(one).get('/articles/un/')!)
  expect(after!.text).not.toBe(before!.text)
  expect(after!.key).not.toBe(before!.key)
})
