import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePostId } from '../../src/posts/post-id.ts'
import type { PostAnalysis } from '../../src/relations/analyse-post.ts'
import {
  type ArchiveChange,
  type ComparedPost,
  findChange,
  listDifference,
} from '../../src/relations/archive-change.ts'
import { findBoilerplate, isBoilerplateKept } from '../../src/relations/boilerplate.ts'
import { type CandidatePair, findCandidatePairs, updateCandidatePairs } from '../../src/relations/candidate-pairs.ts'
import { Groups } from '../../src/relations/groups.ts'
import { mixBits } from '../../src/relations/hashing.ts'

/** A text as far as it is compared: numbers of its passages. */
interface Text {
  readonly id: string
  readonly passages: readonly number[]
  /** Another one after each move. */
  readonly setting: number
}

interface Edit {
  readonly what: string
  readonly at: number
  readonly other: number
  readonly passages: readonly number[]
}

/** Passage 0 is a formula of the archive, 1 to 5 are in several posts, the rest in one or two. */
const passagesOf = (own: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<readonly number[]> =>
  fc
    .tuple(
      fc.boolean(),
      fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
      fc.uniqueArray(fc.integer({ min: 6, max: 400 }), own),
    )
    .map(([hasFormula, some, others]) => [...(hasFormula ? [0] : []), ...some, ...others])
const passages = passagesOf({ minLength: 1, maxLength: 12 })

/** Small ones, and some in which so many short texts hold the formula that most are not nearest by it. */
const archives: fc.Arbitrary<readonly Text[]> = fc
  .oneof(
    fc.array(passages, { minLength: 20, maxLength: 60 }),
    fc.array(passagesOf({ minLength: 1, maxLength: 2 }), { minLength: 90, maxLength: 110 }),
  )
  .map((texts) => texts.map((ofText, at) => ({ id: `p${at}`, passages: ofText, setting: 0 })))

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom('replace', 'append', 'cut', 'sign', 'copy', 'remove', 'insert', 'move', 'jump'),
    at: fc.nat(),
    other: fc.nat(),
    passages,
  }),
  { maxLength: 3 },
)

function applyEdit(texts: readonly Text[], edit: Edit, number: number): readonly Text[] {
  const [at, other] = [edit.at % texts.length, edit.other % texts.length]
  const one = texts[at]!
  const change = (changed: readonly number[]) => texts.with(at, { ...one, passages: [...new Set(changed)] })
  switch (edit.what) {
    case 'replace':
      return change(edit.passages)
    case 'append':
      return change([...one.passages, ...edit.passages.slice(-2)])
    case 'cut':
      return change(one.passages.slice(0, Math.ceil(one.passages.length / 2)))
    case 'sign':
      return change([...one.passages, 0])
    case 'copy':
      return change(texts[other]!.passages)
    case 'remove':
      return texts.toSpliced(at, 1)
    case 'insert':
      return texts.toSpliced(at, 0, { id: `new${number}`, passages: edit.passages, setting: 0 })
    // Nothing tells why it stands elsewhere.
    case 'jump':
      return texts.toSpliced(at, 1).toSpliced(at + 1 + (other % 3), 0, one)
    default:
      return texts.toSpliced(at, 1).toSpliced(other, 0, { ...one, setting: one.setting + number + 1 })
  }
}

/** Every second passage is in the sample. */
function analyse({ passages: ofText }: Text): PostAnalysis {
  const toSet = (numbers: readonly number[]) => Uint32Array.from(numbers, mixBits).sort()
  return {
    shingles: toSet(ofText),
    fingerprints: toSet(ofText.filter((passage) => passage % 2 === 0)),
    terms: new Uint32Array(),
    counts: new Uint8Array(),
    roles: new Uint8Array(),
  }
}

const keyOf = (text: Text): string => text.passages.join(' ')
const toCompared = (text: Text): ComparedPost => ({
  id: parsePostId(text.id)!,
  key: keyOf(text),
  setting: text.setting,
})

function findChangeOf(before: readonly Text[], now: readonly Text[]): ArchiveChange | undefined {
  const texts = new Map(before.map((text) => [keyOf(text), text]))
  return findChange(before.map(toCompared), now.map(toCompared), (key) => analyse(texts.get(key)!))
}

function groupPairs(pairs: readonly CandidatePair[], size: number): Groups {
  const groups = new Groups(size)
  for (const { a, b, containment } of pairs) if (containment > 0.6) groups.join(a, b)
  return groups
}

