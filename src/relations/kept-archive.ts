import type { KnownArchive } from './known-archive.ts'
import { type NumberLists, readLists, writeLists } from './packed-lists.ts'
import type { TextPlaces } from './stored-texts.ts'

/** An archive as a run knew it, and all that a later one needs to go on from there. */
export interface KeptArchive {
  readonly archive: KnownArchive
  readonly texts: TextPlaces
  /** Of the posts that were given, one after the other, see `markOf`. */
  readonly marks: Uint8Array
  /** Of whatever else decides about relations. */
  readonly version: string
  /** Of the relations that were found. */
  readonly graphKey: string
  /** Of the file with the texts, as it was. */
  readonly textsStamp: string
}

/** @param write - Takes one piece after another. */
export function writeKeptArchive(kept: KeptArchive, write: (piece: Uint8Array) => void): void {
  const { archive, texts, marks, version, graphKey, textsStamp } = kept
  const { otherAnalyses, ...places } = texts
  const { lengths, words, bytes } = otherAnalyses
  const others = { otherLengths: lengths, otherWords: words, otherBytes: bytes }
  writeLists(
    {
      lists: { ...archive.lists, ...places, ...others, marks },
      facts: { archive: archive.facts, version, graphKey, textsStamp },
    },
    write,
  )
}

/** @returns `undefined` where the bytes are damaged, or of another version. */
export function readKeptArchive(bytes: Uint8Array, version: string): KeptArchive | undefined {
  const packed = readLists(bytes)
  // Of what is whole and of this version, all is as it was written.
  const stored = packed?.facts as StoredFacts | undefined
  if (packed === undefined || stored?.version !== version) return undefined
  const { archive: archiveFacts, ...facts } = stored
  const { offsets, termsOfFile, others, otherLengths, otherWords, otherBytes, marks, ...lists } =
    packed.lists as StoredLists
  return {
    archive: { lists, facts: archiveFacts },
    texts: {
      offsets,
      termsOfFile,
      others,
      otherAnalyses: { lengths: otherLengths, words: otherWords, bytes: otherBytes },
    },
    marks,
    ...facts,
  }
}

interface StoredFacts extends Pick<KeptArchive, 'version' | 'graphKey' | 'textsStamp'> {
  readonly archive: KnownArchive['facts']
}

type StoredLists = KnownArchive['lists'] &
  Omit<TextPlaces, 'otherAnalyses'> &
  Pick<KeptArchive, 'marks'> & {
    readonly otherLengths: TextPlaces['otherAnalyses']['lengths']
    readonly otherWords: TextPlaces['otherAnalyses']['words']
    readonly otherBytes: TextPlaces['otherAnalyses']['bytes']
  } & NumberLists
