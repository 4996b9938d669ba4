import { expect, test } from 'vitest'
import { analysePosts } from '../../src/relations/analysis-cache.ts'
import { findRelations } from '../../src/relations/find-relations.ts'
import { readKeptArchive, writeKeptArchive } from '../../src/relations/kept-archive.ts'
import { toKnownArchive } from '../../src/relations/known-archive.ts'
import { readLists, writeLists } from '../../src/relations/packed-lists.ts'
import { gatherFindings } from '../../src/relations/relation-findings.ts'
import { RelationStore } from '../../src/relations/relation-store.ts'
import { type ReadAt, StoredTexts } from '../../src/relations/stored-texts.ts'
import { corpus } from './archive.ts'

const join = (write: (put: (piece: Uint8Array) => void) => void): Buffer => {
  const pieces: Buffer[] = []
  write((piece) => pieces.push(Buffer.from(piece)))
  return Buffer.concat(pieces)
}

/** The first two say the same, the last three are not in the file. */
function storeTexts() {
  const [first, ...rest] = corpus(40, 3)
  const posts = [first!, { ...rest[0]!, title: first!.title, body: first!.body }, ...rest.slice(1)]
  const store = new RelationStore()
  findRelations(posts.slice(0, -3), {}, store)
  const bytes = join((put) => store.writeTexts(put))
  const { keys, analyses, vocabulary } = analysePosts(posts, store)
  const hashes = vocabulary.numbering.hashes()
  const readAt: ReadAt = (offset, target) => {
    const part = bytes.subarray(offset, offset + target.length)
    target.set(part)
    return part.length
  }
  const open = (read = readAt) =>
    new StoredTexts(store.placesOf(keys, hashes), hashes, (hash) => vocabulary.numbering.find(hash), read)
  return { analyses, vocabulary, open, readAt }
}

test('texts are found in their file as they were analysed, and those that it does not have beside it', () => {
  const { analyses, vocabulary, open } = storeTexts()
  const texts = open()
  for (const [place, { shingles, fingerprints, terms, counts, roles }] of analyses.entries()) {
    const { analysis, numbers } = texts.analysisAt(place)
    const found = [analysis.shingles, analysis.fingerprints, analysis.terms, analysis.counts, analysis.roles, numbers]
    expect(found.map((list) => [...list])).toEqual(
      [shingles, fingerprints, terms, counts, roles, vocabulary.numbers[place]!].map((list) => [...list]),
    )
  }
})

test('holders of parts are found in all texts, those of equal ones too', () => {
  const { analyses, vocabulary, open } = storeTexts()
  const places = [0, 1, 5, 38, 39]
  const fingerprints = new Set(places.flatMap((place) => [...analyses[place]!.fingerprints.slice(0, 2), 7]))
  const shingles = new Set(places.flatMap((place) => [...analyses[place]!.shingles.slice(0, 2), 7]))
  const isTerm = new Uint8Array(vocabulary.numbering.size)
  for (const place of places) isTerm[vocabulary.numbers[place]![3]!] = 1
  const found = open().findHolders({ fingerprints, shingles, isTerm })
  const holdersOf = (wanted: ReadonlySet<number>, part: 'fingerprints' | 'shingles') =>
    new Map(
      Array.from(wanted, (hash) => [
        hash,
        [...analyses.keys()].filter((place) => analyses[place]![part].includes(hash)),
      ]),
    )
  const sorted = (holders: ReadonlyMap<number, readonly number[]>) =>
    new Map(Array.from(holders, ([hash, ofHash]) => [hash, ofHash.toSorted((a, b) => a - b)]))
  expect(sorted(found.byFingerprint)).toEqual(holdersOf(fingerprints, 'fingerprints'))
  expect(sorted(found.byShingle)).toEqual(holdersOf(shingles, 'shingles'))
  expect(found.byShingle.get([...analyses[0]!.shingles][0]!)).toEqual(expect.arrayContaining([0, 1]))
  expect(found.ofTerms.toSorted((a, b) => a - b)).toEqual(
    [...analyses.keys()].filter((place) => vocabulary.numbers[place]!.some((term) => isTerm[term] === 1)),
  )
})

test('a file that is cut is told, and not taken for what it was', () => {
  const { open, readAt } = storeTexts()
  const cut: ReadAt = (offset, target) => readAt(offset, target.subarray(0, Math.max(0, 900 - offset)))
  expect(() => open(cut).analysisAt(20)).toThrow(RangeError)
  expect(() =>
    open(cut).findHolders({ fingerprints: new Set(), shingles: new Set(), isTerm: new Uint8Array() }),
  ).toThrow(RangeError)
})

test('lists come out of their bytes as they went in, and not at all out of damaged ones', () => {
  const lists = {
    bytes: Uint8Array.of(1, 2, 3),
    words: Uint32Array.of(4_000_000_000, 5),
    none: new Float32Array(),
    floats: Float32Array.of(0.5),
    doubles: Float64Array.of(Number.NaN, 1e300, -0),
  }
  const bytes = join((put) => writeLists({ lists: { ...lists, buffer: Buffer.from('é') }, facts: { a: ['é'] } }, put))
  const copy = new Uint8Array(bytes)
  const found = readLists(copy)!
  expect(found.facts).toEqual({ a: ['é'] })
  expect({ ...found.lists }).toEqual({ ...lists, buffer: new Uint8Array(Buffer.from('é')) })
  for (let at = 0; at < copy.length; at += 5) {
    copy[at]! ^= 1
    expect(readLists(copy), `byte ${at}`).toBeUndefined()
    copy[at]! ^= 1
  }
  for (const length of [0, 10, 24, copy.length - 1]) expect(readLists(copy.slice(0, length))).toBeUndefined()
})

test('what is kept of an archive is read by its own version alone', () => {
  const posts = corpus(12, 5)
  const findings = gatherFindings(posts, { cache: new RelationStore() })
  const archive = toKnownArchive(posts, findings)
  const texts = new RelationStore().placesOf([], archive.lists.vocabulary)
  const kept = { archive, texts, marks: Buffer.from('marks'), version: '1', graphKey: 'g', textsStamp: 's' }
  const bytes = new Uint8Array(join((put) => writeKeptArchive(kept, put)))
  expect(readKeptArchive(bytes, '1')).toEqual({ ...kept, marks: new Uint8Array(kept.marks) })
  expect(readKeptArchive(bytes, '2')).toBeUndefined()
  bytes[100]! ^= 1
  expect(readKeptArchive(bytes, '1')).toBeUndefined()
})
