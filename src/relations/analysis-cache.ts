import type { Post } from '../posts/post.ts'
import { digestOf } from '../posts/post-text.ts'
import { hash } from '../short-hash.ts'
import { analysePost, type PostAnalysis } from './analyse-post.ts'
import type { PostRecord, RelationCache } from './relation-cache.ts'
import { type Signature, Signer } from './signature.ts'

/** Characters of a key, all of them ASCII. */
export const keyLength = 28

/** Names a title and a text by all of them. */
export function analysisKey(post: Post): string {
  const known = keys.get(post)
  if (known !== undefined) return known
  const key = hash('sha256', JSON.stringify([post.title, digestOf(post)]), 'base64url').slice(0, keyLength)
  keys.set(post, key)
  return key
}

const keys = new WeakMap<Post, string>()

/** By place. */
export interface AnalysedPosts {
  readonly analyses: readonly PostAnalysis[]
  /** What is known about each text from earlier runs; `undefined` without a cache. */
  readonly records?: readonly PostRecord[]
  /** Of each title and text. Not asked for without a cache. */
  readonly signatureOf: (place: number) => Signature
}

export function analysePosts(posts: readonly Post[], cache?: RelationCache): AnalysedPosts {
  if (cache === undefined) return { analyses: posts.map(analysePost), signatureOf: () => new Signer() }
  const keys = posts.map(analysisKey)
  const records = keys.map((key) => cache.recordOf(key))
  const analyses = posts.map((post, place) => (records[place]!.analysis ??= analysePost(post)))
  const signatures = keys.map((key) => new Signer().addText(key))
  return { analyses, records, signatureOf: (place) => signatures[place]! }
}
