import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Post } from '../../src/posts/post.ts'
import { analysePost, type PostAnalysis } from '../../src/relations/analyse-post.ts'
import { analysisKey } from '../../src/relations/analysis-cache.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import type { RelationGraph } from '../../src/relations/relation-graph.ts'
import { RelationStore } from '../../src/relations/relation-store.ts'
import { corpus, dated, owner } from './archive.ts'
import { bridge, library, observatory } from './articles.ts'

const archive = corpus(40, 11)

/** What is in the file after a run over these posts. */
function store(posts: readonly Post[], bytes?: Uint8Array): Uint8Array {
  const kept = new RelationStore(bytes)
  findRelations(posts, {}, kept)
  return kept.toBytes()
}

function listsOf(kept: RelationStore, post: Post): PostAnalysis {
  const { shingles, fingerprints, terms, counts, roles } = kept.recordOf(analysisKey(post)).analysis!
  return { shingles, fingerprints, terms, counts, roles }
}

/** Edits of an owner between two builds. */
const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat(),
    other: fc.nat(),
    what: fc.constantFrom(
      'body',
      'append',
      'cut',
      'title',
      'date',
      'undated',
      'tags',
      'language',
      'remove',
      'copy',
      'add',
      'duplicateOf',
      'followUpTo',
      'notRelatedTo',
    ),
    text: fc.constantFrom(bridge, library, observatory, 'Un mot de plus.', ''),
  }),
  { maxLength: 5 },
)

interface Edit {
  readonly at: number
  readonly other: number
  readonly what: string
  readonly text: string
}

function applyEdit(posts: readonly Post[], { at, other, what, text }: Edit): readonly Post[] {
  const post = posts[at % posts.length]!
  const { slug } = posts[other % posts.length]!
  const change = (changed: Partial<Post>) => posts.map((each) => (each === post ? { ...post, ...changed } : each))
  switch (what) {
    case 'body':
      return change({ body: text })
    case 'append':
      return change({ body: `${post.body}\n\n${text}` })
    case 'cut':
      return change({ body: post.body.slice(0, post.body.length / 2) })
    case 'title':
      return change({ title: text.slice(0, 40) })
    case 'date':
      return change({ date: dated(`2004-01-${10 + (other % 20)}`, '', '').date })
    case 'undated':
      return change({ date: undefined })
    case 'tags':
      return change({ tags: [text.slice(0, 8)] })
    case 'language':
      return change({ lang: other % 2 === 0 ? 'en' : 'fr-CA' })
    case 'remove':
      return posts.length > 1 ? posts.filter((each) => each !== post) : posts
    case 'copy':
      return [...posts, dated('2004-02-05', `Copie ${posts.length}`, post.body)]
    case 'add':
      return [...posts, dated('2004-01-20', `Ajout ${posts.length}`, `${text}\n\n${post.body.slice(0, 300)}`)]
    default:
      return change({ relations: owner(what === 'notRelatedTo' ? { notRelatedTo: [slug] } : { [what]: slug }) })
  }
}

/** What the owner says may be impossible; then that comes out the same way. */
function relate(posts: readonly Post[], kept?: RelationStore): RelationGraph | string {
  try {
    return findRelations(posts, {}, kept)
  } catch (error) {
    return String(error)
  }
}

