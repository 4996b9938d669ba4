import path from 'node:path'
import { type Kept, KeptFiles } from './kept-files.ts'
import type { Post } from './post.ts'
import type { UnreadableFile } from './post-file.ts'
import type { FoundFile, KeptPosts } from './post-files.ts'
import {
  fieldsOf,
  lengthOf,
  markLength,
  markOf,
  markOfFieldsLength,
  PostText,
  type TextFacts,
  textOf,
  toPost,
} from './post-text.ts'
import { type StoredFields, toFields, toStoredFields } from './stored-fields.ts'

/** So few of all posts that changed are not worth a file of megabytes: what is known of them is soon found out again. */
export const areFew = (changed: number, all: number): boolean => changed <= all / 50

/**
 * What a build found in the files of its posts, but for their texts, as JSON for the next one. Who reads it has to know that it was
 * written by the same code, and of posts that were read by the same options.
 */
export class PostIndex {
  readonly kept: KeptPosts
  /** Of those that are kept. */
  #factCounts: ReadonlyMap<FoundFile, number>

  /** @param json - From `toJson` of an earlier build. */
  constructor(json?: string) {
    const entries: readonly Entry[] = json === undefined ? [] : JSON.parse(json)
    const known = new Map(entries.map((entry) => [entry.place, { stamp: entry.stamp, result: toFoundFile(entry) }]))
    this.#factCounts = countAllFacts(known)
    this.kept = new KeptFiles(known)
  }

  /** Those that an earlier build knew, in the order of the JSON. */
  get posts(): readonly Post[] {
    return [...this.#factCounts.keys()].flatMap(({ file }) => ('post' in file ? file.post : []))
  }

  /** Whether what is known now is so different from what was that it should be written. */
  get isChanged(): boolean {
    const results = Array.from(this.kept.entries.values(), ({ result }) => result)
    const known = results.filter((result) => this.#factCounts.get(result) === countFacts(result)).length
    const others = Math.max(results.length, this.#factCounts.size) - known
    return !areFew(others, results.length)
  }

  /** What is known now is kept. */
  noteKept(): void {
    this.#factCounts = countAllFacts(this.kept.entries)
  }

  toJson(): string {
    const entries = Array.from(this.kept.entries, ([place, kept]) => toEntry(place, kept))
    const lines = entries.flatMap((entry) => (entry === undefined ? [] : toAscii(JSON.stringify(entry))))
    return `[\n${lines.join(',\n')}\n]`
  }
}

/** The posts of an index, each of which is read when it is asked for. */
export class KnownPosts {
  /** Of the JSON. */
  readonly #bytes: Buffer
  /** Where the line of each post begins. */
  readonly #starts: readonly number[]
  readonly #posts: Post[] = []

  constructor(json: Uint8Array) {
    this.#bytes = Buffer.from(json.buffer, json.byteOffset, json.length)
    this.#starts = [...this.#findLines()]
  }

  *#findLines(): Iterable<number> {
    for (let start = 0; start > -1; start = this.#bytes.indexOf('\n', start) + 1 || -1)
      if (this.#bytes.toString('latin1', start, start + startOfPost.length) === startOfPost) yield start
  }

  /** See `markOf`. */
  markAt(at: number): Uint8Array {
    const start = this.#starts[at]! + startOfPost.length
    return this.#bytes.subarray(start, start + markLength)
  }

  at(at: number): Post {
    this.#posts[at] ??= this.#read(this.#starts[at]!)
    return this.#posts[at]
  }

  #read(start: number): Post {
    const line = this.#bytes.toString('latin1', start, this.#bytes.indexOf('\n', start))
    return toKnownPost(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line))
  }
}

/** By which a line with a post is known. */
const startOfPost = '{"mark":"'

/** Texts with other letters take twice the memory, and longer to read. */
const toAscii = (json: string): string =>
  json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Of one file. */
type Entry = EntryStart & (KnownPost | { readonly unreadable: UnreadableFile })

interface EntryStart {
  readonly place: string
  readonly stamp: string
  /** Absent where there are none. */
  readonly problems?: FoundFile['problems'] | undefined
}

interface KnownPost {
  readonly mark: string
  readonly fields: StoredFields
  /** But for the digest, which the mark has. */
  readonly facts: TextFacts
}

function toEntry(place: string, { stamp, result: { file, problems } }: Kept<FoundFile>): Entry | undefined {
  if (stamp === undefined) return undefined
  const start = { place, stamp, problems: problems.length === 0 ? undefined : problems }
  if (!('post' in file)) return { ...start, unreadable: file }
  const mark = markOf(file.post)
  // By that it is put into order.
  lengthOf(file.post)
  const { digest: _, ...facts } = textOf(file.post).facts
  return { mark, ...start, fields: toStoredFields(fieldsOf(file.post)), facts }
}

function toFoundFile(entry: Entry): FoundFile {
  const { place, problems = noProblems } = entry
  if ('unreadable' in entry) return { file: entry.unreadable, problems }
  return { file: { path: place.slice(place.lastIndexOf(path.sep) + 1), post: toKnownPost(entry) }, problems }
}

const noProblems: FoundFile['problems'] = []

function toKnownPost({ mark, place, fields, facts }: EntryStart & KnownPost): Post {
  facts.digest = mark.slice(markOfFieldsLength)
  return toPost(toFields(fields), new PostText({ file: place, facts }), mark.slice(0, markOfFieldsLength))
}

const countAllFacts = (entries: ReadonlyMap<string, Kept<FoundFile>>): ReadonlyMap<FoundFile, number> =>
  new Map(Array.from(entries.values(), ({ result }) => [result, countFacts(result)]))

const countFacts = ({ file }: FoundFile): number => ('post' in file ? Object.keys(textOf(file.post).facts).length : 0)
