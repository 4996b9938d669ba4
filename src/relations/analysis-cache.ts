import type { Post } from '../posts/post.ts'
import { digestOf } from '../posts/post-text.ts'
import { analysePost, type PostAnalysis } from './analyse-post.ts'
import { HashNumbering } from './hash-numbering.ts'
import { packAnalyses, unpackAnalyses } from './packed-analyses.ts'
import { type Memory, noMemory, PostRecord, type RelationCache, toMemory } from './relation-cache.ts'
import { type Signature, Signer } from './signature.ts'
import { numberTerms, toVocabulary, type Vocabulary } from './vocabulary.ts'

/** Characters of a key, all of them ASCII. */
export const keyLength = 44

/** Names a title and a text by all of them. */
export function analysisKey(post: Post): string {
  const known = keys.get(post)
  if (known !== undefined) return known
  const { first, second } = new Signer().addText(post.title)
  const key = `${digestOf(post)}${toHex(first)}${toHex(second)}`
  keys.set(post, key)
  return key
}

const toHex = (bits: number): string => (bits >>> 0).toString(16).padStart(8, '0')

const keys = new WeakMap<Post, string>()

/** By place. */
export interface AnalysedPosts {
  readonly cache: RelationCache | undefined
  /** Of each title and text; none without a cache. */
  readonly keys: readonly string[]
  readonly analyses: readonly PostAnalysis[]
  readonly vocabulary: Vocabulary
  readonly memory: Memory
  /** Of each title and text; without a cache, one for all. */
  readonly signatureOf: (place: number) => Signature
}

/** Takes over what another thread found out about posts. */
export function keepAnalyses(
  posts: readonly Post[],
  analyses: readonly PostAnalysis[],
  cache: Pick<RelationCache, 'recordOf'>,
): void {
  for (const [place, post] of posts.entries()) cache.recordOf(analysisKey(post)).analysis ??= analyses[place]
}

/** Does for some posts, as soon as they are there, what takes `analysePosts` longest. */
export function analyseAhead(posts: readonly Post[], cache: RelationCache): void {
  const records = posts.map((post) => cache.recordOf(analysisKey(post)))
  // Equal texts have one record.
  const unknown = new Map<PostRecord, Post>()
  for (const [at, record] of records.entries()) if (record.analysis === undefined) unknown.set(record, posts[at]!)
  // Packed: each list in a memory of its own is work for the garbage collector.
  const analyses = unpackAnalyses(packAnalyses(Array.from(unknown.values(), analysePost)))
  for (const [at, record] of [...unknown.keys()].entries()) record.analysis = analyses[at]
  numberTerms(records, cache.numbering)
}

export function analysePosts(posts: readonly Post[], cache?: RelationCache): AnalysedPosts {
  const keys = cache === undefined ? [] : posts.map(analysisKey)
  const records = posts.map((_, place) => cache?.recordOf(keys[place]!) ?? new PostRecord())
  const analyses = posts.map((post, place) => (records[place]!.analysis ??= analysePost(post)))
  const numbering = cache?.numbering ?? new HashNumbering(posts.length * 10)
  numberTerms(records, numbering)
  const signatures = keys.map((key) => new Signer().addText(key))
  const none = new Signer()
  return {
    cache,
    keys,
    analyses,
    vocabulary: toVocabulary(records, numbering),
    memory: cache === undefined ? noMemory : toMemory(records),
    signatureOf: (place) => signatures[place] ?? none,
  }
}