test('what is known of an archive before some edits and after them is the same as compared anew', () => {
  const met = { changes: 0, pairs: 0, boilerplate: 0 }
  fc.assert(
    fc.property(archives, edits, (before, made) => {
      const now = made.reduce(applyEdit, before)
      const change = findChangeOf(before, now)
      if (change === undefined) return
      const [analysesBefore, analyses] = [before.map(analyse), now.map(analyse)]
      const [earlier, pairs] = [findCandidatePairs(analysesBefore), findCandidatePairs(analyses)]
      met.changes++
      const updated = updateCandidatePairs(earlier, analyses, change)
      if (updated === undefined) return
      met.pairs++
      expect(updated).toEqual(pairs)
      if (!isBoilerplateKept(earlier, { analyses, pairs }, change)) return
      met.boilerplate++
      const boilerplate = findBoilerplate(analyses, pairs, groupPairs(pairs, now.length))
      const boilerplateBefore = findBoilerplate(analysesBefore, earlier, groupPairs(earlier, before.length))
      expect([...boilerplate].sort()).toEqual([...boilerplateBefore].sort())
    }),
    { numRuns: 400 },
  )
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(80)
})

test('what a cut brings to light in others may be boilerplate from then on', () => {
  const range = (start: number) => Array.from({ length: 15 }, (_, at) => start + at)
  const before = [100, 200, 300, 400].map((start) => ({ id: `p${start}`, passages: [2, ...range(start)], setting: 0 }))
  const archive = [...before, ...range(0).map((at) => ({ id: `q${at}`, passages: range(500 + 20 * at), setting: 0 }))]
  const now = archive.with(0, { ...archive[0]!, passages: [2, 101] })
  const analyses = now.map(analyse)
  const pairs = findCandidatePairs(analyses)
  expect(findCandidatePairs(archive.map(analyse))).toEqual([])
  expect([...findBoilerplate(analyses, pairs, groupPairs(pairs, now.length))]).toEqual([mixBits(2)])
  expect(isBoilerplateKept([], { analyses, pairs }, findChangeOf(archive, now)!)).toBe(false)
})

test('where a formula becomes so common that others are no longer nearest by it, pairs are found anew', () => {
  const own = (at: number) => [1_000 + at]
  const archive = Array.from({ length: 41 }, (_, at) => ({
    id: `p${at}`,
    passages:
      at === 0 || at === 40
        ? [0, ...own(at)]
        : at < 20 || at > 28
          ? [0, ...own(at), ...own(at + 50), ...own(at + 100), ...own(at + 150)]
          : own(at),
    setting: 0,
  }))
  const fewer = archive.map((text, at) => (at === 24 ? { ...text, passages: [0, ...text.passages] } : text))
  const again = fewer.map((text, at) => (at === 25 ? { ...text, passages: [0, ...text.passages] } : text))
  for (const [before, now] of [
    [archive, fewer],
    [fewer, again],
  ] as const) {
    const change = findChangeOf(before, now)!
    const analyses = now.map(analyse)
    const updated = updateCandidatePairs(findCandidatePairs(before.map(analyse)), analyses, change)
    expect(updated ?? findCandidatePairs(analyses)).toEqual(findCandidatePairs(analyses))
  }
  const analyses = again.map(analyse)
  expect(
    updateCandidatePairs(findCandidatePairs(fewer.map(analyse)), analyses, findChangeOf(fewer, again)!),
  ).toBeUndefined()
})

test('posts that stay keep their order, and each other one is a change', () => {
  fc.assert(
    fc.property(archives, edits, (before, made) => {
      const now = made.reduce(applyEdit, before)
      const change = findChangeOf(before, now)
      if (change === undefined) return
      const stay = [...change.placesNow].filter((place) => place !== -1)
      expect(stay).toEqual([...new Set(stay)].sort((x, y) => x - y))
      for (const [place, at] of change.placesNow.entries()) if (at !== -1) expect(now[at]).toEqual(before[place])
      const others = now.flatMap((_, place) => (stay.includes(place) ? [] : [place]))
      expect(change.changes.flatMap(({ now: place }) => place ?? []).sort((x, y) => x - y)).toEqual(others)
      expect(change.changes.filter(({ before: text }) => text !== undefined)).toHaveLength(before.length - stay.length)
    }),
  )
})

test('is not told where more than a tenth of the posts changed, or where an earlier text is forgotten', () => {
  const archive = Array.from({ length: 40 }, (_, at) => ({ id: `p${at}`, passages: [10 * at], setting: 0 }))
  const changeSome = (count: number) => archive.map((text, at) => (at < count ? { ...text, passages: [7] } : text))
  expect(findChangeOf(archive, changeSome(4))?.changes).toHaveLength(4)
  expect(findChangeOf(archive, changeSome(5))).toBeUndefined()
  const [before, now] = [archive, changeSome(1)].map((texts) => texts.map(toCompared)) as [
    ComparedPost[],
    ComparedPost[],
  ]
  expect(findChange(before, now, () => undefined)).toBeUndefined()
})

test.each([
  [
    [1, 2, 5],
    [2, 3],
    [1, 3, 5],
  ],
  [[], [4], [4]],
  [[4], [], [4]],
  [[1, 2], [1, 2], []],
])('of %j and %j only one has %j', (a, b, different) => {
  expect(listDifference(Uint32Array.from(a), Uint32Array.from(b))).toEqual(different)
})
