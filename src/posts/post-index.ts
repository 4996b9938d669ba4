import { type Kept, KeptFiles } from './kept-files.ts'
import type { Post } from './post.ts'
import type { UnreadableFile } from './post-file.ts'
import type { FoundFile, KeptPosts } from './post-files.ts'
import { digestOf, fieldsOf, lengthOf, type PostFields, PostText, type TextFacts, textOf, toPost } from './post-text.ts'

/** So few of all posts that changed are not worth a file of megabytes: what is known of them is soon found out again. */
export const areFew = (changed: number, all: number): boolean => changed <= all / 50

/**
 * What a build found in the files of its posts, but for their texts, as JSON for the next one. Who reads it has to know that it was
 * written by the same code, and of posts that were read by the same options.
 */
export class PostIndex {
  readonly kept: KeptPosts
  readonly #factCounts = new Map<FoundFile, number>()

  /** @param json - From `toJson` of an earlier build. */
  constructor(json?: string) {
    const entries: readonly Entry[] = json === undefined ? [] : JSON.parse(json)
    const known = new Map(entries.map((entry) => [entry.place, { stamp: entry.stamp, result: toFoundFile(entry) }]))
    for (const { result } of known.values()) this.#factCounts.set(result, countFacts(result))
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

  toJson(): string {
    const entries = Array.from(this.kept.entries, ([place, kept]) => toEntry(place, kept))
    return toAscii(JSON.stringify(entries.filter((entry) => entry !== undefined)))
  }
}

/** Of the JSON the posts alone, in its order. */
export function readKnownPosts(json: string): readonly Post[] {
  const entries: readonly Entry[] = JSON.parse(json)
  return entries.flatMap((entry) => ('unreadable' in entry ? [] : toKnownPost(entry)))
}

/** Texts with other letters take twice the memory, and longer to read. */
const toAscii = (json: string): string =>
  json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Of one file. */
type Entry = EntryStart & (KnownPost | { readonly unreadable: UnreadableFile })

interface EntryStart {
  readonly place: string
  readonly stamp: string
  readonly problems: FoundFile['problems']
}

interface KnownPost {
  readonly path: string
  readonly fields: PostFields
  readonly facts: TextFacts
}

function toEntry(place: string, { stamp, result: { file, problems } }: Kept<FoundFile>): Entry | undefined {
  if (stamp === undefined) return undefined
  const start = { place, stamp, problems }
  if (!('post' in file)) return { ...start, unreadable: file }
  // By that it is known again, and put into order.
  digestOf(file.post)
  lengthOf(file.post)
  return { ...start, path: file.path, fields: fieldsOf(file.post), facts: textOf(file.post).facts }
}

function toFoundFile(entry: Entry): FoundFile {
  const { problems } = entry
  if ('unreadable' in entry) return { file: entry.unreadable, problems }
  return { file: { path: entry.path, post: toKnownPost(entry) }, problems }
}

const toKnownPost = ({ place, fields, facts }: EntryStart & KnownPost): Post =>
  toPost(fields, new PostText({ file: place, facts }))

const countFacts = ({ file }: FoundFile): number => ('post' in file ? Object.keys(textOf(file.post).facts).length : 0)
