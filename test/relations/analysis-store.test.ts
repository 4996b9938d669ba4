import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Post } from '../../src/posts/post.ts'
import { analysePost } from '../../src/relations/analyse-post.ts'
import { analysePosts, analysisKey } from '../../src/relations/analysis-cache.ts'
import { AnalysisStore } from '../../src/relations/analysis-store.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import { corpus, dated } from './archive.ts'
import { bridge, library, observatory } from './articles.ts'

const archive = corpus(40, 11)

/** What is in the file after a run over these posts. */
function store(posts: readonly Post[], bytes?: Uint8Array): Uint8Array {
  const analyses = new AnalysisStore(bytes)
  analysePosts(posts, analyses)
  return analyses.toBytes()
}

/** Edits of an owner between two builds. */
const edits = (posts: readonly Post[]): fc.Arbitrary<readonly Post[]> =>
  fc
    .array(
      fc.record({
        at: fc.nat(posts.length - 1),
        what: fc.constantFrom('body', 'title', 'append', 'remove', 'copy', 'date'),
        text: fc.constantFrom(bridge, library, observatory, 'Un mot de plus.', ''),
      }),
      { maxLength: 6 },
    )
    .map((changes) => changes.reduce(applyEdit, posts))

interface Edit {
  readonly at: number
  readonly what: string
  readonly text: string
}

function applyEdit(posts: readonly Post[], { at, what, text }: Edit): readonly Post[] {
  const post = posts[at % posts.length]!
  const change = (changed: Partial<Post>) => posts.map((other) => (other === post ? { ...post, ...changed } : other))
  switch (what) {
    case 'body':
      return change({ body: text })
    case 'title':
      return change({ title: text.slice(0, 40) })
    case 'append':
      return change({ body: `${post.body}\n\n${text}` })
    case 'remove':
      return posts.length > 1 ? posts.filter((other) => other !== post) : posts
    case 'copy':
      return [...posts, dated('2023-05-05', `Copie ${posts.length}`, post.body)]
    default:
      return change({ date: dated('2023-06-06', '', '').date })
  }
}

describe('stored analyses', () => {
  test('give the same graph as fresh ones, whatever was edited since', () => {
    const bytes = store(archive)
    fc.assert(
      fc.property(edits(archive), (posts) => {
        const cache = new AnalysisStore(bytes)
        expect(findRelations(posts, {}, cache)).toEqual(findRelations(posts))
        expect(findRelations(posts, {}, new AnalysisStore(cache.toBytes()))).toEqual(findRelations(posts))
      }),
      { numRuns: 25 },
    )
  })

  test('come out as they went in', () =>
    expect(new AnalysisStore(store(archive)).get(analysisKey(archive[0]!))).toEqual(analysePost(archive[0]!)))

  test('are the same bytes for the same posts in any order', () =>
    expect(store(archive.toReversed())).toEqual(store(archive)))

  test('keep only what the last run asked for', () =>
    expect(store(archive.slice(0, 10), store(archive))).toEqual(store(archive.slice(0, 10))))

  test('tell whether there is something to write', () => {
    const isChangedBy = (posts: readonly Post[]) => {
      const analyses = new AnalysisStore(store(archive))
      analysePosts(posts, analyses)
      return analyses.isChanged
    }
    expect(isChangedBy(archive)).toBe(false)
    expect(isChangedBy(archive.slice(1))).toBe(true)
    expect(isChangedBy([...archive.slice(1), dated('2023-01-01', 'Nouveau', bridge)])).toBe(true)
  })

  test('are forgotten where the bytes are damaged', () => {
    const bytes = store(archive.slice(0, 3))
    const key = analysisKey(archive[0]!)
    expect(new AnalysisStore(bytes).get(key)).toBeDefined()
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice()
        damaged[at]! ^= change
        expect(new AnalysisStore(damaged).get(key)).toBeUndefined()
        expect(new AnalysisStore(bytes.slice(0, at)).get(key)).toBeUndefined()
      }),
    )
  })

  test.each([1, 4, 7])('are read from a part of a larger buffer, %i bytes from its start', (start) => {
    const bytes = store(archive)
    const larger = Buffer.concat([Buffer.alloc(start, 255), bytes, Buffer.alloc(9, 255)])
    const part = larger.subarray(start, start + bytes.length)
    expect(new AnalysisStore(part).get(analysisKey(archive[3]!))).toEqual(analysePost(archive[3]!))
  })
})

/** Fails when `analysePost` gives something else: then raise `analysisVersion`, and put the new digest here. */
test('an analysis changes with its version only', () => {
  const { shingles, fingerprints, terms, counts, roles } = analysePost({ title: 'Le pont de Kervalen', body: bridge })
  const digest = createHash('sha256')
  for (const list of [shingles, fingerprints, terms, counts, roles]) digest.update(list)
  expect(digest.digest('hex').slice(0, 16)).toBe('03ad1cdb081b32be')
})