describe('what earlier runs found out', () => {
  test('gives the same graph as a fresh run, whatever was edited since, from one file to the next', () => {
    const bytes = store(archive)
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const once = first.reduce(applyEdit, archive)
        const kept = new RelationStore(bytes)
        expect(relate(once, kept)).toEqual(relate(once))
        const twice = second.reduce(applyEdit, once)
        const next = new RelationStore(kept.toBytes())
        expect(relate(twice, next)).toEqual(relate(twice))
        expect(relate(once, next)).toEqual(relate(once))
      }),
      { numRuns: 25 },
    )
  })

  test('gives the same graph as a fresh run where other options are set', () => {
    const bytes = store(archive)
    for (const options of [{ versionCoverage: 0.9 }, { followUpScore: 0.2 }, { similarPosts: 2 }])
      expect(findRelations(archive, options, new RelationStore(bytes))).toEqual(findRelations(archive, options))
  })

  test('is used: a word more in one post makes few results anew', () => {
    const posts = corpus(400, 5)
    const bytes = store(posts)
    const changed = posts.map((post, at) => (at === 200 ? { ...post, body: `${post.body} Encore.` } : post))
    const kept = new RelationStore(bytes)
    findRelations(changed, {}, kept)
    const counts = changed.map((post) => kept.recordOf(analysisKey(post)).newCount)
    expect(counts[200]).toBeGreaterThan(0)
    expect(counts.filter((count) => count > 0).length).toBeLessThan(40)
  })

  test('comes out as it went in', () =>
    expect(listsOf(new RelationStore(store(archive)), archive[0]!)).toEqual(analysePost(archive[0]!)))

  test('is the same bytes for the same posts in any order', () =>
    expect(store(archive.toReversed())).toEqual(store(archive)))

  test('is kept only as far as the last run asked for it', () =>
    expect(store(archive.slice(0, 10), store(archive))).toEqual(store(archive.slice(0, 10))))

  test('is worth writing where more than a hundredth of it is new, or a tenth of the posts gone', () => {
    const isChangedBy = (posts: readonly Post[]) => {
      const kept = new RelationStore(store(archive))
      findRelations(posts, {}, kept)
      return kept.isChanged
    }
    const added = Array.from({ length: 5 }, (_, at) => dated('2023-01-01', `Nouveau ${at}`, `${bridge} ${at}`))
    expect(isChangedBy(archive)).toBe(false)
    expect(isChangedBy(archive.map((post) => ({ ...post, tags: ['Ailleurs'] })))).toBe(false)
    expect(isChangedBy(archive.map((post, at) => (at === 3 ? { ...post, body: bridge } : post)))).toBe(true)
    expect(isChangedBy(archive.slice(5))).toBe(true)
    expect(isChangedBy([...archive, ...added])).toBe(true)
    expect(new RelationStore().isChanged).toBe(false)
  })

  test('counts as written once it was', () => {
    const kept = new RelationStore()
    findRelations(archive, {}, kept)
    expect(kept.isChanged).toBe(true)
    const bytes = kept.toBytes()
    expect(kept.isChanged).toBe(false)
    expect(findRelations(archive.slice(1), {}, kept)).toEqual(findRelations(archive.slice(1)))
    findRelations(archive, {}, kept)
    expect(kept.toBytes()).toEqual(bytes)
  })

  test('holds a text of which what is known is larger than a piece of the file', () => {
    const words = Array.from({ length: 300_000 }, (_, at) => `mot${at}`).join(' ')
    const posts = [...archive.slice(0, 3), dated('2023-05-01', 'Long', words)]
    const bytes = store(posts)
    expect(bytes.length).toBeGreaterThan(3 << 20)
    const kept = new RelationStore(bytes)
    expect(findRelations(posts, {}, kept)).toEqual(findRelations(posts))
    expect(kept.isChanged).toBe(false)
    expect(Buffer.compare(store(posts, bytes), bytes)).toBe(0)
  })

  test('counts for nothing where the bytes are damaged', () => {
    const bytes = store(archive.slice(0, 3))
    const key = analysisKey(archive[0]!)
    const isKnown = (given: Uint8Array) => new RelationStore(given).recordOf(key).analysis !== undefined
    expect(isKnown(bytes)).toBe(true)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice()
        damaged[at]! ^= change
        expect(isKnown(damaged)).toBe(false)
        expect(isKnown(bytes.slice(0, at))).toBe(false)
      }),
    )
    expect(isKnown(Buffer.from('{"another": "program"}'))).toBe(false)
  })

  test.each([1, 4, 7])('is read from a part of a larger buffer, %i bytes from its start', (start) => {
    const bytes = store(archive)
    const larger = Buffer.concat([Buffer.alloc(start, 255), bytes, Buffer.alloc(9, 255)])
    const part = larger.subarray(start, start + bytes.length)
    expect(listsOf(new RelationStore(part), archive[3]!)).toEqual(analysePost(archive[3]!))
  })
})

/** Both fail when what is stored would come out different: then raise `version` in `relation-file.ts`, and put the new digest here. */
describe('the version of the store', () => {
  test('is raised when analyses change', () => {
    const { shingles, fingerprints, terms, counts, roles } = analysePost({ title: 'Le pont de Kervalen', body: bridge })
    const digest = createHash('sha256')
    for (const list of [shingles, fingerprints, terms, counts, roles]) digest.update(list)
    expect(digest.digest('hex').slice(0, 16)).toBe('03ad1cdb081b32be')
  })

  test('is raised when relations change', () => {
    const graph = JSON.stringify(findRelations(corpus(120, 7)))
    expect(createHash('sha256').update(graph).digest('hex').slice(0, 16)).toBe('d8caf01f07067c5b')
  })
})
