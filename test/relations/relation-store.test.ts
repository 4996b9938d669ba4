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

/** What is in the files after a run. */
interface Stored {
  readonly texts: Uint8Array
  readonly added: Uint8Array
}

function toBytes(write: (put: (piece: Uint8Array) => void) => void): Uint8Array {
  const pieces: Uint8Array[] = []
  write((piece) => pieces.push(piece.slice()))
  return new Uint8Array(Buffer.concat(pieces))
}

const storeAll = (kept: RelationStore): Stored => ({
  texts: toBytes((put) => kept.writeTexts(put)),
  added: toBytes((put) => kept.writeAdded(put)),
})
const storeFew = (kept: RelationStore, { texts }: Stored): Stored => ({
  texts,
  added: toBytes((put) => kept.writeAdded(put)),
})
const open = (stored?: Stored): RelationStore => new RelationStore(stored?.texts, stored?.added)

function store(posts: readonly Post[], earlier?: Stored): Stored {
  const kept = open(earlier)
  findRelations(posts, {}, kept)
  return storeAll(kept)
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
    const stored = store(archive)
    fc.assert(
      fc.property(edits, edits, fc.boolean(), (first, second, isAll) => {
        const once = first.reduce(applyEdit, archive)
        const kept = open(stored)
        expect(relate(once, kept)).toEqual(relate(once))
        const twice = second.reduce(applyEdit, once)
        const next = open(isAll ? storeAll(kept) : storeFew(kept, stored))
        expect(relate(twice, next)).toEqual(relate(twice))
        expect(relate(once, next)).toEqual(relate(once))
      }),
      { numRuns: 25 },
    )
  })

  test('gives the same graph as a fresh run where other options are set', () => {
    const stored = store(archive)
    for (const options of [{ versionCoverage: 0.9 }, { followUpScore: 0.2 }, { similarPosts: 2 }])
      expect(findRelations(archive, options, open(stored))).toEqual(findRelations(archive, options))
  })

  test('is used: a word more in one post makes few results anew', () => {
    const posts = corpus(400, 5)
    const changed = posts.map((post, at) => (at === 200 ? { ...post, body: `${post.body} Encore.` } : post))
    const countNew = (kept: RelationStore) => {
      findRelations(changed, {}, kept)
      return changed.map((post) => kept.recordOf(analysisKey(post)).newCount)
    }
    const stored = store(posts)
    const kept = open(stored)
    const counts = countNew(kept)
    expect(counts[200]).toBeGreaterThan(0)
    expect(counts.filter((count) => count > 0).length).toBeLessThan(40)
    const few = storeFew(kept, stored)
    expect(few.added.length).toBeLessThan(few.texts.length / 5)
    expect(countNew(open(few))).toEqual(changed.map(() => 0))
  })

  test('comes out as it went in', () =>
    expect(listsOf(open(store(archive)), archive[0]!)).toEqual(analysePost(archive[0]!)))

  test('is the same bytes for the same posts in any order', () =>
    expect(store(archive.toReversed())).toEqual(store(archive)))

  test('is kept only as far as the last run asked for it', () =>
    expect(store(archive.slice(0, 10), store(archive))).toEqual(store(archive.slice(0, 10))))

  test('is worth more or less of a file, by how much of it is new, or gone', () => {
    const posts = corpus(800, 5)
    const stored = store(posts)
    const changesBy = (others: readonly Post[]) => {
      const kept = open(stored)
      findRelations(others, {}, kept)
      return kept.changes
    }
    const changeSome = (count: number, fields: (post: Post) => Partial<Post>) =>
      posts.map((post, at) => (at < count ? { ...post, ...fields(post) } : post))
    expect(changesBy(posts)).toBe('none')
    expect(changesBy(changeSome(400, () => ({ tags: ['Ailleurs'] })))).toBe('none')
    expect(changesBy(changeSome(1, ({ body }) => ({ body: `${body} Encore.` })))).toBe('few')
    expect(changesBy(changeSome(20, ({ body }) => ({ body: `${body} Encore.` })))).toBe('many')
    expect(changesBy(posts.slice(50))).toBe('many')
    expect(new RelationStore().changes).toBe('none')
  })

  test('counts as written once it was', () => {
    const kept = new RelationStore()
    findRelations(archive, {}, kept)
    expect(kept.changes).toBe('many')
    const stored = storeAll(kept)
    expect(kept.changes).toBe('none')
    expect(findRelations(archive.slice(1), {}, kept)).toEqual(findRelations(archive.slice(1)))
    findRelations(archive, {}, kept)
    expect(storeAll(kept)).toEqual(stored)
  })

  test('begins anew after few changes, too: what was saved again and again is there once', () => {
    const posts = corpus(800, 5)
    const kept = open(store(posts))
    let few: Uint8Array | undefined
    for (let save = 1; save <= 8; save++) {
      const saved = posts.map((post, at) =>
        at === 9 ? { ...post, body: `${post.body}${' Encore.'.repeat(save)}` } : post,
      )
      expect(findRelations(saved, {}, kept)).toEqual(findRelations(saved))
      expect(kept.changes).toBe('few')
      const { added } = storeFew(kept, { texts: new Uint8Array(), added: new Uint8Array() })
      expect(added.length).toBeLessThan(1.5 * (few ?? added).length)
      few ??= added
      findRelations(saved, {}, kept)
      expect(kept.changes).toBe('none')
    }
  })

  test('holds a text of which what is known is larger than a piece of the file', () => {
    const words = Array.from({ length: 300_000 }, (_, at) => `mot${at}`).join(' ')
    const posts = [...archive.slice(0, 3), dated('2023-05-01', 'Long', words)]
    const stored = store(posts)
    expect(stored.texts.length).toBeGreaterThan(3 << 20)
    const kept = open(stored)
    expect(findRelations(posts, {}, kept)).toEqual(findRelations(posts))
    expect(kept.changes).toBe('none')
    expect(Buffer.compare(store(posts, stored).texts, stored.texts)).toBe(0)
  })

  test.each(['texts', 'added'] as const)('counts for nothing where the bytes are damaged: %s', (name) => {
    const { [name]: bytes } = store(archive.slice(0, 3))
    const key = analysisKey(archive[0]!)
    const isKnown = (given: Uint8Array) =>
      name === 'texts'
        ? new RelationStore(given).recordOf(key).analysis !== undefined
        : new RelationStore(undefined, given).comparison !== undefined
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
    const { texts: bytes } = store(archive)
    const larger = Buffer.concat([Buffer.alloc(start, 255), bytes, Buffer.alloc(9, 255)])
    const part = larger.subarray(start, start + bytes.length)
    expect(listsOf(new RelationStore(part), archive[3]!)).toEqual(analysePost(archive[3]!))
  })
})

