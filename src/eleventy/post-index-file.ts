import type { ResolvedOptions } from '../options.ts'
import type { Post } from '../posts/post.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import { PostIndex } from '../posts/post-index.ts'
import { keepText, recallBytes } from './build-cache.ts'
import { readCodeVersion } from './code-version.ts'

const file = 'posts.json'

/** What earlier builds knew of posts. */
export interface KnownIndex {
  /** Its bytes, which nobody else needs. */
  readonly json: Uint8Array<ArrayBuffer>
  /** In the order of the JSON. */
  readonly posts: readonly Post[]
}

/** What builds know of their posts, kept from one to the next. */
export class PostIndexFile {
  readonly #version: string
  readonly #index: PostIndex

  /** @param tell - Takes what earlier builds knew. */
  constructor(
    { timeZone, language }: Pick<ResolvedOptions['site'], 'timeZone' | 'language'>,
    tell?: (known: KnownIndex) => void,
  ) {
    this.#version = JSON.stringify([readCodeVersion('.'), timeZone, language])
    const json = recallBytes(file, this.#version)
    // ASCII, see `toJson`.
    this.#index = new PostIndex(json?.toString('latin1'))
    if (json !== undefined) tell?.({ json, posts: this.#index.posts })
  }

  get kept(): KeptPosts {
    return this.#index.kept
  }

  /** Keeps it for the next build. */
  write(): void {
    if (!this.#index.isChanged) return
    keepText(file, this.#version, this.#index.toJson())
    this.#index.noteKept()
  }
}
