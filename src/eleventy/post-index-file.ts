import type { ResolvedOptions } from '../options.ts'
import type { Post } from '../posts/post.ts'
import type { KeptPosts } from '../posts/post-files.ts'
import { PostIndex } from '../posts/post-index.ts'
import { keepText, recallText } from './build-cache.ts'
import { readCodeVersion } from './code-version.ts'

const file = 'posts.json'

/** What builds know of their posts, kept from one to the next. */
export class PostIndexFile {
  readonly #version: string
  readonly #index: PostIndex

  /** @param tell - Takes what earlier builds knew: as JSON, and the posts in its order. */
  constructor(
    { timeZone, language }: Pick<ResolvedOptions['site'], 'timeZone' | 'language'>,
    tell?: (json: string, posts: readonly Post[]) => void,
  ) {
    this.#version = JSON.stringify([readCodeVersion('.'), timeZone, language])
    const json = recallText(file, this.#version)
    this.#index = new PostIndex(json)
    if (json !== undefined) tell?.(json, this.#index.posts)
  }

  get kept(): KeptPosts {
    return this.#index.kept
  }

  /** Keeps it for the next build. */
  write(): void {
    if (this.#index.isChanged) keepText(file, this.#version, this.#index.toJson())
  }
}