/** They fail when what is stored would come out different: then raise `version` in `relation-file.ts`, and put the new digest here. */
describe('the version of the store', () => {
  test('is raised when analyses change', () => {
    const { shingles, fingerprints, terms, counts, roles } = analysePost({ title: 'Le pont de Kervalen', body: bridge })
    const digest = createHash('sha256')
    for (const list of [shingles, fingerprints, terms, counts, roles]) digest.update(list)
    expect(digest.digest('hex').slice(0, 16)).toBe('03ad1cdb081b32be')
  })

  test('is raised when pairs or boilerplate change', () => {
    const posts = corpus(300, 7).map((post, at) => ({
      ...post,
      // A signature, with which a few also begin alike.
      body: `${at % 40 === 0 ? bridge : ''}\n\n${post.body}\n\n${at % 9 === 0 ? observatory : ''}`,
    }))
    const kept = open()
    findRelations(posts, {}, kept)
    const { pairs, boilerplate } = kept.comparison!
    expect([pairs.length > 20, boilerplate.length > 20]).toEqual([true, true])
    const digest = createHash('sha256')
      .update(JSON.stringify([pairs, boilerplate]))
      .digest('hex')
    expect(digest.slice(0, 16)).toBe('4d82a4761b3075ba')
  })

  test('is raised when relations change', () => {
    const graph = JSON.stringify(findRelations(corpus(120, 7)))
    expect(createHash('sha256').update(graph).digest('hex').slice(0, 16)).toBe('d8caf01f07067c5b')
  })
})
